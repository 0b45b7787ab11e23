import { type Content, Editor } from '@tiptap/react';
import type { DocumentText } from '../model/document-text';
import { isChunked } from '../model/editor-positions';
import { findTitleLines } from '../model/title-line';
import { buildDocumentNode, documentNodes } from './document-nodes';
import { ReadingLock } from './reading-lock';
import { setTitleLines, TitleDecoration } from './title-decoration';

export interface DocumentEditorOptions {
  readonly element: HTMLElement;
  readonly document: DocumentText;
  /** The document's name; a line that repeats it is set as the heading. */
  readonly name: string;
  readonly selectedText: () => string | null;
  readonly onSelection: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/**
 * A Tiptap editor on one document, for reading and coding. It is mounted directly: the React component would move
 * the finished text to another element and draw it a second time.
 */
export function createDocumentEditor(options: DocumentEditorOptions): Editor {
  const { document } = options;
  const chunked = isChunked(document);
  const editor = new Editor({
    element: null,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: {
      delete: false,
      drop: false,
      paste: false,
      clipboardTextSerializer: false,
      keymap: false,
    },
    extensions: [
      ...documentNodes(chunked),
      ReadingLock.configure({ selectedText: options.selectedText, onKeyDown: options.onKeyDown }),
      TitleDecoration.configure({ lines: findTitleLines(document, options.name) }),
    ],
    onBeforeCreate: ({ editor: created }) => {
      // Tiptap takes a finished node as it is, though the option's type speaks of JSON only.
      created.options.content = buildDocumentNode(created.schema, document, chunked) as unknown as Content;
    },
    onSelectionUpdate: options.onSelection,
    editorProps: {
      attributes: attributesFor(options.name),
      handleKeyDown: (_view, event) => options.onKeyDown(event),
      // The browser keeps a moving caret in view, the surface what it selects itself; selecting all stays put.
      handleScrollToSelection: () => true,
    },
  });
  editor.mount(options.element);
  hideFromReact(editor.view.dom);
  return editor;
}

/**
 * Before each commit React walks through all text of a focused `contentEditable` element, to find the selection's
 * offsets again should the commit move it: 7 ms a commit in a document of two million characters. Nothing of React's
 * ever moves this element, so it is told that it is none; the browser goes by the attribute, which stays.
 */
export function hideFromReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', { value: 'inherit', configurable: true });
}

/** Gives the editor another name; its document, its selection and its elements stay. */
export function nameEditor(editor: Editor, document: DocumentText, name: string): void {
  editor.setOptions({
    editorProps: { ...editor.options.editorProps, attributes: attributesFor(name) },
  });
  setTitleLines(editor.view, findTitleLines(document, name));
}

function attributesFor(name: string): Record<string, string> {
  return {
    role: 'textbox',
    class: 'document-text',
    'aria-label': name,
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
  };
}
