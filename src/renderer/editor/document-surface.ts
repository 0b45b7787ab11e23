import type { TextSpan } from '../../core/text';
import { characterAtPoint } from './hit-text';
import type { LeftNote } from './paint/left-notes';
import type { MarginHit } from './paint/margin-hit';
import { PaintedSurface } from './painted-surface';
import { edgesOf, endsOf } from './passage-ends';
import type { ReadingPlace } from './scrolling';

export type { SurfaceElements, SurfaceOptions } from './painted-surface';

/** Pixels, where a wheel counts in lines. */
const wheelLine = 40;

/**
 * A document on the screen: editor, painted codings and minimap on one side, code point positions on the other.
 * Everything that knows of ProseMirror or of the DOM's offsets is behind this.
 */
export class DocumentSurface extends PaintedSurface {
  /** The moving end of the selection. */
  caret(): number {
    return this.chosen.caret();
  }

  select(span: TextSpan, { scroll = true, caretAtStart = false } = {}): void {
    const isAll = span.start === 0 && span.end === this.document.positions.length && span.end > 0;
    this.chosen.select(span, { isAll, caretAtStart });
    if (scroll && !isAll) this.scrolling.bringIntoView(span);
  }

  focus(): void {
    if (!this.isDestroyed) this.editor.view.focus();
  }

  get hasFocus(): boolean {
    return !this.isDestroyed && this.editor.view.hasFocus();
  }

  /** Codings (places in the model) at a character, the shortest first. */
  codingsAt(position: number): number[] {
    const { model } = this;
    if (!model) return [];
    const length = (place: number) => (model.store.ends[place] ?? 0) - (model.store.starts[place] ?? 0);
    return model.store.at(position).sort((a, b) => length(a) - length(b) || b - a);
  }

  /** Codings under a point of the window: of a bracket or name in the margin, or of the text there. */
  codingsAtPoint(clientX: number, clientY: number): number[] {
    const inMargin = this.painter.marginAt(clientX, clientY);
    if (inMargin?.kind === 'fold') return [];
    const place = inMargin === null ? undefined : this.model?.placeOf(inMargin.id);
    if (place !== undefined) return [place];
    const character = characterAtPoint(this.places, clientX, clientY);
    return character === null ? [] : this.codingsAt(character);
  }

  /** The bracket, name or “+n” at a point of the window. */
  marginAtPoint(clientX: number, clientY: number): MarginHit | null {
    return this.painter.marginAt(clientX, clientY);
  }

  /** The text position nearest to a point of the window; null off the text. */
  positionAtPoint(clientX: number, clientY: number): number | null {
    const caret = window.document.caretRangeFromPoint(clientX, clientY);
    return caret && this.places.fromDom(caret.startContainer, caret.startOffset);
  }

  /** The page's left upper corner in client coordinates. */
  pageOrigin(): { readonly x: number; readonly y: number } {
    const { left, top } = this.options.elements.page.getBoundingClientRect();
    return { x: left, y: top };
  }

  /** The window onto the text, in client coordinates. */
  viewport(): DOMRect {
    return this.options.elements.scroller.getBoundingClientRect();
  }

  /** Scrolls by a turn of the wheel that met something floating over the text. */
  scrollByWheel({ deltaX, deltaY, deltaMode }: WheelEvent): void {
    const { scroller } = this.options.elements;
    const unit = [1, wheelLine, scroller.clientHeight][deltaMode] ?? 1;
    scroller.scrollBy(deltaX * unit, deltaY * unit);
  }

  /** The rectangles of a passage, for what floats beside it; at most those of its first and last row. */
  edgesOf(span: TextSpan): { readonly first: DOMRect; readonly last: DOMRect } | null {
    return edgesOf(this.scrolling, span);
  }

  /** Where a passage begins and ends on the screen, whichever way its text runs. */
  endsOf(span: TextSpan): ReturnType<typeof endsOf> {
    return endsOf(this.scrolling, this.document, span);
  }

  /** The note left of the text at a point of the window. */
  leftNoteAtPoint(clientX: number, clientY: number): LeftNote | null {
    return this.painter.leftNoteAt(clientX, clientY);
  }

  /** What is read: to be given to `returnTo` later, in this or another window. */
  readingPlace(): ReadingPlace {
    return this.scrolling.readingPlace(this.textElement);
  }

  /** Puts the text where it was, without a mark, and the caret or selection as it was. */
  async returnTo(place: ReadingPlace, selection?: TextSpan): Promise<void> {
    const last = this.document.positions.length;
    if (selection && selection.end <= last) this.select(selection, { scroll: false });
    await this.scrolling.returnTo({ ...place, position: Math.min(place.position, last) });
  }

  /** Scrolls as little as is needed; caret and focus stay. */
  bringIntoView(span: TextSpan): void {
    this.scrolling.bringIntoView(span);
  }

  /** Brings a place into view, marks it for a moment and puts the caret there. */
  async reveal(span: TextSpan): Promise<void> {
    this.select({ start: span.start, end: span.start }, { scroll: false });
    await this.scrolling.jumpTo(span.start);
    if (!this.isDestroyed) this.passing.flash(span);
  }

  /** Puts the text at a height of the minimap into the middle of the window. */
  scrollToMinimap(y: number): void {
    this.scrolling.center(this.minimap.positionAt(y));
  }

  scrollByPage(direction: 1 | -1): void {
    this.scrolling.byPage(direction);
  }
}
