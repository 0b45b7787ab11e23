import type { Editor } from '@tiptap/core';
import type { Theme } from '../../core/colors';
import { createTextNavigator, type TextNavigator, type TextSpan } from '../../core/text';
import { createDomPlaces, type DomPlaces } from './dom-places';
import { EditorSelection } from './editor-selection';
import { PassingMarks } from './flash';
import { Minimap, type MinimapElements } from './minimap';
import type { DocumentText } from './model/document-text';
import { createEditorPositions } from './model/editor-positions';
import { type BesideText, type PageElements, type PageLook, PageSetting, usualLook } from './page-setting';
import type { CodingModel } from './paint/coding-model';
import { CodingPainter } from './paint/coding-painter';
import type { MarginWords } from './paint/draw-band';
import { onForcedColors } from './paint/forced-colors';
import { FoundMarks } from './paint/found-marks';
import type { Found } from './paint/found-ranges';
import { type LeftNote, leftNotes } from './paint/left-notes';
import type { PageColumns } from './paint/page-columns';
import { PaintedRanges, type PaintName } from './paint/painted-ranges';
import { createDocumentEditor, nameEditor } from './prosemirror/create-document-editor';
import { Scrolling } from './scrolling';

export interface SurfaceElements extends PageElements {
  readonly layer: HTMLElement;
  readonly minimap: MinimapElements;
}

export interface SurfaceOptions {
  readonly elements: SurfaceElements;
  readonly document: DocumentText;
  readonly name: string;
  readonly theme: Theme;
  readonly words: MarginWords;
  readonly look?: PageLook;
  /** What stands beside the text, as far as it is known: from the first paint on the text stands still. */
  readonly beside?: BesideText;
  /** The selection or the caret has moved. */
  readonly onSelection: (span: TextSpan) => void;
  /** A key in the text; true when it was taken. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  /** Scrolled or laid out anew: what floats over the text has to follow. */
  readonly onMove: () => void;
}

/**
 * A document set and painted: editor, codings, marks, minimap, and their following the window and the person's
 * choices. What is asked of a document and done in it is in `document-surface.ts`.
 */
export class PaintedSurface {
  readonly navigator: TextNavigator;
  readonly places: DomPlaces;
  protected readonly editor: Editor;
  protected readonly chosen: EditorSelection;
  protected readonly painter: CodingPainter;
  protected readonly ranges: PaintedRanges;
  protected readonly minimap: Minimap;
  protected readonly found: FoundMarks;
  protected readonly scrolling: Scrolling;
  protected readonly resizes: ResizeObserver;
  protected readonly setting: PageSetting;
  protected readonly passing: PassingMarks;
  protected model: CodingModel | null = null;
  private readonly forgetForcedColors: () => void;
  private theme: Theme;
  private name: string;
  private scrollTop = 0;
  private isHidden = false;
  private isOutOfDate = false;
  protected isDestroyed = false;
  /** The text as it stands in the page. */
  readonly textElement: HTMLElement;

  constructor(protected readonly options: SurfaceOptions) {
    const { elements, document, theme } = options;
    this.theme = theme;
    this.name = options.name;
    this.setting = new PageSetting(elements, options.look ?? usualLook, options.beside);
    this.navigator = createTextNavigator(document.text, document.positions);
    this.setting.layOut(1);
    this.editor = createDocumentEditor({
      element: elements.textHost,
      document,
      name: options.name,
      selectedText: () => {
        const { start, end } = this.selection();
        return start < end ? document.slice(start, end) : null;
      },
      onSelection: () => {
        const selection = this.selection();
        this.scrolling.noteSelection(selection);
        options.onSelection(selection);
      },
      onKeyDown: (event) => {
        this.chosen.takeFromBrowser();
        return options.onKeyDown(event);
      },
    });
    this.chosen = new EditorSelection(this.editor, createEditorPositions(document));
    this.textElement = this.editor.view.dom;
    this.places = createDomPlaces(this.textElement, document);
    this.scrolling = new Scrolling(elements.scroller, this.places, document);
    this.minimap = new Minimap(elements.minimap, document);
    this.found = new FoundMarks(this.places);
    this.ranges = new PaintedRanges(this.places);
    this.passing = new PassingMarks(this.places);
    this.painter = new CodingPainter({
      document,
      places: this.places,
      scroller: elements.scroller,
      page: elements.page,
      layer: elements.layer,
      words: options.words,
      onView: (view) => {
        this.minimap.showView(view.start, view.end);
        this.found.show(view);
        this.ranges.show(view.start, view.end);
      },
    });
    this.painter.setGutter({ numbers: this.setting.look.numbers });
    elements.scroller.addEventListener('scroll', this.onScroll, { passive: true });
    elements.scroller.addEventListener('scrollend', this.onScrollEnd);
    this.textElement.addEventListener('compositionend', this.onComposition);
    window.document.fonts.addEventListener('loadingdone', this.onFonts);
    this.forgetForcedColors = onForcedColors(this.onFonts);
    this.resizes = new ResizeObserver(this.onResize);
    this.resizes.observe(elements.scroller);
    this.resizes.observe(elements.textHost);
  }

