/** A place in the grid; -1 is the header row or column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const page = 10;

/** Where a key leads in a square grid with headers; null for a key that means nothing here. */
export function gridStep(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: GridPlace,
  count: number,
): GridPlace | null {
  const last = count - 1;
  const within = (value: number) => Math.min(last, Math.max(-1, value));
  const at = (nextRow: number, nextColumn: number): GridPlace => {
    const place = { row: within(nextRow), column: within(nextColumn) };
    // The corner itself holds nothing.
    if (place.row >= 0 || place.column >= 0) return place;
    return row < 0 ? { row: -1, column: 0 } : { row: 0, column: -1 };
  };
  switch (key) {
    case 'ArrowDown':
      return at(ctrlKey ? last : row + 1, column);
    case 'ArrowUp':
      return at(ctrlKey ? 0 : row - 1, column);
    case 'ArrowRight':
      return at(row, ctrlKey ? last : column + 1);
    case 'ArrowLeft':
      return at(row, ctrlKey ? 0 : column - 1);
    case 'PageDown':
      return at(row + page, column);
    case 'PageUp':
      return at(Math.max(0, row - page), column);
    case 'Home':
      return at(ctrlKey ? 0 : row, 0);
    case 'End':
      return at(ctrlKey ? last : row, last);
    default:
      return null;
  }
}
