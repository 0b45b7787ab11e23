import { memoDocOf } from './check';
import type { MemoBlock, MemoDoc, MemoInline, MemoItem, MemoReference } from './types';

/** What a memo holds: a rich text, or a plain one alone. */
export interface MemoWriting {
  readonly text: string;
  readonly content: string | null;
}

/** A memo's rich text; that of a plain memo has a paragraph for each line. */
export function docOfMemo({ text, content }: MemoWriting): MemoDoc {
  const doc = content === null ? undefined : memoDocOf(parsed(content));
  return doc ?? docOfText(text);
}

export function docOfText(text: string): MemoDoc {
  return {
    type: 'doc',
    content: text
      .split('\n')
      .map((line) => (line === '' ? paragraph : { ...paragraph, content: [{ type: 'text', text: line }] })),
  };
}

const paragraph = { type: 'paragraph' } as const;

/**
 * A rich text as it is stored: where lines of plain text are all there is, as these alone. `told`: what a link reads
 * as in plain text.
 */
export function writingOf(doc: MemoDoc, told: (reference: MemoReference) => string): MemoWriting {
  const text = plainText(doc, told);
  return { text, content: doc.content.every(isPlain) ? null : JSON.stringify(doc) };
}

function isPlain(block: MemoBlock): boolean {
  return (
    block.type === 'paragraph' &&
    (block.content ?? []).every((inline) => inline.type === 'text' && inline.marks === undefined)
  );
}

/** A line for each paragraph and heading; lists with their marks, quotes with `> `. */
export function plainText(doc: MemoDoc, told: (reference: MemoReference) => string): string {
  return doc.content.flatMap((block) => linesOf(block, told)).join('\n');
}

function linesOf(block: MemoBlock, told: (reference: MemoReference) => string): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return (block.content ?? [])
        .map((inline) => wordsOf(inline, told))
        .join('')
        .split('\n');
    case 'bulletList':
      return block.content.flatMap((item) => itemLines(item, '- ', told));
    case 'orderedList':
      return block.content.flatMap((item, index) =>
        itemLines(item, `${(block.attrs?.start ?? 1) + index}. `, told),
      );
    case 'blockquote':
      return block.content.flatMap((each) => linesOf(each, told)).map((line) => `> ${line}`.trimEnd());
  }
}

function itemLines(item: MemoItem, mark: string, told: (reference: MemoReference) => string): string[] {
  return item.content
    .flatMap((block) => linesOf(block, told))
    .map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}

function wordsOf(inline: MemoInline, told: (reference: MemoReference) => string): string {
  if (inline.type === 'text') return inline.text;
  return inline.type === 'hardBreak' ? '\n' : told(inline.attrs);
}

/** Two memos as one, the second below the first. */
export function joined(first: MemoWriting, second: MemoWriting): MemoWriting {
  const text = `${first.text}\n\n${second.text}`;
  if (first.content === null && second.content === null) return { text, content: null };
  const content = [...docOfMemo(first).content, paragraph, ...docOfMemo(second).content];
  return { text, content: JSON.stringify({ type: 'doc', content }) };
}

/** What the links in a memo lead to, each once, in order. */
export function referencesIn(content: string | null): MemoReference[] {
  const doc = content === null ? undefined : memoDocOf(parsed(content));
  const found = new Map<string, MemoReference>();
  const look = (nodes: readonly (MemoBlock | MemoItem | MemoInline)[]) => {
    for (const node of nodes) {
      if (node.type === 'reference') found.set(`${node.attrs.kind} ${node.attrs.id}`, node.attrs);
      else if ('content' in node && node.content) look(node.content);
    }
  };
  if (doc) look(doc.content);
  return [...found.values()];
}

/** Whether a stored text is a memo's rich text. */
export function isMemoContent(content: string): boolean {
  return memoDocOf(parsed(content)) !== undefined;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
