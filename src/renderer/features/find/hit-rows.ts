import type { FoundIn } from '../../../contract/find';
import type { SourceId } from '../../../core/ids';
import type { FlatSpans } from '../../../core/text';

/** The list of hits, a line for each document and each hit, without an object for every line. */
export interface HitRows {
  readonly count: number;
  row(index: number): HitRow | undefined;
  /** The line of a document. */
  lineOf(id: SourceId): number;
}

export type HitRow =
  | { readonly kind: 'document'; readonly found: FoundIn; readonly isClosed: boolean }
  | { readonly kind: 'hit'; readonly found: FoundIn; readonly hit: number };

export function hitRows(found: readonly FoundIn[], closed: ReadonlySet<SourceId>): HitRows {
  const first = new Int32Array(found.length + 1);
  found.forEach(({ sourceId, spans }, index) => {
    first[index + 1] = (first[index] ?? 0) + 1 + (closed.has(sourceId) ? 0 : spans.length / 2);
  });
  const documentAt = (line: number) => {
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((first[middle + 1] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: first[found.length] ?? 0,
    row(index) {
      const document = documentAt(index);
      const here = found[document];
      if (!here || index < 0) return undefined;
      const hit = index - (first[document] ?? 0) - 1;
      return hit < 0
        ? { kind: 'document', found: here, isClosed: closed.has(here.sourceId) }
        : { kind: 'hit', found: here, hit };
    },
    lineOf: (id) => first[found.findIndex(({ sourceId }) => sourceId === id)] ?? -1,
  };
}

const chunk = 40;
const chunks = new WeakMap<FlatSpans, Map<number, FlatSpans>>();

/** The part of the spans in which a hit lies, always the same object: asked for once, shown many times. */
export function chunkOf(
  spans: FlatSpans,
  hit: number,
): { readonly spans: FlatSpans; readonly index: number } {
  const number = Math.floor(hit / chunk);
  const known = chunks.get(spans) ?? new Map<number, FlatSpans>();
  chunks.set(spans, known);
  const part = known.get(number) ?? spans.slice(number * chunk * 2, (number + 1) * chunk * 2);
  known.set(number, part);
  return { spans: part, index: hit - number * chunk };
}
