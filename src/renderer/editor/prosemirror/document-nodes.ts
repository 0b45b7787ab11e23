import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import type { DocumentText } from '../model/document-text';
import { chunkLines } from '../model/editor-positions';

/**
 * The document as the editor has it: a paragraph for each line, and above some 1,000 lines chunks of 100 of them,
 * which the browser lays out only when they come near the window. Codings are no part of it.
 */
const FlatDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });
const ChunkedDocument = Node.create({ name: 'doc', topNode: true, content: 'chunk+' });

const Chunk = Node.create({
  name: 'chunk',
  content: 'paragraph+',
  addAttributes() {
    return {
      characters: { default: 0, rendered: false },
      paragraphs: { default: 0, rendered: false },
      blanks: { default: 0, rendered: false },
    };
  },
  renderHTML({ node }) {
    const { characters, paragraphs, blanks } = node.attrs;
    return [
      'section',
      {
        class: 'document-chunk',
        // The style sheet makes a height of these, so that it follows width and zoom without a change of the DOM.
        style: `--characters:${characters};--paragraphs:${paragraphs};--blanks:${blanks}`,
      },
      0,
    ];
  },
});

const Paragraph = Node.create({
  name: 'paragraph',
  content: 'text*',
  renderHTML({ node }) {
    return ['p', isBlankNode(node) ? { class: 'is-blank' } : {}, 0];
  },
});

const Text = Node.create({ name: 'text' });

export function documentNodes(chunked: boolean): Node[] {
  return chunked ? [ChunkedDocument, Chunk, Paragraph, Text] : [FlatDocument, Paragraph, Text];
}

/** The editor's document, directly from the text. */
export function buildDocumentNode(schema: Schema, document: DocumentText, chunked: boolean): ProseMirrorNode {
  const { doc, chunk, paragraph } = schema.nodes;
  if (!doc || !paragraph) throw new Error('the schema lacks the document’s nodes');
  const lines: ProseMirrorNode[] = [];
  for (let line = 0; line < document.lineCount; line += 1) {
    const content = document.text.slice(document.lineStartUtf16(line), document.lineEndUtf16(line));
    lines.push(paragraph.create(null, content ? schema.text(content) : null));
  }
  if (!chunked || !chunk) return doc.create(null, lines);
  const chunks: ProseMirrorNode[] = [];
  const perChunk = chunkLines(document);
  for (let first = 0; first < lines.length; first += perChunk) {
    const last = Math.min(first + perChunk, lines.length);
    const paragraphs = document.paragraphsBefore(last) - document.paragraphsBefore(first);
    // Without the line ends, which take no room.
    const characters = document.lineStart(last) - document.lineStart(first) - (last - first);
    chunks.push(
      chunk.create({ characters, paragraphs, blanks: last - first - paragraphs }, lines.slice(first, last)),
    );
  }
  return doc.create(null, chunks);
}

function isBlankNode(node: ProseMirrorNode): boolean {
  return !/\S/.test(node.textContent);
}
