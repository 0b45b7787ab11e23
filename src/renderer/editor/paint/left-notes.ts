import { firstAtOrAfter } from '../../../core/binary-search';

/**
 * What stands in the gutter left of the text, beside the row of its position: the speaker of a turn, a time. The
 * interface for features, kept stable, is `surface.setLeftNotes(notes)`; notes in order of position, none: the
 * gutter is as narrow as before. A click on one is answered by `surface.leftNoteAtPoint(x, y)`.
 */
export interface LeftNote {
  /** Code points. */
  readonly position: number;
  readonly text: string;
  /** Below the text, smaller. */
  readonly time?: string;
  /** Set fainter: a time by itself. It gives way to a name on the same row. */
  readonly isQuiet?: boolean;
}

export interface LeftNotes {
  readonly all: readonly LeftNote[];
  /** Those whose position is in `[start, end)`. */
  within(start: number, end: number): readonly LeftNote[];
}

export function leftNotes(all: readonly LeftNote[]): LeftNotes {
  const positions = Int32Array.from(all, ({ position }) => position);
  return {
    all,
    within: (start, end) => all.slice(firstAtOrAfter(positions, start), firstAtOrAfter(positions, end)),
  };
}

export const noLeftNotes = leftNotes([]);
