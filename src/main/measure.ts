/** Marks of the start-up for the benchmark; printed only where `EMIC_MEASURE` is set. */
const isMeasured = Boolean(process.env.EMIC_MEASURE);
const marks: Record<string, number> = {};

/** Remembers when something happened first, in milliseconds since the process was created. */
export function mark(name: string): void {
  if (isMeasured) marks[name] ??= Math.round(Date.now() - (process.getCreationTime() ?? 0));
}

/** Prints `EMIC_MEASURE {"main":70,…}`; `at` is the time of the call, in milliseconds since 1970. */
export function printMarks(): void {
  if (isMeasured) console.log(`EMIC_MEASURE ${JSON.stringify({ ...marks, at: Date.now() })}`);
}
