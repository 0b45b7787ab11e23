/** Marks of the start-up for the benchmark; printed only where `EMIC_MEASURE` is set. */
const isMeasured = Boolean(process.env.EMIC_MEASURE);
const marks: Record<string, number> = {};

/**
 * Remembers when something happened first, in milliseconds since 1970: whoever started the process knows when
 * that was (Electron's own `getCreationTime` is off by up to a second on Linux).
 */
export function mark(name: string): void {
  if (isMeasured) marks[name] ??= Date.now();
}

/** Prints `EMIC_MEASURE {"main":1795311587552,…}`. */
export function printMarks(): void {
  if (isMeasured) console.log(`EMIC_MEASURE ${JSON.stringify(marks)}`);
}