  get document(): DocumentText {
    return this.options.document;
  }

  /** What is painted; null until the codings are known. */
  get codings(): CodingModel | null {
    return this.model;
  }

  setModel(model: CodingModel): void {
    // When the text itself has changed, another surface takes this one's place in the same moment.
    if (this.isDestroyed) return;
    this.model = model;
    this.minimap.setModel(model);
    // More lanes than there was room for: only then does the text move.
    if (this.setting.isOtherWith(model.lanes.count)) this.appear();
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
    if (!this.isOutOfDate) void this.scrolling.keepReading(true);
  }

  /** The document is called otherwise now: the line that repeats its name may be another. */
  setName(name: string): void {
    if (name === this.name || this.isDestroyed) return;
    this.name = name;
    nameEditor(this.editor, this.document, name);
    this.relayout();
  }

  /** How the page is set; null before it was. */
  get columns(): PageColumns | null {
    return this.setting.columns;
  }

  /** What is selected; start and end are equal where only the caret stands. */
  selection(): TextSpan {
    return this.chosen.span();
  }

  /** False behind another tab. */
  get isShown(): boolean {
    return !this.setting.isOffScreen;
  }

  /** Hits of a search; null: none is going on. */
  showFound(found: Found | null): void {
    this.found.set(found);
    this.minimap.setFound(found?.spans ?? null);
  }

  /** Emphasises codings (by id) in the margin, and those of `inText` in the text as well. */
  emphasise(inMargin: ReadonlySet<string>, inText: ReadonlySet<string>): void {
    this.painter.emphasise(inMargin, inText);
  }

  /** Marks passages in the text; see `paint/painted-ranges.ts`. */
  paintRanges(name: PaintName, spans: readonly TextSpan[]): void {
    this.ranges.set(name, spans);
  }

  /** Writes beside the text; see `paint/left-notes.ts`. */
  setLeftNotes(notes: readonly LeftNote[]): void {
    if (this.isDestroyed) return;
    const hadSome = this.setting.hasLeftNotes;
    this.setting.hasLeftNotes = notes.length > 0;
    this.painter.setGutter({ notes: leftNotes(notes) });
    if (hadSome !== this.setting.hasLeftNotes) this.relayout();
    else this.painter.repaint();
  }

  /** Another width of the text, other numbers. */
  setLook(look: PageLook): void {
    const { measure, numbers } = this.setting.look;
    if (look.measure === measure && look.numbers === numbers) return;
    this.setting.look = look;
    this.painter.setGutter({ numbers: look.numbers });
    this.relayout();
  }

  destroy(): void {
    this.isDestroyed = true;
    this.scrolling.end();
    this.passing.clear();
    this.resizes.disconnect();
    this.forgetForcedColors();
    window.document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.options.elements.scroller.removeEventListener('scroll', this.onScroll);
    this.options.elements.scroller.removeEventListener('scrollend', this.onScrollEnd);
    this.painter.destroy();
    this.minimap.destroy();
    this.found.clear();
    this.ranges.clear();
    this.editor.destroy();
  }

  /** A tab behind another is set when it comes to the front. */
  private appear(): void {
    if (this.isDestroyed) return;
    const { setting } = this;
    this.isOutOfDate = setting.isOffScreen;
    if (this.isOutOfDate) return;
    const columns = setting.layOut(this.model?.lanes.count ?? 1);
    this.painter.setAppearance(columns, this.theme);
    this.minimap.setAppearance(setting.height, this.theme);
    this.options.onMove();
  }

  private readonly onFonts = () => this.appear();

  private readonly onScrollEnd = () => {
    if (!this.isHidden) this.scrolling.noteReading(this.textElement, this.selection());
  };

  private readonly onScroll = () => {
    if (this.isHidden) return;
    this.scrollTop = this.options.elements.scroller.scrollTop;
    this.painter.scrolled();
    this.options.onMove();
  };

  private readonly onResize = () => {
    if (this.setting.isOffScreen) {
      this.isHidden = true;
      return;
    }
    this.isHidden = false;
    // A tab behind another, or moved into another group, is taken out of the page, and the browser forgets where it
    // was scrolled to; without a word, so what was noted last is true.
    const { scroller } = this.options.elements;
    if (scroller.scrollTop === 0) scroller.scrollTop = this.scrollTop;
    const change = this.isOutOfDate ? 'width' : this.setting.change();
    if (change === 'nothing') {
      this.painter.realign();
      this.painter.scrolled();
      this.options.onMove();
      return;
    }
    this.appear();
    void this.scrolling.keepReading(change === 'width');
  };

  /** An input method may have drawn into the text before the editor put it right with new elements. */
  private readonly onComposition = () => {
    requestAnimationFrame(() => {
      if (this.isDestroyed) return;
      this.places.refresh();
      this.ranges.repaint();
      this.found.paint();
      this.painter.repaint();
    });
  };
}
