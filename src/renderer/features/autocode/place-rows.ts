import type { SourceId } from '../../../core/ids';
import type { FlatSpans } from '../../../core/text';
import type { TickedPlaces } from './autocode-store';

/** The list of places, a line for each document and each place, without an object for every line. */
export interface PlaceRows {
  readonly count: number;
  row(index: number): PlaceRow | undefined;
  /** The line of a document. */
  lineOf(id: SourceId): number;
}

export type PlaceRow =
  | { readonly kind: 'document'; readonly found: TickedPlaces; readonly isClosed: boolean }
  | { readonly kind: 'place'; readonly found: TickedPlaces; readonly place: number };

export function placeRows(found: readonly TickedPlaces[], closed: ReadonlySet<SourceId>): PlaceRows {
  const first = new Int32Array(found.length + 1);
  found.forEach(({ sourceId, counts }, index) => {
    first[index + 1] = (first[index] ?? 0) + 1 + (closed.has(sourceId) ? 0 : counts.length);
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
      const place = index - (first[document] ?? 0) - 1;
      return place < 0
        ? { kind: 'document', found: here, isClosed: closed.has(here.sourceId) }
        : { kind: 'place', found: here, place };
    },
    lineOf: (id) => first[found.findIndex(({ sourceId }) => sourceId === id)] ?? -1,
  };
}

const chunk = 40;
/** Code points of a hit that a line may show: what is hit may be a whole section. */
const shownLength = 240;
const chunks = new WeakMap<FlatSpans, Map<number, FlatSpans>>();

/** The hits of the places around one, always the same object: asked for once, shown many times. */
export function chunkOf(
  hits: FlatSpans,
  place: number,
): { readonly spans: FlatSpans; readonly index: number } {
  const number = Math.floor(place / chunk);
  const known = chunks.get(hits) ?? new Map<number, FlatSpans>();
  chunks.set(hits, known);
  const part = known.get(number) ?? shortened(hits.slice(number * chunk * 2, (number + 1) * chunk * 2));
  known.set(number, part);
  return { spans: part, index: place - number * chunk };
}

function shortened(spans: FlatSpans): FlatSpans {
  return spans.map((position, at) =>
    at % 2 === 0 ? position : Math.min(position, (spans[at - 1] ?? 0) + shownLength),
  );
}

/** The words beside a hit, those that are coded with it apart from those that are not. */
export function besideHit(
  words: { readonly before: string; readonly after: string },
  within: { readonly before: number; readonly after: number },
) {
  const before = Array.from(words.before);
  const after = Array.from(words.after);
  const cut = Math.max(0, before.length - within.before);
  return {
    outsideBefore: oneLine(before.slice(0, cut)),
    before: oneLine(before.slice(cut)),
    after: oneLine(after.slice(0, within.after)),
    outsideAfter: oneLine(after.slice(within.after)),
  };
}

/** White space of a line of text, in one line. */
function oneLine(characters: readonly string[]): string {
  return characters.join('').replace(/\s+/gu, ' ');
}
