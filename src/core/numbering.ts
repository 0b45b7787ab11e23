/** Gives each id a number, from 0, in the order in which they come. */
export class Numbering<Id extends string> {
  readonly ids: Id[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const alone = standingAlone(id);
    this.#numbers.set(alone, this.ids.length);
    return this.ids.push(alone as Id) - 1;
  }
}

/** The same text. An id that was cut out of a long text would keep all of that in memory. */
export function standingAlone(id: string): string {
  return `${id} `.slice(0, -1);
}
