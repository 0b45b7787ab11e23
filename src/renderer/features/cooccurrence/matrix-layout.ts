import { fitText, textWidth } from '../../../core/figures';

/** Where the parts of the matrix stand, in pixels from the grid's upper left corner. */
export interface MatrixLayout {
  readonly cell: number;
  /** From one cell to the next. */
  readonly step: number;
  /** Left edge of the first column and upper edge of the first row. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Names as they fit, in the order of the rows. */
  readonly names: readonly string[];
  readonly fontSize: number;
}

/** Column names rise to the right by this angle. */
export const slant = 36;

const gapWidth = 2;
const largestCell = 46;
const smallestCell = 24;
const widestName = 190;
/** Swatch and the space around it. */
const besideName = 30;
/** The corner holds the scale and what the pointer rests on. */
const smallestCorner = { width: 176, height: 92 };

/** Cells as large as the width allows, between a size that can be hit and one that can be overlooked. */
export function matrixLayout(fullNames: readonly string[], available: number): MatrixLayout {
  const angle = (slant * Math.PI) / 180;
  const count = Math.max(1, fullNames.length);
  const fontSize = fullNames.length > 40 ? 11 : 12;
  const names = fullNames.map((name) => fitText(name, fontSize, widestName));
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name, fontSize)), 40);
  const left = Math.max(smallestCorner.width, Math.ceil(longest + besideName));
  const top = Math.max(smallestCorner.height, Math.ceil(longest * Math.sin(angle) + 26));
  // The last names lean out to the right of their columns.
  const lean = names.reduce((most, name, index) => {
    const beyond = textWidth(name, fontSize) * Math.cos(angle) - (count - index - 0.5) * smallestCell;
    return Math.max(most, beyond);
  }, 16);
  const room = Math.floor((available - left - lean - 12) / count) - gapWidth;
  const cell = Math.min(largestCell, Math.max(smallestCell, room));
  const step = cell + gapWidth;
  return {
    cell,
    step,
    left,
    top,
    width: Math.ceil(left + count * step + lean),
    height: top + count * step + 12,
    names,
    fontSize,
  };
}

/** Ranges move by so many rows at a time: fewer paintings, at the price of a few cells out of sight. */
const block = 4;

/** Rows or columns that are in sight, `[from, to)`, with some beyond either edge. */
export function visibleRange(
  { scroll, size, start, step }: { scroll: number; size: number; start: number; step: number },
  count: number,
): readonly [from: number, to: number] {
  const from = (Math.floor(scroll / step / block) - 1) * block;
  const to = (Math.ceil((scroll + size - start) / step / block) + 1) * block;
  return [Math.max(0, Math.min(count, from)), Math.max(0, Math.min(count, to))];
}
