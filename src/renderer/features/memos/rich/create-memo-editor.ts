import { Extension, type JSONContent } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { Editor } from '@tiptap/react';
import { docOfText, type MemoDoc, memoDocOf } from '../../../../core/memo-content';
import { memoNodes } from './memo-nodes';
import { Reference, type ReferenceOptions } from './reference-node';

export interface MemoEditorOptions extends ReferenceOptions {
  readonly element: HTMLElement;
  readonly content: string;
  readonly isEditable: boolean;
  readonly onChange: (content: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** What was typed last is taken back in the field; older steps are the history's. */
const Typing = Extension.create({
  name: 'typing',
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () =>
      command(this.editor.state, (transaction) => this.editor.view.dispatch(transaction));
    return { 'Mod-z': run(undo), 'Mod-Shift-z': run(redo), 'Mod-y': run(redo) };
  },
});

/** A Tiptap editor on one memo. Nothing of it is ever put into the page as HTML. */
export function createMemoEditor(options: MemoEditorOptions): Editor {
  const { places, onAsk, onOpen } = options;
  const editor = new Editor({
    element: null,
    injectCSS: false,
    editable: options.isEditable,
    extensions: [...memoNodes, Reference.configure({ places, onAsk, onOpen }), Typing],
    content: docOf(options.content) as JSONContent,
    onUpdate: ({ editor: changed }) => options.onChange(contentOf(changed)),
    onFocus: options.onFocus,
    onBlur: options.onBlur,
    editorProps: { attributes: { class: 'rich-text', spellcheck: 'true', tabindex: '0' } },
  });
  editor.mount(options.element);
  return editor;
}

/** A memo as one text for the draft; empty where nothing is written. */
export function contentText(doc: MemoDoc): string {
  const [only, ...more] = doc.content;
  const isEmpty = more.length === 0 && only?.type === 'paragraph' && !only.content;
  return isEmpty ? '' : JSON.stringify(doc);
}

export function contentOf(editor: Editor): string {
  return contentText(memoDocOf(editor.getJSON()) ?? docOfText(editor.getText()));
}

export function docOf(content: string): MemoDoc {
  return (content === '' ? undefined : memoDocOf(JSON.parse(content))) ?? docOfText('');
}

/** Shows what was written elsewhere; no step of the field's own undo. */
export function showContent(editor: Editor, content: string): void {
  if (contentOf(editor) === content) return;
  editor
    .chain()
    .setMeta('addToHistory', false)
    .setContent(docOf(content) as JSONContent, { emitUpdate: false })
    .run();
}
