import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { ChangeList } from '../../../core/anchoring';
import { createDocumentText, type DocumentText } from '../model/document-text';
import { isChunked } from '../model/editor-positions';
import { buildDocumentNode, documentNodes } from '../prosemirror/document-nodes';
import { EditHistory } from './edit-history';
import { editKeys } from './edit-keys';
import { editKey, editPlugin } from './edit-state';
import { textOf } from './text-projection';

/** A text that is being corrected, apart from its view: it outlives the tab in which it is shown. */
export class Edit {
  state: EditorState;
  readonly history = new EditHistory();

  /** `changes` lead from the text with which the edit began to this one; UTF-16 units. */
  constructor(text: string | DocumentText, changes: ChangeList = []) {
    const document = typeof text === 'string' ? createDocumentText(text) : text;
    const chunked = isChunked(document);
    const schema = getSchema(documentNodes(chunked));
    this.state = EditorState.create({
      doc: buildDocumentNode(schema, document, chunked),
      plugins: [editPlugin(changes), editKeys()],
    });
  }

  get doc(): Node {
    return this.state.doc;
  }

  get changes(): ChangeList {
    return editKey.getState(this.state)?.changes ?? [];
  }

  text(): string {
    return textOf(this.doc);
  }
}
