import type { TextSpan } from '../../core/text';
import type { DomPlaces } from './dom-places';
import type { DocumentText } from './model/document-text';

/** Left above a place that was jumped to, as a share of the window's height. */
const roomAbove = 0.28;
/** Left at the edges for a passage that is selected step by step, likewise: more below, where the text goes on. */
const edges = { top: 0.1, bottom: 0.28 };

/** What is read: a character and how far below the window's upper edge its row begins (pixels). */
export interface ReadingPlace {
  readonly position: number;
  /** Null: the very top of the document, above its first row. */
  readonly below: number | null;
}

/** Brings places of the text into the window. */
export class Scrolling {
  private isEnded = false;
  private reading: ReadingPlace | null = null;
  /** The selection, if it was in view when the text last stood still. */
  private workedOn: TextSpan | null = null;
  private isReturning = false;
  /** Counts the ways back to a place: a new one ends the one before. */
  private returns = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly places: DomPlaces,
    private readonly document: DocumentText,
  ) {}

  /** The rectangle of the character at a position; of its line where there is none. */
  rectOf(position: number): DOMRect | null {
    let rect: DOMRect | null = null;
    this.places.eachLineRange(position, position + 1, (range) => {
      rect ??= range.getBoundingClientRect();
    });
    return rect ?? this.places.lineElement(this.document.lineAt(position))?.getBoundingClientRect() ?? null;
  }

  /**
   * Text far away has only an estimated height until it is laid out, so after the jump its true place is read, two
   * frames later, and the scroll corrected.
   */
  async jumpTo(position: number): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const rect = this.rectOf(position);
      if (!rect) return;
      const box = this.scroller.getBoundingClientRect();
      const distance = rect.top - box.top - box.height * roomAbove;
      if (Math.abs(distance) < 2) return;
      const before = this.scroller.scrollTop;
      this.scroller.scrollTop += distance;
      if (this.scroller.scrollTop === before) return;
      await twoFrames();
      if (this.isEnded) return;
    }
  }

  /** Where the reader is now; for `keepReading`. To be called when scrolling has come to rest. */
  noteReading(textElement: HTMLElement, selection: TextSpan): void {
    if (this.isReturning) return;
    this.workedOn = this.isInView(selection) ? selection : null;
    const place = this.readingPlace(textElement);
    this.reading = this.scroller.scrollTop > 0 && place.position >= 0 ? place : null;
  }

  /** The first character in view; at the very top of the document the position is 0, and unknown is -1. */
  readingPlace(textElement: HTMLElement): ReadingPlace {
    if (this.scroller.scrollTop <= 0) return { position: 0, below: null };
    const box = this.scroller.getBoundingClientRect();
    const text = textElement.getBoundingClientRect();
    // A point between two paragraphs belongs to none.
    for (const y of [box.top + 4, box.top + 24, box.top + 44]) {
      const caret = window.document.caretRangeFromPoint(text.left + 4, y);
      const position = caret && this.places.fromDom(caret.startContainer, caret.startOffset);
      const rect = position === null ? null : this.rectOf(position);
      if (position !== null && rect) return { position, below: rect.top - box.top };
    }
    return { position: -1, below: 0 };
  }

  /** What is selected has changed; it is in view then, or will be. */
  noteSelection(span: TextSpan): void {
    this.workedOn = span;
  }

  /**
   * The text has been set anew, wider, narrower, larger or smaller, or its window has become lower: what was read stays
   * where it was, and the selection in view if it was.
   */
  async keepReading(isSetAnew: boolean): Promise<void> {
    const { workedOn } = this;
    if (isSetAnew && this.reading) await this.returnTo(this.reading);
    if (!workedOn || this.isEnded || this.isInView(workedOn)) return;
    this.bringIntoView(workedOn);
  }

  /** Puts a place where it was in the window. */
  async returnTo(place: ReadingPlace): Promise<void> {
    if (place.position < 0) return;
    this.returns += 1;
    const mine = this.returns;
    const { below } = place;
    if (below === null) {
      this.isReturning = false;
      this.scroller.scrollTop = 0;
      return;
    }
    this.isReturning = true;
    this.reading = place;
    // Text far away has only an estimated height until it is laid out.
    let set: number | null = null;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const rect = this.rectOf(place.position);
      const off = rect ? rect.top - this.scroller.getBoundingClientRect().top - below : 0;
      // Somebody has scrolled in the meantime, and wants to be where they are now.
      if (set !== null && Math.abs(this.scroller.scrollTop - set) > 1 && Math.abs(off) > 2) break;
      this.scroller.scrollTop += off;
      set = this.scroller.scrollTop;
      await twoFrames();
      if (this.isEnded || mine !== this.returns) return;
    }
    this.isReturning = false;
  }

  /** Scrolls as little as is needed; nothing where the passage is in view. */
  bringIntoView(span: TextSpan): void {
    const first = this.rectOf(span.start);
    const last = this.rectOf(Math.max(span.start, span.end - 1));
    if (!first || !last) return;
    const box = this.scroller.getBoundingClientRect();
    const top = box.top + box.height * edges.top;
    const bottom = box.bottom - box.height * edges.bottom;
    if (first.top >= top && last.bottom <= bottom) return;
    const isTooTall = last.bottom - first.top > bottom - top;
    const by = first.top < top || isTooTall ? first.top - top : last.bottom - bottom;
    if (Math.abs(by) > box.height) void this.jumpTo(span.start);
    else this.scroller.scrollTop += by;
  }

  /** Puts a position into the middle of the window. */
  center(position: number): void {
    const rect = this.rectOf(position);
    if (!rect) return;
    const box = this.scroller.getBoundingClientRect();
    this.scroller.scrollTop += rect.top - box.top - box.height / 2;
  }

  private isInView({ start, end }: TextSpan): boolean {
    const first = this.rectOf(start);
    const last = this.rectOf(Math.max(start, end - 1));
    const { top, bottom } = this.scroller.getBoundingClientRect();
    return first !== null && last !== null && first.top >= top && last.bottom <= bottom;
  }

  byPage(direction: 1 | -1): void {
    this.scroller.scrollTop += direction * this.scroller.clientHeight * 0.9;
  }

  end(): void {
    this.isEnded = true;
  }
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
