import type { DrawnBand } from './draw-band';
import { type MemoSign, memoSignSize } from './draw-lines';
import type { Fold } from './draw-options';
import type { LeftNote } from './left-notes';
import type { PageColumns } from './page-columns';

/** What the pointer is on in the margin: one coding, the sign of a memo, or a “+n” (its codings, and its box in client coordinates). */
export type MarginHit =
  | { readonly kind: 'coding'; readonly id: string }
  | { readonly kind: 'memo'; readonly id: string; readonly on: MemoSign['on'] }
  | { readonly kind: 'fold'; readonly ids: readonly string[]; readonly element: HTMLElement };

interface Point {
  /** From the page's left upper corner, pixels. */
  readonly x: number;
  readonly y: number;
}

interface PaintedBand {
  readonly drawn: DrawnBand;
  /** From the page's top, pixels. */
  readonly top: number;
}

const nearestBracket = 5;

export function marginAt(
  bands: Iterable<PaintedBand>,
  columns: PageColumns,
  { x, y }: Point,
): MarginHit | null {
  if (x < columns.lanesLeft - 30) return null;
  for (const { drawn, top } of bands) {
    const inBand = y - top;
    const fold = drawn.folds.find((each) => isIn(each, x, inBand));
    if (fold) return { kind: 'fold', ids: fold.ids, element: fold.element };
    const memo = drawn.memos.find(
      ({ left, top: from }) =>
        x >= left - 1 &&
        x <= left + memoSignSize.width &&
        inBand >= from &&
        inBand <= from + memoSignSize.height,
    );
    if (memo) return { kind: 'memo', id: memo.id, on: memo.on };
    if (x < columns.lanesLeft - 6) continue;
    if (x < columns.namesLeft - 4) {
      const near = drawn.brackets
        .filter(({ isFolded, top: from, bottom }) => !isFolded && inBand >= from - 1 && inBand <= bottom + 1)
        .map(({ id, left }) => ({ id, distance: Math.abs(left + 1.5 - x) }))
        .sort((a, b) => a.distance - b.distance)[0];
      if (near && near.distance <= nearestBracket) return { kind: 'coding', id: near.id };
    } else {
      const name = drawn.names.find((each) => inBand >= each.top && inBand < each.top + each.height);
      const [id] = name?.ids ?? [];
      if (id !== undefined) return { kind: 'coding', id };
    }
  }
  return null;
}

/** The note left of the text at a point. */
export function noteAt(bands: Iterable<PaintedBand>, columns: PageColumns, { x, y }: Point): LeftNote | null {
  const left = columns.textLeft - columns.gutter + columns.numberWidth;
  if (columns.notesWidth === 0 || x < left || x > columns.textLeft - 4) return null;
  for (const { drawn, top } of bands) {
    const found = drawn.notes.find((note) => y - top >= note.top && y - top < note.top + note.height);
    if (found) return found.note;
  }
  return null;
}

function isIn({ left, right, top, bottom }: Fold, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
