import { type Items, itemBuilder } from './items';
import type { RelationPlan } from './relation';
import type { Selection } from './selection';
import { type Meetings, relationSweep, type Wanted, wholeDocumentSweep } from './sweep';
import type { CodingTable } from './types';

/** The sums over all groups, with each code's own figures. */
export interface Tally extends Meetings {
  readonly own: {
    readonly items: Float64Array;
    readonly characters: Float64Array;
    readonly documents: Float64Array;
  };
}

/** Walks the groups of a selection. `isWholeDocument`: the relation is *same document*, which needs no sweep. */
export function tally(
  selection: Selection,
  table: CodingTable,
  { plan, wanted, isWholeDocument }: { plan: RelationPlan; wanted: Wanted; isWholeDocument: boolean },
): Tally {
  const { size, groupSources } = selection;
  const matrix = () => new Float64Array(size * size);
  const sums: Tally = {
    pairs: matrix(),
    rowItems: matrix(),
    rowCharacters: matrix(),
    sharedCharacters: matrix(),
    documents: matrix(),
    own: {
      items: new Float64Array(size),
      characters: new Float64Array(size),
      documents: new Float64Array(size),
    },
  };
  const build = itemBuilder(selection, table, wanted.items);
  const sweep = isWholeDocument
    ? wholeDocumentSweep(sums, wanted, size)
    : relationSweep(sums, { plan, wanted, size });
  const lastSource = new Int32Array(size).fill(-1);
  for (let group = 0; group < groupSources.length; group += 1) {
    const source = groupSources[group] ?? 0;
    const items = build(group);
    addOwn(sums.own, items, { source, lastSource });
    if (!isWholeDocument) plan.place(items, source);
    sweep(items, source);
  }
  return sums;
}

function addOwn(
  own: Tally['own'],
  { count, start, end, row }: Items,
  { source, lastSource }: { source: number; lastSource: Int32Array },
): void {
  for (let item = 0; item < count; item += 1) {
    const r = row[item] ?? 0;
    own.items[r] = (own.items[r] ?? 0) + 1;
    own.characters[r] = (own.characters[r] ?? 0) + (end[item] ?? 0) - (start[item] ?? 0);
    if (lastSource[r] === source) continue;
    lastSource[r] = source;
    own.documents[r] = (own.documents[r] ?? 0) + 1;
  }
}
