import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import type { TextChange } from '../../../core/anchoring';
import type { FlatSpans, TextSpan } from '../../../core/text';
import type { MarginWords } from '../paint/draw-band';
import { hideFromReact } from '../prosemirror/create-document-editor';
import { changesOf } from './changes-of';
import type { Edit } from './edit';
import { isTextKey, replaceSelection } from './edit-keys';
import { EditPainter } from './edit-painter';
import type { LiveMarks } from './live-model';
import type { EditLook } from './painted-block';
import { type Replacement, replaceMany } from './replace-many';
import { offsetAt, positionAt, textLength } from './text-projection';

export interface EditSurfaceOptions {
  readonly edit: Edit;
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly layer: HTMLElement;
  readonly name: string;
  readonly words: MarginWords;
  /** Where the codings stand now; null until they are known. */
  readonly marks: () => LiveMarks | null;
  /** What was changed, one after the other, each counted in the text that the one before it left. */
  readonly onChange: (changes: readonly TextChange[]) => void;
  /** The text in view, about. */
  readonly onView: (view: TextSpan) => void;
  readonly onSelection: () => void;
  /** A key of the window (save, leave); true when it was taken. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Offsets and pixels. */
export interface StartPlace {
  readonly caret: number;
  readonly top: number;
  readonly below: number;
}

/** Milliseconds without scrolling. */
const rest = 120;
/** The text on the screen, to be typed in. Offsets are UTF-16 units. */
export class EditSurface {
  private readonly view: EditorView;
  private readonly painter: EditPainter;
  /** The browser knows what is out of sight. */
  private isLaidOut = false;
  /** Offset of the paragraph at the window's upper edge; behind another tab there is none to be asked for. */
  private lastTop: number | null = null;
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: EditSurfaceOptions) {
    const { edit, element, scroller, name } = options;
    this.view = new EditorView(
      { mount: element },
      {
        state: edit.state,
        dispatchTransaction: (transaction) => this.take(transaction),
        attributes: {
          role: 'textbox',
          class: 'document-text edit-text',
          'aria-label': name,
          'aria-multiline': 'true',
          tabindex: '0',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          translate: 'no',
        },
        scrollMargin: 60,
        scrollThreshold: 30,
        handleKeyDown: (_, event) => this.onKey(event),
        handlePaste: (view, event) => {
          const text = event.clipboardData?.getData('text/plain');
          if (text) view.dispatch(replaceSelection(view.state, text).scrollIntoView());
          return true;
        },
        handleDrop: () => true,
        clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
        handleDOMEvents: {
          beforeinput: (_, event) => this.onBeforeInput(event),
        },
      },
    );
    hideFromReact(this.view.dom);
    this.painter = new EditPainter({
      ...options,
      view: this.view,
      onView: (view, top) => {
        this.lastTop = top;
        options.onView(view);
      },
    });
    scroller.addEventListener('scroll', this.repaint, { passive: true });
    window.addEventListener('resize', this.repaint);
  }

