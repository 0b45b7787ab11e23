/** Which items of a list are chosen, by their keys, as in a file manager. */
export interface ListSelection {
  readonly chosen: ReadonlySet<string>;
  /** Line with the keyboard. */
  readonly active: number;
  /** Line from which Shift extends. */
  readonly anchor: number;
}

export const nothingChosen: ListSelection = { chosen: new Set(), active: 0, anchor: 0 };

export interface Choosing {
  /** Shift: from the anchor to here. */
  readonly isRange: boolean;
  /** Ctrl or Command: what was chosen stays. */
  readonly isAdding: boolean;
}

/** `keysBetween`: the keys of the items on lines `from` to `to`, both included. */
export function choose(
  before: ListSelection,
  line: number,
  { isRange, isAdding }: Choosing,
  keysBetween: (from: number, to: number) => readonly string[],
): ListSelection {
  const anchor = isRange ? before.anchor : line;
  const keys = keysBetween(Math.min(anchor, line), Math.max(anchor, line));
  if (!isAdding) return { chosen: new Set(keys), active: line, anchor };
  const chosen = new Set(before.chosen);
  const isOff = !isRange && keys.every((key) => chosen.has(key));
  for (const key of keys) {
    if (isOff) chosen.delete(key);
    else chosen.add(key);
  }
  return { chosen, active: line, anchor };
}

/** The keyboard goes elsewhere and leaves what is chosen as it is. */
export function moveOnly(before: ListSelection, line: number): ListSelection {
  return { ...before, active: line, anchor: line };
}
