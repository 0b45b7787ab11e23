import type { SourceId } from '../../core/ids';
import { readOffWords } from '../change-log/quotation-words';
import { deferForeignKeys } from '../repositories/foreign-keys';
import { emptyKept } from '../repositories/kept';
import type { Database, ReadableDatabase } from '../sqlite/types';
import type { Traces } from './traces';

function deleteRows(database: Database, table: string, ids: readonly string[]): void {
  database
    .prepare(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
    .run([JSON.stringify(ids)]);
}

/** Deletes documents with all that is theirs. To be called outside recording. */
export function deleteSourceRows(database: Database, ids: readonly SourceId[], traces: Traces): void {
  deferForeignKeys(database);
  deleteRows(database, 'memo', traces.memos);
  deleteRows(database, 'coding', traces.codings);
  deleteRows(database, 'quotation', traces.quotations);
  deleteRows(database, 'segment', traces.segments);
  deleteRows(database, 'source', ids);
}

/**
 * Deletes texts that neither a document nor the history refers to any more; gives the documents that have one of
 * these texts too and keep it.
 */
export function deleteUnusedTexts(database: Database, texts: readonly string[]): string[] {
  const users = database
    .prepare('SELECT name FROM source WHERE text_sha256 IN (SELECT value FROM json_each(?)) ORDER BY name')
    .values<string>([JSON.stringify(texts)]);
  database
    .prepare(
      `DELETE FROM source_text WHERE sha256 IN (SELECT value FROM json_each(?1))
       AND sha256 NOT IN (SELECT text_sha256 FROM source)
       AND sha256 NOT IN (
         SELECT json_extract(before, '$.text_sha256') FROM change WHERE table_name = 'source' AND before IS NOT NULL
         UNION SELECT json_extract(after, '$.text_sha256') FROM change WHERE table_name = 'source' AND after IS NOT NULL)`,
    )
    .run([JSON.stringify(texts)]);
  return users;
}

/** Edits in progress of documents, and figures that were counted of all: neither is needed, and both may hold words. */
export function deleteWorkInProgress(database: Database, ids: readonly SourceId[]): void {
  database
    .prepare('DELETE FROM draft WHERE source_id IN (SELECT value FROM json_each(?))')
    .run([JSON.stringify(ids)]);
  emptyKept(database);
}

/** A text of a document, and what stands in its place from now on. */
export interface TextExchange {
  readonly from: string;
  readonly to: { readonly sha256: string; readonly text: string };
}

/**
 * Gives a document other texts of the same length, now and wherever the history remembers it; its quotations are read
 * off anew.
 */
export function exchangeTexts(
  database: Database,
  sourceId: SourceId,
  exchanges: readonly TextExchange[],
): void {
  deferForeignKeys(database);
  for (const { from, to } of exchanges) {
    database
      .prepare('INSERT OR IGNORE INTO source_text (sha256, text) VALUES (?, ?)')
      .run([to.sha256, to.text]);
    database
      .prepare('UPDATE source SET text_sha256 = ? WHERE id = ? AND text_sha256 = ?')
      .run([to.sha256, sourceId, from]);
    for (const side of ['before', 'after']) {
      database
        .prepare(
          `UPDATE change SET ${side} = json_set(${side}, '$.text_sha256', ?)
           WHERE table_name = 'source' AND row_id = ? AND json_extract(${side}, '$.text_sha256') = ?`,
        )
        .run([to.sha256, sourceId, from]);
    }
  }
  readOffWords(
    database,
    database.prepare('SELECT id FROM quotation WHERE source_id = ?').values<string>([sourceId]),
  );
}

/** Turns and the like whose speaker or time stands in the erased words forget it, now and in the history. */
export function eraseFromSegments(database: Database, segments: readonly string[], words: string): void {
  const these = JSON.stringify(segments);
  for (const column of ['speaker', 'time']) {
    database
      .prepare(
        `UPDATE segment SET ${column} = '' WHERE id IN (SELECT value FROM json_each(?1)) AND instr(?2, ${column}) > 0`,
      )
      .run([these, words]);
    for (const side of ['before', 'after']) {
      database
        .prepare(
          `UPDATE change SET ${side} = json_set(${side}, '$.${column}', '')
           WHERE table_name = 'segment' AND row_id IN (SELECT value FROM json_each(?1))
             AND instr(?2, json_extract(${side}, '$.${column}')) > 0`,
        )
        .run([these, words]);
    }
  }
}

/** Texts that a researcher wrote, in which words of a document may stand: what it is, its name, the text. */
export function writtenTexts(database: ReadableDatabase): {
  readonly what: 'memo' | 'code' | 'project' | 'history';
  readonly name: string;
  readonly text: string;
}[] {
  return database
    .prepare(
      `SELECT 'memo' AS what, ifnull(nullif(title, ''), ifnull(target_name, '')) AS name,
         title || char(10) || text AS text FROM v_memos
       UNION ALL SELECT 'code', path,
         definition || char(10) || when_to_use || char(10) || when_not_to_use || char(10) || examples FROM v_codes
       UNION ALL SELECT 'project', name, name || char(10) || description FROM project
       UNION ALL SELECT 'history', CAST(sequence AS TEXT), why FROM change_set WHERE why IS NOT NULL
       UNION ALL SELECT 'history', CAST(change_set.sequence AS TEXT),
         ifnull(before, '') || char(10) || ifnull(after, '') FROM change JOIN change_set USING (sequence)
         WHERE table_name IN ('memo', 'code', 'project', 'memo_type', 'code_set')`,
    )
    .allObjects();
}

/** Rewrites the file without free pages; with `secure_delete` no byte of what was deleted stays in it. */
export function sweep(database: Database): void {
  database.exec('VACUUM');
}

/** From now on deleted bytes are overwritten. */
export function deleteSecurely(database: Database): void {
  database.exec('PRAGMA secure_delete = ON');
}
