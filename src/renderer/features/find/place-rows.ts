import { firstIndex } from '../../../core/binary-search';
import type { SourceId } from '../../../core/ids';
import type { FlatSpans } from '../../../core/text';

/** Places of one document; spans in code points, ends exclusive. */
export interface PlacesIn {
  readonly sourceId: SourceId;
  readonly spans: FlatSpans;
}

/** A line for each document and each place, without an object for every line. */
export interface PlaceRows<T extends PlacesIn> {
  readonly count: number;
  row(index: number): PlaceRow<T> | undefined;
  /** The line of a document. */
  lineOf(id: SourceId): number;
}

export interface DocumentRow<T extends PlacesIn> {
  readonly kind: 'document';
  readonly found: T;
  readonly isClosed: boolean;
}

export interface OnePlaceRow<T extends PlacesIn> {
  readonly kind: 'place';
  readonly found: T;
  /** Which of the document's spans. */
  readonly place: number;
}

export type PlaceRow<T extends PlacesIn> = DocumentRow<T> | OnePlaceRow<T>;

export function placeRows<T extends PlacesIn>(
  found: readonly T[],
  closed: ReadonlySet<SourceId>,
): PlaceRows<T> {
  const first = new Int32Array(found.length + 1);
  found.forEach(({ sourceId, spans }, index) => {
    first[index + 1] = (first[index] ?? 0) + 1 + (closed.has(sourceId) ? 0 : spans.length / 2);
  });
  const documentAt = (line: number) => firstIndex(found.length, (index) => (first[index + 1] ?? 0) > line);
  return {
    count: first[found.length] ?? 0,
    row(index) {
      const document = documentAt(index);
      const here = found[document];
      if (!here || index < 0) return undefined;
      const place = index - (first[document] ?? 0) - 1;
      return place < 0
        ? { kind: 'document', found: here, isClosed: closed.has(here.sourceId) }
        : { kind: 'place', found: here, place };
    },
    lineOf: (id) => first[found.findIndex(({ sourceId }) => sourceId === id)] ?? -1,
  };
}

/** Where a place stands, in code points. */
export function spanOf({ spans }: PlacesIn, place: number): { readonly start: number; readonly end: number } {
  const start = spans[place * 2] ?? 0;
  return { start, end: spans[place * 2 + 1] ?? start };
}

const chunk = 40;
const chunks = new WeakMap<FlatSpans, Map<number, FlatSpans>>();

/**
 * The part of the spans in which a place lies, always the same object: asked for once, shown many times. `shape`, the
 * same for all calls with these spans, may change the part before it is kept.
 */
export function chunkOf(
  spans: FlatSpans,
  place: number,
  shape: (part: FlatSpans) => FlatSpans = (part) => part,
): { readonly spans: FlatSpans; readonly index: number } {
  const number = Math.floor(place / chunk);
  const known = chunks.get(spans) ?? new Map<number, FlatSpans>();
  chunks.set(spans, known);
  const part = known.get(number) ?? shape(spans.slice(number * chunk * 2, (number + 1) * chunk * 2));
  known.set(number, part);
  return { spans: part, index: place - number * chunk };
}

/** White space of a line of text, in one line. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
