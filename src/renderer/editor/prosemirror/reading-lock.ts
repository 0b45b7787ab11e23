import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

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
