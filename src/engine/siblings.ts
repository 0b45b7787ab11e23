/**
 * Order among siblings is a fractional `position`, so that moving one row changes one row. Where two neighbours
 * have come too close, all siblings are numbered anew.
 */
export interface Sibling {
  readonly id: string;
  readonly position: number;
}

export interface Placement {
  readonly id: string;
  readonly position: number;
}

/**
 * Positions for `moved` ids, in their order, before `beforeId` (null: last) among `siblings` (in order; moved ones
 * may be among them). Answers only the rows whose position changes.
 */
export function placeAmong(
  siblings: readonly Sibling[],
  moved: readonly string[],
  beforeId: string | null,
): Placement[] {
  const others = siblings.filter(({ id }) => !moved.includes(id));
  const found = beforeId === null ? -1 : others.findIndex(({ id }) => id === beforeId);
  const index = found < 0 ? others.length : found;
  const below = index === 0 ? 0 : (others[index - 1]?.position ?? 0);
  const above = others[index]?.position ?? below + moved.length + 1;
  const step = (above - below) / (moved.length + 1);
  if (step > 1e-6) return moved.map((id, place) => ({ id, position: below + step * (place + 1) }));
  const ordered = [
    ...others.slice(0, index).map(({ id }) => id),
    ...moved,
    ...others.slice(index).map(({ id }) => id),
  ];
  const before = new Map(siblings.map(({ id, position }) => [id, position]));
  return ordered
    .map((id, place) => ({ id, position: place + 1 }))
    .filter(({ id, position }) => moved.includes(id) || before.get(id) !== position);
}
