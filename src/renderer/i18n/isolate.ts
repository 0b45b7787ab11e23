/**
 * Signs that turn the order of the words around them: letters that are written from right to left, and those that
 * only set the direction (U+202E).
 */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const first = '\u2068';
const end = '\u2069';
const begins = /[\u2066-\u2068]/;

/** A value of a sentence, with a direction of its own where it could turn the words beside it; most are left alone. */
export function isolated(value: string): string {
  return turning.test(value) ? first + balanced(value) + end : value;
}

/** Values one after another. */
export function listed(values: readonly string[]): string {
  return values.map(isolated).join(', ');
}

/** Ends what the value begins, and only that. */
function balanced(value: string): string {
  let depth = 0;
  const kept = Array.from(value, (character) => {
    if (begins.test(character)) depth += 1;
    if (character === end) {
      if (depth === 0) return '';
      depth -= 1;
    }
    return character;
  });
  return kept.join('') + end.repeat(depth);
}