  /** At once, and again when scrolling has come to rest: what comes near the window is laid out only then. */
  readonly repaint = (): void => {
    if (!this.isLaidOut) return;
    this.painter.later();
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.painter.later(), rest);
  };

  setLook(look: EditLook): void {
    this.painter.setLook(look);
    this.repaint();
  }

  /** Hits of a search; null: none is going on. */
  showFound(spans: FlatSpans | null, current: number): void {
    this.painter.showFound(spans, current);
  }

  /** Puts words in the place of others, in order and apart: one step for undo. */
  replace(all: readonly Replacement[]): void {
    this.view.dispatch(replaceMany(this.view.state, all));
  }

  readonly undo = (): void => {
    const transaction = this.options.edit.history.undo(this.view.state);
    if (transaction) this.travel(transaction);
  };

  readonly redo = (): void => {
    const transaction = this.options.edit.history.redo(this.view.state);
    if (transaction) this.travel(transaction);
  };

  focus(): void {
    this.view.focus();
  }

  selection(): TextSpan {
    const { from, to } = this.view.state.selection;
    return { start: offsetAt(this.view.state.doc, from), end: offsetAt(this.view.state.doc, to) };
  }

  /** Selects a place, and brings it into view. */
  select({ start, end }: TextSpan): void {
    const { state } = this.view;
    const length = textLength(state.doc);
    const selection = TextSelection.create(
      state.doc,
      positionAt(state.doc, Math.min(start, length)),
      positionAt(state.doc, Math.min(end, length)),
    );
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    void this.bringIntoView(start);
  }

  /**
   * Puts the caret at a place, and one at a height below the window's upper edge (pixels); the keyboard is taken unless
   * it is wanted elsewhere.
   */
  startAt({ caret, top, below }: StartPlace, takesFocus: () => boolean): void {
    const { state } = this.view;
    const at = (offset: number) => positionAt(state.doc, Math.min(offset, textLength(state.doc)));
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at(caret))));
    const { scroller } = this.options;
    const settle = () => {
      if (this.view.isDestroyed) return;
      if (!this.isLaidOut && takesFocus()) this.focus();
      this.isLaidOut = true;
      const rect = this.view.coordsAtPos(at(top));
      scroller.scrollTop += rect.top - scroller.getBoundingClientRect().top - below;
      this.repaint();
    };
    // Asked for before the browser knows which groups of paragraphs are out of sight, a place costs laying out all of
    // them; and text far away has its true height only once it has been laid out.
    void nextFrame().then(nextFrame).then(settle).then(nextFrame).then(settle);
  }

  /** Where the caret is, and what stands at the window's upper edge; null where it was not seen yet. */
  place(): StartPlace | null {
    if (!this.isLaidOut || this.lastTop === null) return null;
    return { caret: this.selection().end, top: this.lastTop, below: 0 };
  }

  destroy(): void {
    const { scroller } = this.options;
    clearTimeout(this.restTimer);
    scroller.removeEventListener('scroll', this.repaint);
    window.removeEventListener('resize', this.repaint);
    this.painter.destroy();
    this.view.destroy();
  }

  /** Puts the row of a character at a third of the window's height. */
  async scrollTo(offset: number): Promise<void> {
    const { scroller } = this.options;
    for (let attempt = 0; attempt < 2 && !this.view.isDestroyed; attempt += 1) {
      const box = scroller.getBoundingClientRect();
      const { top } = this.view.coordsAtPos(positionAt(this.view.state.doc, offset));
      scroller.scrollTop += top - box.top - box.height * 0.3;
      await nextFrame().then(nextFrame);
    }
  }

  /** Far away its true height is known only once it has been laid out, so the scroll is corrected a frame later. */
  async bringIntoView(offset: number): Promise<void> {
    const { scroller } = this.options;
    for (let attempt = 0; attempt < 3 && !this.view.isDestroyed; attempt += 1) {
      const rect = this.view.coordsAtPos(positionAt(this.view.state.doc, offset));
      const box = scroller.getBoundingClientRect();
      if (rect.top >= box.top + 40 && rect.bottom <= box.bottom - 40) return;
      const before = scroller.scrollTop;
      scroller.scrollTop += rect.top - box.top - box.height * 0.3;
      if (scroller.scrollTop === before) return;
      await nextFrame().then(nextFrame);
    }
  }

  private take(transaction: Transaction, isTravel = false): void {
    const { edit, onChange, onSelection } = this.options;
    if (transaction.docChanged && !isTravel) edit.history.note(this.view.state, transaction);
    edit.state = this.view.state.apply(transaction);
    this.view.updateState(edit.state);
    if (transaction.docChanged) {
      this.repaint();
      onChange(changesOf(transaction));
    }
    onSelection();
  }

  private travel(transaction: Transaction): void {
    this.take(transaction, true);
  }

  /**
   * Takes over what the browser has selected by itself: it tells of a click in a task of its own, which under load
   * comes after the next key, and then that key would change what was selected before.
   */
  private takeSelection(): void {
    const { view } = this;
    const { state, dom } = view;
    const chosen = window.document.getSelection();
    if (!view.hasFocus() || view.composing || !chosen?.anchorNode || !chosen.focusNode) return;
    if (!dom.contains(chosen.anchorNode) || !dom.contains(chosen.focusNode)) return;
    if (!(state.selection instanceof TextSelection)) return;
    const anchor = view.posAtDOM(chosen.anchorNode, chosen.anchorOffset);
    const head = view.posAtDOM(chosen.focusNode, chosen.focusOffset);
    if (anchor === state.selection.anchor && head === state.selection.head) return;
    const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
  }

  private onKey(event: KeyboardEvent): boolean {
    this.takeSelection();
    if (this.options.onKeyDown(event)) return true;
    // These move and change text here, whatever they do elsewhere in the window.
    if (isTextKey(event)) event.stopPropagation();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
    if (event.key === 'Home' || event.key === 'End') return this.toEdge(event);
    const key = event.key.toLowerCase();
    if (key === 'z') {
      if (event.shiftKey) this.redo();
      else this.undo();
      return true;
    }
    if (key === 'y') {
      this.redo();
      return true;
    }
    // Bold, italic, underline: a plain text has none.
    return key === 'b' || key === 'i' || key === 'u';
  }

  /** The browser goes to the edge of what is laid out, which in a long text is not its end. */
  private toEdge({ key, shiftKey }: KeyboardEvent): boolean {
    const { state } = this.view;
    const length = textLength(state.doc);
    const offset = key === 'Home' ? 0 : length;
    const head = positionAt(state.doc, offset);
    const anchor = shiftKey ? state.selection.anchor : head;
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
    void this.bringIntoView(offset);
    return true;
  }

  private onBeforeInput(event: InputEvent): boolean {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      if (event.inputType === 'historyUndo') this.undo();
      else this.redo();
      return true;
    }
    if (!event.inputType.startsWith('format')) return false;
    event.preventDefault();
    return true;
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
