/** Work that may be left alone wherever it yields; what is thrown into it there ends it. */
export type Slices<S, T> = Generator<S, T, void>;

export function atOnce<T>(work: Slices<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Work that is done in one piece. */
// biome-ignore lint/correctness/useYield: that is the meaning of it
export function* oneSlice<T>(work: () => T): Slices<never, T> {
  return work();
}
