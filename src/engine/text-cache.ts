import type { SourceId } from '../core/ids';
import { ExpectedError } from '../core/result';
import { createPositionMap, type FlatSpans, type PositionMap, paragraphSpans } from '../core/text';
import { readText } from '../storage/repositories/sources';
import type { ReadableDatabase } from '../storage/sqlite/types';

/** A document's text with what is needed to cut passages out of it. */
export interface DocumentText {
  readonly text: string;
  readonly positions: PositionMap;
  /** Computed when first asked for. */
  readonly paragraphs: FlatSpans;
}

/**
 * Texts lately used, so that lists of quotations do not read a document for every row. A document that got another
 * text has to be forgotten.
 */
export interface TextCache {
  /** Throws ExpectedError `notFound` for an unknown document. */
  get(id: SourceId): DocumentText;
  /** Documents that may have another text now; absent or null: all. */
  forget(ids?: readonly SourceId[] | null): void;
}

/** UTF-16 units kept in memory. */
const capacity = 20_000_000;

export function createTextCache(database: ReadableDatabase): TextCache {
  const kept = new Map<SourceId, DocumentText>();
  let size = 0;
  return {
    get(id) {
      const found = kept.get(id);
      if (found) {
        kept.delete(id);
        kept.set(id, found);
        return found;
      }
      const text = readText(database, id);
      if (text === undefined)
        throw new ExpectedError('notFound', 'This document is not in the project (any more).');
      const entry = documentText(text);
      kept.set(id, entry);
      size += text.length;
      for (const [oldest, { text: dropped }] of kept) {
        if (size <= capacity || oldest === id) break;
        kept.delete(oldest);
        size -= dropped.length;
      }
      return entry;
    },
    forget(ids = null) {
      if (ids === null) {
        kept.clear();
        size = 0;
        return;
      }
      for (const id of ids) {
        size -= kept.get(id)?.text.length ?? 0;
        kept.delete(id);
      }
    },
  };
}

function documentText(text: string): DocumentText {
  const positions = createPositionMap(text);
  let paragraphs: FlatSpans | undefined;
  return {
    text,
    positions,
    get paragraphs() {
      paragraphs ??= paragraphSpans(text, positions);
      return paragraphs;
    },
  };
}
