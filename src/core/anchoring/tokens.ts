/** A text cut into pieces without gaps; equal pieces have equal numbers, in all texts of one `TokenNumbers`. */
export interface Tokens {
  readonly count: number;
  readonly ids: Int32Array;
  /** UTF-16 offset of each piece, and at the end that of the text's end. */
  readonly offsets: Int32Array;
}

/** Numbers for pieces of text. */
export type TokenNumbers = Map<string, number>;

/** A line with its `\n` is a piece. */
export function lineTokens(text: string, from: number, to: number, numbers: TokenNumbers): Tokens {
  const collector = createCollector(numbers);
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 || end >= to ? to : end + 1;
    collector.add(text.slice(at, next), at);
    at = next;
  }
  return collector.done(to);
}

const piece = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** A word is a piece, a run of white space, and any other character. Never cuts a surrogate pair. */
export function wordTokens(text: string, from: number, to: number, numbers: TokenNumbers): Tokens {
  const collector = createCollector(numbers);
  const stretch = text.slice(from, to);
  for (const match of stretch.matchAll(piece)) collector.add(match[0], from + match.index);
  return collector.done(to);
}

function createCollector(numbers: TokenNumbers) {
  let ids = new Int32Array(256);
  let offsets = new Int32Array(256);
  let count = 0;
  return {
    add(text: string, offset: number) {
      if (count + 1 >= ids.length) {
        ids = grown(ids);
        offsets = grown(offsets);
      }
      let id = numbers.get(text);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(text, id);
      }
      ids[count] = id;
      offsets[count] = offset;
      count += 1;
    },
    done(end: number): Tokens {
      offsets[count] = end;
      return { count, ids: ids.slice(0, count), offsets: offsets.slice(0, count + 1) };
    },
  };
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
