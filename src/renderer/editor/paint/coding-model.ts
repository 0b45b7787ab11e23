import type { DocumentCoding } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
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
 * The shown codings of one document with their place in text and margin, independent of window, width and theme.
 * A coding is known by its `place`, its index in the order of start.
 */
export interface CodingModel {
  readonly store: IntervalStore;
  readonly levels: Uint8Array;
  readonly lanes: Lanes;
  coding(place: number): DocumentCoding | undefined;
  code(place: number): PaintedCode | undefined;
  readonly placeOf: ReadonlyMap<string, number>;
}

const unknownColor = '#808080';

export function createCodingModel(
  document: DocumentText,
  codings: readonly DocumentCoding[],
  codes: ReadonlyMap<CodeId, PaintedCode>,
): CodingModel {
  const store = createIntervalStore(codings);
  const coding = (place: number) => codings[store.sources[place] ?? -1];
  const levels = assignLevels(store, (a, b) => {
    const one = coding(a)?.createdAt ?? '';
    const other = coding(b)?.createdAt ?? '';
    return one < other ? -1 : one > other ? 1 : 0;
  });
  const placeOf = new Map<string, number>();
  for (let place = 0; place < store.size; place += 1) placeOf.set(coding(place)?.id ?? '', place);
  return {
    store,
    levels,
    lanes: assignLanes(store, document),
    coding,
    code(place) {
      const id = coding(place)?.codeId;
      return id && (codes.get(id) ?? { id, name: '', path: '', color: unknownColor });
    },
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
  const stretch = (model: CodingModel, place: number) => ({
    start: model.store.starts[place] ?? 0,
    end: model.store.ends[place] ?? 0,
  });
  for (const [id, place] of after.placeOf) {
    const old = before.placeOf.get(id);
    if (old === undefined) {
      changed.push(stretch(after, place));
      continue;
    }
    if (looksTheSame(before, old, after, place)) continue;
    changed.push(stretch(before, old), stretch(after, place));
  }
  for (const [id, place] of before.placeOf) if (!after.placeOf.has(id)) changed.push(stretch(before, place));
  return changed;
}

function looksTheSame(before: CodingModel, old: number, after: CodingModel, place: number): boolean {
  return (
    before.store.starts[old] === after.store.starts[place] &&
    before.store.ends[old] === after.store.ends[place] &&
    before.levels[old] === after.levels[place] &&
    before.lanes.laneOf[old] === after.lanes.laneOf[place] &&
    before.code(old)?.color === after.code(place)?.color &&
    before.code(old)?.name === after.code(place)?.name
  );
}
