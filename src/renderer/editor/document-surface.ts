import type { Editor } from '@tiptap/core';
import { AllSelection, TextSelection } from '@tiptap/pm/state';
import type { Theme } from '../../core/colors';
import { createTextNavigator, type TextNavigator, type TextSpan } from '../../core/text';
import { createDomPlaces, type DomPlaces } from './dom-places';
import { characterAtPoint } from './hit-text';
import { Minimap, type MinimapElements } from './minimap';
import type { DocumentText } from './model/document-text';
import { createEditorPositions, type EditorPositions } from './model/editor-positions';
import { isRightToLeft, runsRightToLeft } from './model/reading-direction';
import { flashHighlight, heldHighlight } from './paint/code-highlights';
import type { CodingModel } from './paint/coding-model';
import { CodingPainter } from './paint/coding-painter';
import type { MarginWords } from './paint/draw-band';
import { layOutColumns } from './paint/page-columns';
import { createDocumentEditor, nameEditor } from './prosemirror/create-document-editor';
import { Scrolling } from './scrolling';

export interface SurfaceElements {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly textHost: HTMLElement;
  readonly layer: HTMLElement;
  readonly minimap: MinimapElements;
}

export interface SurfaceOptions {
  readonly elements: SurfaceElements;
  readonly document: DocumentText;
  readonly name: string;
  readonly theme: Theme;
  readonly words: MarginWords;
  /** The selection or the caret has moved. */
  readonly onSelection: (span: TextSpan) => void;
  /** A key in the text; true when it was taken. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  /** Scrolled or laid out anew: what floats over the text has to follow. */
  readonly onMove: () => void;
}

/** Of a passage: where on the screen it begins or ends. */
export interface PassageEnd {
  readonly x: number;
  readonly row: DOMRect;
}

const flashTime = 1400;

/**
 * A document on the screen: editor, painted codings and minimap on one side, code point positions on the other.
 * Everything that knows of ProseMirror or of the DOM's offsets is behind this.
 */
export class DocumentSurface {
  readonly navigator: TextNavigator;
  readonly places: DomPlaces;
  private readonly editor: Editor;
  private readonly positions: EditorPositions;
  private readonly painter: CodingPainter;
  private readonly minimap: Minimap;
  private readonly scrolling: Scrolling;
  private readonly resizes: ResizeObserver;
  private model: CodingModel | null = null;
  private theme: Theme;
  private name: string;
  private width = -1;
  private height = -1;
  private flashTimer = 0;
  private scrollTop = 0;
  private isHidden = false;
  private isOutOfDate = false;
  private isDestroyed = false;

  constructor(private readonly options: SurfaceOptions) {
    const { elements, document, theme } = options;
    this.theme = theme;
    this.name = options.name;
    this.positions = createEditorPositions(document);
    this.navigator = createTextNavigator(document.text, document.positions);
    this.layOut();
    this.editor = createDocumentEditor({
      element: elements.textHost,
      document,
      name: options.name,
      selectedText: () => {
        const { start, end } = this.selection();
        return start < end ? document.slice(start, end) : null;
      },
      onSelection: () => options.onSelection(this.selection()),
      onKeyDown: (event) => {
        this.takeSelection();
        return options.onKeyDown(event);
      },
    });
    this.places = createDomPlaces(this.editor.view.dom, document);
    this.scrolling = new Scrolling(elements.scroller, this.places, document);
    this.minimap = new Minimap(elements.minimap, document);
    this.painter = new CodingPainter({
      document,
      places: this.places,
      scroller: elements.scroller,
      page: elements.page,
      layer: elements.layer,
      words: options.words,
      onView: ({ start, end }) => this.minimap.showView(start, end),
    });
    elements.scroller.addEventListener('scroll', this.onScroll, { passive: true });
    elements.scroller.addEventListener('scrollend', this.onScrollEnd);
    this.editor.view.dom.addEventListener('compositionend', this.onComposition);
    window.document.fonts.addEventListener('loadingdone', this.onFonts);
    this.resizes = new ResizeObserver(this.onResize);
    this.resizes.observe(elements.scroller);
    this.resizes.observe(elements.textHost);
  }

  get document(): DocumentText {
    return this.options.document;
  }

