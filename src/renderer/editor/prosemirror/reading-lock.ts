import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export interface ReadingLockOptions {
  /** The selected text as it stands in the document; null when nothing is selected. */
  readonly selectedText: () => string | null;
  /** A key in the text; true when it was taken. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

const prevent = (_view: unknown, event: Event) => {
  event.preventDefault();
  return true;
};

/**
 * ProseMirror swallows these keys, to keep the browser from bold, italic and its own undo. Here they are commands of
 * the text or the window; what the browser would make of them is prevented as every input is.
 */
const isSwallowed = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && /^[biyz]$/i.test(key);

/**
 * A press on selected text would drag that text away, which makes no sense here: the passage that overlaps the one
 * just coded could not be selected. So the selection first shrinks to the place of the press, which begins another.
 */
const beginAnew = (view: EditorView, event: MouseEvent) => {
  if (event.button !== 0 || event.shiftKey || event.detail > 1) return false;
  const { ownerDocument } = view.dom;
  const selection = ownerDocument.getSelection();
  if (!selection || selection.isCollapsed) return false;
  const pressed = ownerDocument.caretRangeFromPoint(event.clientX, event.clientY);
  if (pressed) selection.collapse(pressed.startContainer, pressed.startOffset);
  return false;
};

/**
 * Keeps the text as it is while caret, Shift with arrows, and select all work as in any text. With an editor that
 * is not editable only the mouse could select. Copying gives the plain text, nothing else.
 */
export const ReadingLock = Extension.create<ReadingLockOptions>({
  name: 'readingLock',
  addOptions: () => ({ selectedText: () => null, onKeyDown: () => false }),
  addProseMirrorPlugins() {
    const { selectedText, onKeyDown } = this.options;
    const copy = (_view: unknown, event: ClipboardEvent) => {
      const text = selectedText();
      event.preventDefault();
      if (text !== null) event.clipboardData?.setData('text/plain', text);
      return true;
    };
    return [
      new Plugin({
        filterTransaction: (transaction) => !transaction.docChanged,
        props: {
          attributes: { 'aria-readonly': 'true', 'aria-multiline': 'true' },
          handleDOMEvents: {
            beforeinput: prevent,
            paste: prevent,
            cut: copy,
            copy,
            keypress: prevent,
            mousedown: beginAnew,
            keydown: (_view, event) => {
              if (!isSwallowed(event)) return false;
              onKeyDown(event);
              return true;
            },
          },
          handlePaste: () => true,
          handleDrop: () => true,
        },
      }),
    ];
  },
});
