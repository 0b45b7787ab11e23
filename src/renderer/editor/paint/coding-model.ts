import type { DocumentCoding, DocumentQuotation } from '../../../contract/queries';
import type { CodeId, QuotationId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { DocumentText } from '../model/document-text';
import { compareIntervals, createIntervalStore, type IntervalStore } from '../model/interval-store';
import { assignLanes, type Lanes } from '../model/lanes';
import { createLevels, type Levels } from '../model/levels';

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
  readonly levels: Levels;
  readonly lanes: Lanes;
  /** Undefined for a bare quotation. */
  coding(place: number): DocumentCoding | undefined;
  code(place: number): PaintedCode | undefined;
  bare(place: number): DocumentQuotation | undefined;
  /** The coding's id, or that of the bare quotation; what is drawn is known by it. */
  id(place: number): string;
  quotationId(place: number): QuotationId | undefined;
  span(place: number): TextSpan;
  placeOf(id: string): number | undefined;
  /** The colours of all codes that are painted somewhere in the document, as stored. */
  colors(): ReadonlySet<string>;
}

const unknownColor = '#808080';
/** A tint says “coded”, so a bare quotation is underlined only. */
const leastBareLevel = 1;
/** Bare quotations come last: they never change how a coding looks. */
const last = '\uffff';

/** Codings and bare quotations are best given in order of start, the longer first, as the engine answers them. */
export function createCodingModel(
  document: DocumentText,
  codings: readonly DocumentCoding[],
  codes: ReadonlyMap<CodeId, PaintedCode>,
  bareQuotations: readonly DocumentQuotation[] = [],
): CodingModel {
  const marks = merge(codings, bareQuotations);
  const store = createIntervalStore(marks);
  const mark = (place: number) => marks[store.sources[place] ?? -1];
  const coding = (place: number) => {
    const found = mark(place);
    return found && 'codeId' in found ? found : undefined;
  };
  const bare = (place: number) => {
    const found = mark(place);
    return found && !('codeId' in found) ? found : undefined;
  };
  const levels = createLevels(
    store,
    (a, b) => {
      const one = coding(a)?.createdAt ?? last;
      const other = coding(b)?.createdAt ?? last;
      return one < other ? -1 : one > other ? 1 : 0;
    },
    (place) => (bare(place) ? leastBareLevel : 0),
  );
  let places: Map<string, number> | null = null;
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
    id: (place) => mark(place)?.id ?? '',
    quotationId: (place) => coding(place)?.quotationId ?? bare(place)?.id,
    span: (place) => ({ start: store.starts[place] ?? 0, end: store.ends[place] ?? 0 }),
    placeOf(id) {
      if (!places) {
        places = new Map();
        for (let place = 0; place < store.size; place += 1) places.set(mark(place)?.id ?? '', place);
      }
      return places.get(id);
    },
    colors() {
      const used = new Set(codings.map(({ codeId }) => codeId));
      return new Set([...used].map((id) => codes.get(id)?.color ?? unknownColor));
    },
  };
}

/** Codings and bare quotations (by id) in a span, or at a caret; one at the end of a passage still belongs to it. */
export function idsIn({ store, id }: CodingModel, { start, end }: TextSpan): string[] {
  const places = new Set(store.overlapping(start, Math.max(end, start + 1)));
  if (start === end && start > 0) for (const place of store.at(start - 1)) places.add(place);
  return [...places].map(id);
}

type Mark = DocumentCoding | DocumentQuotation;

/** Both lists as one; in order where both are. */
function merge(codings: readonly DocumentCoding[], bare: readonly DocumentQuotation[]): readonly Mark[] {
  if (bare.length === 0) return codings;
  const marks: Mark[] = [];
  let next = 0;
  for (const coding of codings) {
    for (let first = bare[next]; first && compareIntervals(first, coding) < 0; first = bare[next]) {
      marks.push(first);
      next += 1;
    }
    marks.push(coding);
  }
  return [...marks, ...bare.slice(next)];
}

/**
 * All that can be seen of the codings in a stretch of text: where it is the same under two models, nothing has to
 * be painted again.
 */
export function lookOf(model: CodingModel, start: number, end: number): string {
  const { store, lanes, levels } = model;
  return store
    .overlapping(start, end)
    .map((place) => {
      const code = model.code(place);
      const { hasMemo = false } = model.bare(place) ?? {};
      const position = `${store.starts[place]} ${store.ends[place]} ${levels.at(place)} ${lanes.laneOf[place]}`;
      return `${model.id(place)} ${position} ${code?.color} ${code?.name} ${hasMemo}`;
    })
    .join('\n');
}
