import type { HeldTint } from './band-tints';
import type { DrawnBand } from './draw-band';

export interface PaintedBand {
  readonly drawn: DrawnBand;
  readonly tints: readonly HeldTint[];
  /** All that was to be seen of the codings when it was painted. */
  readonly look: string;
  /** The line from whose top the band's heights are counted. */
  readonly line: number;
  /** From that top to the bottom of its last line, pixels. */
  readonly height: number;
  /** From the page's top, pixels. */
  top: number;
  isStale: boolean;
}

/** A band follows its lines; where they have moved within it, it has to be painted again. Heights from the page's top. */
export function realignBand(painted: PaintedBand, top: number, bottom: number): void {
  if (Math.abs(bottom - top - painted.height) >= 0.5) painted.isStale = true;
  if (Math.abs(top - painted.top) < 0.5) return;
  painted.top = top;
  painted.drawn.element.style.transform = `translateY(${top}px)`;
}
