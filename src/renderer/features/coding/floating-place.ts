/** The side of a passage on which a floating thing stands, and where; client coordinates in pixels. */
export interface FloatingPlace {
  readonly left: number;
  readonly top: number;
}

export interface FloatingQuestion {
  /** First and last row of the passage. */
  readonly first: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly last: { readonly right: number; readonly top: number; readonly bottom: number };
  readonly width: number;
  readonly height: number;
  /** What it has to stay within. */
  readonly bounds: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly prefer: 'above' | 'below';
}

const gap = 8;

type Edges = Pick<FloatingQuestion, 'first' | 'last'>;

/**
 * Where a toolbar stands that goes above its passage: at the first row; where that has gone out of sight, at the last
 * row, upon what was just read and near the hand, for below it would cover what is read next.
 */
export function besidePassage(
  { first, last }: Edges,
  { width, height, top }: { readonly width: number; readonly height: number; readonly top: number },
): Edges {
  const isAbove = (row: { readonly top: number }) => row.top - gap - height >= top;
  if (isAbove(first) || !isAbove(last)) return { first, last };
  return { first: { left: last.right - width, top: last.top, bottom: last.bottom }, last };
}

/** Beside the passage without covering it where there is room; within the bounds always. */
export function placeFloating(question: FloatingQuestion): FloatingPlace {
  const { first, last, width, height, bounds, prefer } = question;
  const above = first.top - gap - height;
  const below = last.bottom + gap;
  const fitsAbove = above >= bounds.top;
  const fitsBelow = below + height <= bounds.bottom;
  const top =
    prefer === 'above' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above;
  return {
    left: clamp(first.left, bounds.left + gap, bounds.right - width - gap),
    top: clamp(top, bounds.top + gap, bounds.bottom - height - gap),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
