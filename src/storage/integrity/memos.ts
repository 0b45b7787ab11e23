import { isMemoContent } from '../../core/memo-content';
import type { ReadableDatabase } from '../sqlite/types';

/** What a memo is on, and whether its rich text is one. That what it is on is there, foreign keys tell. */
export function* findMemoProblems(database: ReadableDatabase): Iterable<string> {
  const targets = ['source_id', 'code_id', 'quotation_id', 'coding_id']
    .map((column) => `(${column} IS NOT NULL)`)
    .join(' + ');
  const suspects = database.prepare(
    `SELECT id FROM memo WHERE ${targets} + is_free > 1 OR is_free NOT IN (0, 1)`,
  );
  for (const id of suspects.values<string>()) yield `A memo is on more than one thing (${id}).`;
  const rich = database.prepare('SELECT id, content FROM memo WHERE content IS NOT NULL');
  for (const { id, content } of rich.iterate<{ id: string; content: string }>()) {
    if (!isMemoContent(content)) yield `The text of a memo can’t be read (${id}).`;
  }
}
