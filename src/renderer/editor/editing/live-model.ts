import { type ChangeList, createChangeMap } from '../../../core/anchoring';
import type { PositionMap } from '../../../core/text';
import { createIntervalStore, type IntervalStore } from '../model/interval-store';
import type { CodingModel } from '../paint/coding-model';
import type { LeftNote } from '../paint/left-notes';

/**
 * The codings of the text with which an edit began, where they stand by now. Lanes and levels stay those of the text
 * that was read: nothing in the margin jumps while somebody types.
 */
export class LiveModel {
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly notes: readonly LeftNote[];
  private now: { readonly changes: ChangeList; readonly marks: LiveMarks } | null = null;

  /** `notes`: what stands left of the text with which the edit began. */
  constructor(
    readonly base: CodingModel,
    positions: PositionMap,
    notes: readonly LeftNote[] = [],
  ) {
    this.notes = notes.map((note) => ({ ...note, position: positions.toUtf16(note.position) }));
    const { store } = base;
    this.starts = store.starts.map((position) => positions.toUtf16(position));
    this.ends = store.ends.map((position) => positions.toUtf16(position));
  }

  at(changes: ChangeList): LiveMarks {
    if (this.now?.changes !== changes) this.now = { changes, marks: this.mapped(changes) };
    return this.now.marks;
  }

  private mapped(changes: ChangeList): LiveMarks {
    const map = createChangeMap(changes);
    const alive: { readonly start: number; readonly end: number; readonly place: number }[] = [];
    for (let place = 0; place < this.starts.length; place += 1) {
      const start = map.map(this.starts[place] ?? 0, 1);
      const end = map.map(this.ends[place] ?? 0, -1);
      if (start < end) alive.push({ start, end, place });
    }
    const store = createIntervalStore(alive);
    const places = store.sources.map((source) => alive[source]?.place ?? 0);
    const notes = this.notes.map((note) => ({ ...note, position: map.map(note.position, 1) }));
    return { base: this.base, store, places, notes };
  }
}

/** Codings in a text as it is being typed. */
export interface LiveMarks {
  readonly base: CodingModel;
  /** UTF-16 units of the text. */
  readonly store: IntervalStore;
  /** The place in `base` of each place in `store`. */
  readonly places: Int32Array;
  /** In order of position, UTF-16 units of the text. */
  readonly notes: readonly LeftNote[];
}

/** What stands left of a stretch of the text, in code points of the stretch. */
export function notesWithin({ notes }: LiveMarks, start: number, positions: PositionMap): LeftNote[] {
  const end = start + positions.toUtf16(positions.length);
  return notes
    .filter(({ position }) => position >= start && position < end)
    .map((note) => ({ ...note, position: positions.toCodePoint(note.position - start) }));
}

/**
 * The codings of a stretch `[start, end)` of the text as a model of its own, which counts code points of the stretch.
 * What reaches beyond it begins before its first or ends behind its last position.
 */
export function modelWithin(
  { base, store, places }: LiveMarks,
  start: number,
  positions: PositionMap,
): CodingModel {
  const length = positions.toUtf16(positions.length);
  const found = store.overlapping(start, start + length);
  const inStretch = (offset: number) =>
    offset < start
      ? -1
      : offset > start + length
        ? positions.length + 1
        : positions.toCodePoint(offset - start);
  const within = createIntervalStore(
    found.map((place) => ({
      start: inStretch(store.starts[place] ?? 0),
      end: inStretch(store.ends[place] ?? 0),
    })),
  );
  const inBase = within.sources.map((source) => places[found[source] ?? -1] ?? 0);
  const placeInBase = (place: number) => inBase[place] ?? -1;
  const placeHere = (place: number) => inBase.indexOf(place);
  return {
    ...base,
    store: within,
    levels: { at: (place) => base.levels.at(placeInBase(place)) },
    lanes: {
      laneOf: Uint16Array.from(inBase, (place) => base.lanes.laneOf[place] ?? 0),
      count: base.lanes.count,
    },
    coding: (place) => base.coding(placeInBase(place)),
    code: (place) => base.code(placeInBase(place)),
    bare: (place) => base.bare(placeInBase(place)),
    id: (place) => base.id(placeInBase(place)),
    quotationId: (place) => base.quotationId(placeInBase(place)),
    span: (place) => ({ start: within.starts[place] ?? 0, end: within.ends[place] ?? 0 }),
    placeOf: (id) => {
      const here = placeHere(base.placeOf(id) ?? -1);
      return here < 0 ? undefined : here;
    },
    placesOf: (id) =>
      base
        .placesOf(id)
        .map(placeHere)
        .filter((here) => here >= 0),
  };
}
