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
