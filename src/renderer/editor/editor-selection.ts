import type { Editor } from '@tiptap/core';
import { AllSelection, TextSelection } from '@tiptap/pm/state';
import type { TextSpan } from '../../core/text';
import type { EditorPositions } from './model/editor-positions';

/** The editor's selection in text positions. */
export class EditorSelection {
  constructor(
    private readonly editor: Editor,
    private readonly positions: EditorPositions,
  ) {}

  /** What is selected; start and end are equal where only the caret stands. */
  span(): TextSpan {
    const { from, to } = this.editor.state.selection;
    return { start: this.positions.toText(from), end: this.positions.toText(to) };
  }

  /** The moving end. */
  caret(): number {
    return this.positions.toText(this.editor.state.selection.head);
  }

  select(span: TextSpan, { isAll, caretAtStart }: { isAll: boolean; caretAtStart: boolean }): void {
    const { state, view } = this.editor;
    const [anchor, head] = caretAtStart ? [span.end, span.start] : [span.start, span.end];
    const selection = isAll
      ? new AllSelection(state.doc)
      : TextSelection.create(state.doc, this.positions.toEditor(anchor), this.positions.toEditor(head));
    view.dispatch(state.tr.setSelection(selection));
  }

  /**
   * Takes over what the browser has selected by itself (Shift with arrows): it tells of that in a task of its own,
   * which under load comes after the next key, and then the passage before would be coded.
   */
  takeFromBrowser(): void {
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
}
