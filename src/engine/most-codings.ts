import type { SourceId } from '../core/ids';

/** From this many codings on, and this share of all, a walk through all of them is quicker than looking each one up. */
const many = 2000;
const share = 0.2;

/** Whether reading the codings of some documents alone would take longer than reading those of all. */
export function haveMostCodings(
  ids: readonly SourceId[],
  codingsOf: (id: SourceId) => number,
  all: Iterable<SourceId>,
): boolean {
  const sum = (of: Iterable<SourceId>) => {
    let codings = 0;
    for (const id of of) codings += codingsOf(id);
    return codings;
  };
  const some = sum(ids);
  return some >= many && some >= share * sum(all);
}
