import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import {
  chunkLines,
  createEditorPositions,
  isChunked,
} from '../../../src/renderer/editor/model/editor-positions';
import { buildDocumentNode, documentNodes } from '../../../src/renderer/editor/prosemirror/document-nodes';
import { createRandom } from './random';

const pieces = ['a', 'word ', '😀', '👩‍👩‍👧', 'e\u0301', 'שלום ', '\t', '𝔘nicode', '  ', '日本'] as const;

function randomText(seed: number, lines: number): string {
  const random = createRandom(seed);
  return Array.from({ length: lines }, () =>
    Array.from({ length: random.below(6) }, () => random.pick(pieces)).join(''),
  ).join('\n');
}

function documentOf(text: string, chunked: boolean) {
  const document = createDocumentText(text);
  const node = buildDocumentNode(getSchema(documentNodes(chunked)), document, chunked);
  return { document, node, positions: createEditorPositions(document, chunked) };
}

describe('document text', () => {
  it('knows lines by code points, blank ones too', () => {
    const document = createDocumentText('😀b\n\n c');
    expect(document.lineCount).toBe(3);
    expect([0, 1, 2, 3].map(document.lineStart)).toEqual([0, 3, 4, 7]);
    expect([0, 1, 2].map(document.lineEnd)).toEqual([2, 3, 6]);
    expect([0, 1, 2].map(document.isBlank)).toEqual([false, true, false]);
    expect([0, 1, 2, 3, 4, 5, 6].map(document.lineAt)).toEqual([0, 0, 0, 1, 2, 2, 2]);
    expect(document.paragraphsBefore(2)).toBe(1);
    expect(document.slice(0, 2)).toBe('😀b');
  });

  it('has one line where the text is empty', () => {
    const document = createDocumentText('');
    expect(document.lineCount).toBe(1);
    expect(document.lineAt(0)).toBe(0);
    expect(document.lineEnd(0)).toBe(0);
  });
});

describe('positions in the editor', () => {
  it('builds a document whose text is the text, flat and in chunks', () => {
    for (const chunked of [false, true]) {
      const text = randomText(3, 450);
      const { node } = documentOf(text, chunked);
      expect(node.textBetween(0, node.content.size, '\n')).toBe(text);
      node.check();
    }
  });

  it('maps every code point to the place in the editor that reads the same, and back', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const chunked of [false, true]) {
        const text = randomText(seed, chunked ? 320 : 40);
        const { document, node, positions } = documentOf(text, chunked);
        const characters = Array.from(text);
        for (let position = 0; position <= characters.length; position += 1) {
          const place = positions.toEditor(position);
          const name = `seed ${seed}, ${chunked ? 'chunks' : 'flat'}, ${position}`;
          expect(node.resolve(place).parent.isTextblock, name).toBe(true);
          expect(positions.toText(place), name).toBe(position);
          const character = characters[position];
          if (character === undefined || character === '\n') continue;
          expect(node.textBetween(place, place + character.length), name).toBe(character);
        }
        expect(document.positions.length).toBe(characters.length);
      }
    }
  });

  it('cuts a text of few, long lines into chunks as well, with fewer lines in each', () => {
    const text = Array.from({ length: 30 }, (_, line) => `${line} 🙂 ${'word '.repeat(4000)}`).join('\n');
    const { document, node, positions } = documentOf(text, true);
    expect(isChunked(document)).toBe(true);
    expect(chunkLines(document)).toBe(2);
    expect(node.childCount).toBe(15);
    for (let position = 0; position <= document.positions.length; position += 997) {
      expect(positions.toText(positions.toEditor(position))).toBe(position);
    }
    expect(isChunked(createDocumentText('short\nlines'))).toBe(false);
  });

  it('gives the nearest text position for places between paragraphs and chunks, and at the edges', () => {
    const text = randomText(5, 210);
    const { document, node, positions } = documentOf(text, true);
    let before = 0;
    for (let place = 0; place <= node.content.size; place += 1) {
      const position = positions.toText(place);
      expect(position).toBeGreaterThanOrEqual(before);
      before = position;
    }
    expect(positions.toText(0)).toBe(0);
    expect(before).toBe(document.positions.length);
  });

  it('gives an offset within a surrogate pair the position of its character', () => {
    const { positions } = documentOf('a😀b', false);
    expect([1, 2, 3, 4, 5].map(positions.toText)).toEqual([0, 1, 1, 2, 3]);
  });
});