  setModel(model: CodingModel): void {
    const lanes = this.model?.lanes.count;
    this.model = model;
    this.minimap.setModel(model);
    if (lanes !== model.lanes.count) this.appear();
    this.painter.setModel(model);
  }

  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.appear();
  }

  /** Font or zoom have changed. */
  relayout(): void {
    this.appear();
    if (!this.isOutOfDate) void this.scrolling.keepReading();
  }

  /** The document is called otherwise now: the line that repeats its name may be another. */
  setName(name: string): void {
    if (name === this.name) return;
    this.name = name;
    nameEditor(this.editor, this.document, name);
    this.relayout();
  }

  /** What is selected; start and end are equal where only the caret stands. */
  selection(): TextSpan {
    const { from, to } = this.editor.state.selection;
    return { start: this.positions.toText(from), end: this.positions.toText(to) };
  }

  /**
   * Takes over what the browser has selected by itself (Shift with arrows): it tells of that in a task of its own,
   * which under load comes after the next key, and then the passage before would be coded.
   */
  private takeSelection(): void {
    const { view, state } = this.editor;
    const chosen = window.document.getSelection();
    if (!view.hasFocus() || !chosen?.anchorNode || !chosen.focusNode) return;
    if (!view.dom.contains(chosen.anchorNode) || !view.dom.contains(chosen.focusNode)) return;
    const anchor = view.posAtDOM(chosen.anchorNode, chosen.anchorOffset);
    const head = view.posAtDOM(chosen.focusNode, chosen.focusOffset);
    if (state.selection instanceof AllSelection) return;
    if (anchor === state.selection.anchor && head === state.selection.head) return;
    const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
  }

  /** The moving end of the selection. */
  caret(): number {
    return this.positions.toText(this.editor.state.selection.head);
  }

  select(span: TextSpan, { scroll = true, caretAtStart = false } = {}): void {
    const { state, view } = this.editor;
    const [anchor, head] = caretAtStart ? [span.end, span.start] : [span.start, span.end];
    const isAll = span.start === 0 && span.end === this.document.positions.length && span.end > 0;
    const selection = isAll
      ? new AllSelection(state.doc)
      : TextSelection.create(state.doc, this.positions.toEditor(anchor), this.positions.toEditor(head));
    view.dispatch(state.tr.setSelection(selection));
    if (scroll && !isAll) this.scrolling.bringIntoView(span);
  }

  focus(): void {
    this.editor.view.focus();
  }

  get hasFocus(): boolean {
    return this.editor.view.hasFocus();
  }

  get textElement(): HTMLElement {
    return this.editor.view.dom;
  }

  /** Keeps the selection visible while the keyboard is elsewhere (a field for a code's name). */
  holdSelection(isHeld: boolean): void {
    const highlight = heldHighlight();
    highlight?.clear();
    const { start, end } = this.selection();
    if (isHeld) for (const range of this.places.ranges(start, end)) highlight?.add(range);
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
    const inMargin = this.painter.codingAtMargin(clientX, clientY);
    const place = inMargin === null ? undefined : this.model?.placeOf.get(inMargin);
    if (place !== undefined) return [place];
    const character = characterAtPoint(this.places, clientX, clientY);
    return character === null ? [] : this.codingsAt(character);
  }

  /** The text position nearest to a point of the window; null off the text. */
  positionAtPoint(clientX: number, clientY: number): number | null {
    const caret = window.document.caretRangeFromPoint(clientX, clientY);
    return caret && this.places.fromDom(caret.startContainer, caret.startOffset);
  }

  /** Emphasises codings (by id) in the margin, and those of `inText` in the text as well. */
  emphasise(inMargin: ReadonlySet<string>, inText: ReadonlySet<string>): void {
    this.painter.emphasise(inMargin, inText);
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

  /** The rectangles of a passage, for what floats beside it; at most those of its first and last row. */
  edgesOf(span: TextSpan): { readonly first: DOMRect; readonly last: DOMRect } | null {
    const first = this.scrolling.rectOf(span.start);
    const last = this.scrolling.rectOf(Math.max(span.start, span.end - 1));
    return first && last ? { first, last } : null;
  }

  /**
   * Where a passage begins and ends: the outer edges of its first and last character (client x), which in text that
   * runs from right to left are the right and the left one, with the rows in which they stand.
   */
  endsOf(span: TextSpan): { readonly start: PassageEnd; readonly end: PassageEnd } | null {
    const last = Math.max(span.start, span.end - 1);
    const edges = this.edgesOf(span);
    if (!edges) return null;
    const startX = this.runsRightToLeft(span.start) ? edges.first.right : edges.first.left;
    const endX = this.runsRightToLeft(last) ? edges.last.left : edges.last.right;
    return { start: { x: startX, row: edges.first }, end: { x: endX, row: edges.last } };
  }

  private runsRightToLeft(position: number): boolean {
    const { document } = this;
    const here = this.scrolling.rectOf(position);
    if (!here) return false;
    const line = document.lineAt(position);
    const beside = (at: number) =>
      at >= document.lineStart(line) && at < document.lineEnd(line) ? this.scrolling.rectOf(at) : null;
    const paragraph = document.slice(document.lineStart(line), document.lineEnd(line));
    const neighbours = { next: beside(position + 1), previous: beside(position - 1) };
    return runsRightToLeft(here, neighbours, isRightToLeft(paragraph));
  }

  /** Brings a place into view, marks it for a moment and puts the caret there. */
  async reveal(span: TextSpan): Promise<void> {
    this.select({ start: span.start, end: span.start }, { scroll: false });
    await this.scrolling.jumpTo(span.start);
    if (this.isDestroyed) return;
    const highlight = flashHighlight();
    window.clearTimeout(this.flashTimer);
    highlight?.clear();
    for (const range of this.places.ranges(span.start, span.end)) highlight?.add(range);
    this.flashTimer = window.setTimeout(() => highlight?.clear(), flashTime);
  }

  /** Puts the text at a height of the minimap into the middle of the window. */
  scrollToMinimap(y: number): void {
    this.scrolling.center(this.minimap.positionAt(y));
  }

  scrollByPage(direction: 1 | -1): void {
    this.scrolling.byPage(direction);
  }

  destroy(): void {
    this.isDestroyed = true;
    this.scrolling.end();
    window.clearTimeout(this.flashTimer);
    flashHighlight()?.clear();
    this.resizes.disconnect();
    window.document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.options.elements.scroller.removeEventListener('scroll', this.onScroll);
    this.options.elements.scroller.removeEventListener('scrollend', this.onScrollEnd);
    this.painter.destroy();
    this.editor.destroy();
  }

  /** Writes the columns' places for the style sheet. */
  private layOut(): ReturnType<typeof layOutColumns> {
    const { page, textHost, scroller } = this.options.elements;
    this.width = scroller.clientWidth;
    this.height = scroller.clientHeight;
    const em = Number.parseFloat(getComputedStyle(textHost).fontSize) || 17;
    const columns = layOutColumns(this.width, em, this.model?.lanes.count ?? 1);
    page.style.setProperty('--text-left', `${columns.textLeft}px`);
    page.style.setProperty('--text-width', `${columns.textWidth}px`);
    page.style.setProperty('--characters-per-row', String(Math.round(columns.textWidth / (em * 0.45))));
    return columns;
  }

  /** A tab behind another has no width to set a text in; it is set when it comes to the front. */
  private appear(): void {
    const { scroller } = this.options.elements;
    if (scroller.clientWidth === 0 || scroller.clientHeight === 0) {
      this.isOutOfDate = true;
      return;
    }
    this.isOutOfDate = false;
    const columns = this.layOut();
    this.painter.setAppearance(columns, this.theme);
    this.minimap.setAppearance(this.height, this.theme);
    this.options.onMove();
  }

  private readonly onFonts = () => this.appear();

  private readonly onScrollEnd = () => {
    if (!this.isHidden) this.scrolling.noteReading(this.textElement);
  };

  private readonly onScroll = () => {
    if (this.isHidden) return;
    this.scrollTop = this.options.elements.scroller.scrollTop;
    this.painter.scrolled();
    this.options.onMove();
  };

  private readonly onResize = () => {
    const { scroller } = this.options.elements;
    if (scroller.clientHeight === 0 || scroller.clientWidth === 0) {
      this.isHidden = true;
      return;
    }
    if (this.isHidden) {
      // A tab behind another is taken out of the page, and the browser forgets where it was scrolled to.
      this.isHidden = false;
      scroller.scrollTop = this.scrollTop;
    }
    if (this.isOutOfDate || scroller.clientWidth !== this.width || scroller.clientHeight !== this.height) {
      const isSetAnew = this.isOutOfDate || scroller.clientWidth !== this.width;
      this.appear();
      if (isSetAnew) void this.scrolling.keepReading();
    } else {
      this.painter.realign();
      this.painter.scrolled();
      this.options.onMove();
    }
  };

  /** An input method may have drawn into the text before the editor put it right with new elements. */
  private readonly onComposition = () => {
    requestAnimationFrame(() => {
      if (this.isDestroyed) return;
      this.places.refresh();
      this.painter.repaint();
    });
  };
}
