import type { DocumentCoding, DocumentQuotation } from '../../../contract/queries';
import type { CodeId, QuotationId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { DocumentText } from '../model/document-text';
import { createIntervalStore, type IntervalStore } from '../model/interval-store';
import { assignLanes, type Lanes } from '../model/lanes';
import { assignLevels } from '../model/levels';

/** What painting has to know of a code. */
export interface PaintedCode {
  readonly id: CodeId;
  readonly name: string;
  readonly path: string;
  /** As stored, `#rrggbb`. */
  readonly color: string;
}

/**
 * The shown codings of one document with their place in text and margin, independent of window, width and theme,
 * and the bare quotations: passages without any code, marked to write a memo on them. Each is known by its `place`,
 * its index in the order of start.
 */
export interface CodingModel {
  readonly store: IntervalStore;
  readonly levels: Uint8Array;
  readonly lanes: Lanes;
  /** Undefined for a bare quotation. */
  coding(place: number): DocumentCoding | undefined;
  code(place: number): PaintedCode | undefined;
  bare(place: number): DocumentQuotation | undefined;
  /** The coding's id, or that of the bare quotation; what is drawn is known by it. */
  id(place: number): string;
  quotationId(place: number): QuotationId | undefined;
  span(place: number): TextSpan;
  readonly placeOf: ReadonlyMap<string, number>;
}

const unknownColor = '#808080';
/** A tint says “coded”, so a bare quotation is underlined only. */
const leastBareLevel = 1;

export function createCodingModel(
  document: DocumentText,
  codings: readonly DocumentCoding[],
  codes: ReadonlyMap<CodeId, PaintedCode>,
  bareQuotations: readonly DocumentQuotation[] = [],
): CodingModel {
  const store = createIntervalStore([...codings, ...bareQuotations]);
  const coding = (place: number) => codings[store.sources[place] ?? -1];
  const bare = (place: number) => bareQuotations[(store.sources[place] ?? -1) - codings.length];
  // Bare quotations come last: they never change how a coding looks.
  const last = '\uffff';
  const levels = assignLevels(
    store,
    (a, b) => {
      const one = coding(a)?.createdAt ?? last;
      const other = coding(b)?.createdAt ?? last;
      return one < other ? -1 : one > other ? 1 : 0;
    },
    (place) => (bare(place) ? leastBareLevel : 0),
  );
  const id = (place: number) => coding(place)?.id ?? bare(place)?.id ?? '';
  const placeOf = new Map<string, number>();
  for (let place = 0; place < store.size; place += 1) placeOf.set(id(place), place);
  return {
    store,
    levels,
    lanes: assignLanes(store, document),
    coding,
    code(place) {
      const codeId = coding(place)?.codeId;
      return codeId && (codes.get(codeId) ?? { id: codeId, name: '', path: '', color: unknownColor });
    },
    bare,
    id,
    quotationId: (place) => coding(place)?.quotationId ?? bare(place)?.id,
    span: (place) => ({ start: store.starts[place] ?? 0, end: store.ends[place] ?? 0 }),
    placeOf,
  };
}

/**
 * The stretches `[start, end)` of text that look different under two models; adjacent to each other or not, and
 * in no order. Bands outside them need no new painting.
 */
export function changedStretches(
  before: CodingModel | null,
  after: CodingModel,
): { readonly start: number; readonly end: number }[] {
  const changed: { start: number; end: number }[] = [];
  if (!before) return [{ start: 0, end: Number.MAX_SAFE_INTEGER }];
  for (const [id, place] of after.placeOf) {
    const old = before.placeOf.get(id);
    if (old === undefined) {
      changed.push(after.span(place));
      continue;
    }
    if (looksTheSame(before, old, after, place)) continue;
    changed.push(before.span(old), after.span(place));
  }
  for (const [id, place] of before.placeOf) if (!after.placeOf.has(id)) changed.push(before.span(place));
  return changed;
}

function looksTheSame(before: CodingModel, old: number, after: CodingModel, place: number): boolean {
  return (
    before.store.starts[old] === after.store.starts[place] &&
    before.store.ends[old] === after.store.ends[place] &&
    before.levels[old] === after.levels[place] &&
    before.lanes.laneOf[old] === after.lanes.laneOf[place] &&
    before.code(old)?.color === after.code(place)?.color &&
    before.code(old)?.name === after.code(place)?.name &&
    before.bare(old)?.hasMemo === after.bare(place)?.hasMemo
  );
}
