import { normalizeText } from '../text';
import {
  headingLevels,
  type MemoBlock,
  type MemoDoc,
  type MemoInline,
  type MemoItem,
  type MemoMark,
} from './types';

/** Lists in lists and quotes in quotes; deeper ones nobody can read, and a stranger's could be without end. */
const deepest = 12;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Value = Readonly<Record<string, unknown>>;

class Unfit extends Error {}

/**
 * A memo's rich text made of what came from outside: known nodes and marks, built anew, with texts that SQLite and
 * files can hold. Undefined where anything else is in it.
 */
export function memoDocOf(value: unknown): MemoDoc | undefined {
  try {
    const doc = object(value);
    if (doc.type !== 'doc') throw new Unfit();
    const content = list(doc.content).map((block) => blockOf(block, 0));
    return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
}

function blockOf(value: unknown, depth: number): MemoBlock {
  const { type, attrs, content } = object(value);
  if (depth > deepest) throw new Unfit();
  switch (type) {
    case 'paragraph':
      return { type, ...inlines(content) };
    case 'heading':
      return { type, attrs: { level: whole(object(attrs).level, headingLevels) }, ...inlines(content) };
    case 'bulletList':
      return { type, content: items(content, depth) };
    case 'orderedList': {
      const start = attrs === undefined ? 1 : whole(object(attrs).start ?? 1, 1_000_000);
      return { type, ...(start === 1 ? {} : { attrs: { start } }), content: items(content, depth) };
    }
    case 'blockquote':
      return { type, content: some(content).map((block) => blockOf(block, depth + 1)) };
    default:
      throw new Unfit();
  }
}

function items(value: unknown, depth: number): MemoItem[] {
  return some(value).map((item) => {
    const { type, content } = object(item);
    if (type !== 'listItem') throw new Unfit();
    return { type, content: some(content).map((block) => blockOf(block, depth + 1)) };
  });
}

function inlines(value: unknown): { readonly content?: readonly MemoInline[] } {
  const content = list(value).map(inlineOf);
  return content.length > 0 ? { content } : {};
}

function inlineOf(value: unknown): MemoInline {
  const { type, text, marks, attrs } = object(value);
  switch (type) {
    case 'text': {
      if (typeof text !== 'string' || text === '') throw new Unfit();
      const kept = list(marks).map(markOf);
      const plain = normalizeText(text).text.replaceAll('\n', ' ');
      return { type, text: plain, ...(kept.length > 0 ? { marks: kept } : {}) };
    }
    case 'hardBreak':
      return { type };
    case 'reference': {
      const { kind, id } = object(attrs);
      if (kind !== 'quotation' && kind !== 'code' && kind !== 'source') throw new Unfit();
      if (typeof id !== 'string' || !uuid.test(id)) throw new Unfit();
      return { type, attrs: { kind, id } as (MemoInline & { type: 'reference' })['attrs'] };
    }
    default:
      throw new Unfit();
  }
}

function markOf(value: unknown): MemoMark {
  const { type } = object(value);
  if (type !== 'bold' && type !== 'italic') throw new Unfit();
  return { type };
}

function object(value: unknown): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit();
  return value as Value;
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Unfit();
  return value;
}

function some(value: unknown): readonly unknown[] {
  const all = list(value);
  if (all.length === 0) throw new Unfit();
  return all;
}

function whole(value: unknown, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most) throw new Unfit();
  return value;
}
