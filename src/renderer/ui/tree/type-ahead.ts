import { folded } from '../../../core/text';

/** Milliseconds after which a letter begins a new name. */
const pause = 800;

/** Letters typed on a tree lead to the row of that name, as in every list of a desktop. */
export class TypeAhead {
  private typed = '';
  private at = 0;

  /**
   * The index of the row that is meant by one more letter; -1 for none. The same letter again goes on to the next row
   * that begins with it; names that have a word with these letters come after those that begin with them.
   */
  find(letter: string, names: readonly string[], { from, now }: { from: number; now: number }): number {
    const isGoingOn = now - this.at < pause;
    const typed = folded(isGoingOn ? this.typed + letter : letter);
    this.typed = typed;
    this.at = now;
    const isOneLetter = Array.from(typed).every((each) => each === typed[0]);
    const wanted = isOneLetter ? (typed[0] ?? '') : typed;
    // A name that is being typed may be that of the row one is on; a letter alone means another one.
    const first = isOneLetter ? from + 1 : Math.max(0, from);
    const order = names.map((_, index) => (first + index) % names.length);
    const isBegun = (index: number) => folded(names[index] ?? '').startsWith(wanted);
    const isWithin = (index: number) => folded(names[index] ?? '').includes(` ${wanted}`);
    return order.find(isBegun) ?? order.find(isWithin) ?? -1;
  }
}

/** A press that writes a letter or digit, with nothing held that makes a command of it. */
export function letterOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return /^[\p{L}\p{N}]$/u.test(event.key) ? event.key : null;
}
