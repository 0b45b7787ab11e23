/** Refused with a sentence: exit code 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
