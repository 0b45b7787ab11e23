import type { CodingTable, CooccurrenceData } from '../../src/core/cooccurrence';
import type { CodeId, CoderId, SourceId } from '../../src/core/ids';

export interface CodingsShape {
  readonly codings: number;
  readonly codes: number;
  readonly documents: number;
  /** Code points of each document. */
  readonly characters: number;
  readonly coders?: number;
  /** Length of a coding, code points; 30 to 630 where not given. */
  readonly shortest?: number;
  readonly longest?: number;
  readonly seed?: number;
}

/** A repeatable stream of numbers in 0..1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Codings at random places, in the order in which people make them (not sorted). Codes are a tree of three levels;
 * paragraphs are 400 code points long.
 */
export function generateCodings(shape: CodingsShape): CooccurrenceData {
  const random = seededRandom(shape.seed ?? 1);
  const below = (limit: number) => Math.floor(random() * limit);
  const coders = shape.coders ?? 1;
  const shortest = shape.shortest ?? 30;
  const longest = shape.longest ?? 630;
  const column = () => new Int32Array(shape.codings);
  const table = {
    sourceIndex: column(),
    start: column(),
    end: column(),
    code: column(),
    coder: column(),
  } satisfies CodingTable;
  for (let coding = 0; coding < shape.codings; coding += 1) {
    const length = Math.min(shape.characters, shortest + below(longest - shortest + 1));
    const start = below(shape.characters - length + 1);
    table.sourceIndex[coding] = below(shape.documents);
    table.start[coding] = start;
    table.end[coding] = start + length;
    table.code[coding] = below(shape.codes);
    table.coder[coding] = below(coders);
  }
  const ids = <T extends string>(prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}` as T);
  return {
    table,
    codeIds: ids<CodeId>('code-', shape.codes),
    codeParents: Int32Array.from({ length: shape.codes }, (_, code) => parentOf(code)),
    sourceIds: ids<SourceId>('source-', shape.documents),
    coderIds: ids<CoderId>('coder-', coders),
    unitSpans: () => evenUnits(shape.characters, 400),
  };
}

/** Every tenth code stands at the top, every fifth below it, the others one deeper. */
function parentOf(code: number): number {
  if (code % 10 === 0) return -1;
  return code % 5 === 0 ? code - 5 : code - (code % 5);
}

function evenUnits(characters: number, length: number): Int32Array {
  const count = Math.ceil(characters / length);
  return Int32Array.from({ length: count * 2 }, (_, at) =>
    at % 2 === 0 ? (at / 2) * length : Math.min(characters, ((at - 1) / 2 + 1) * length - 1),
  );
}
