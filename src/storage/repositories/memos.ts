import type { Memo, MemoTarget } from '../../core/entities';
import type { CodeId, CoderId, MemoId, QuotationId, SourceId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

interface StoredMemo {
  readonly id: MemoId;
  readonly sourceId: SourceId | null;
  readonly codeId: CodeId | null;
  readonly quotationId: QuotationId | null;
  readonly text: string;
  readonly coderId: CoderId;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

const columns = `id, source_id AS sourceId, code_id AS codeId, quotation_id AS quotationId, text,
  coder_id AS coderId, created_at AS createdAt, modified_at AS modifiedAt`;

const targetColumns = { source: 'source_id', code: 'code_id', quotation: 'quotation_id' } as const;

function fromStored(row: StoredMemo): Memo {
  return {
    id: row.id,
    target: targetOf(row),
    text: row.text,
    createdAt: row.createdAt,
    modifiedAt: row.modifiedAt,
    coderId: row.coderId,
  };
}

function targetOf(row: StoredMemo): MemoTarget {
  if (row.sourceId) return { kind: 'source', id: row.sourceId };
  if (row.codeId) return { kind: 'code', id: row.codeId };
  if (row.quotationId) return { kind: 'quotation', id: row.quotationId };
  return { kind: 'project' };
}

/** Memos on one thing, oldest first. */
export function memosOn(database: ReadableDatabase, target: MemoTarget): Memo[] {
  const rows =
    target.kind === 'project'
      ? database
          .prepare(
            `SELECT ${columns} FROM memo
             WHERE source_id IS NULL AND code_id IS NULL AND quotation_id IS NULL ORDER BY created_at, id`,
          )
          .allObjects<StoredMemo>()
      : database
          .prepare(
            `SELECT ${columns} FROM memo WHERE ${targetColumns[target.kind]} = ? ORDER BY created_at, id`,
          )
          .allObjects<StoredMemo>([target.id]);
  return rows.map(fromStored);
}

export function listMemos(database: ReadableDatabase): Memo[] {
  return database
    .prepare(`SELECT ${columns} FROM memo ORDER BY modified_at DESC, id`)
    .allObjects<StoredMemo>()
    .map(fromStored);
}

export function insertMemo(database: Database, memo: Memo): void {
  const on = (kind: 'source' | 'code' | 'quotation') => (memo.target.kind === kind ? memo.target.id : null);
  database
    .prepare(
      `INSERT INTO memo (id, source_id, code_id, quotation_id, text, coder_id, created_at, modified_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run([
      memo.id,
      on('source'),
      on('code'),
      on('quotation'),
      memo.text,
      memo.coderId,
      memo.createdAt,
      memo.modifiedAt,
    ]);
}

export function rewriteMemo(database: Database, id: MemoId, text: string, at: string): void {
  database.prepare('UPDATE memo SET text = ?, modified_at = ? WHERE id = ?').run([text, at, id]);
}

export function deleteMemo(database: Database, id: MemoId): void {
  database.prepare('DELETE FROM memo WHERE id = ?').run([id]);
}

/** Moves a memo to another thing (where what it was on is merged into that). */
export function moveMemo(
  database: Database,
  id: MemoId,
  target: Exclude<MemoTarget, { kind: 'project' }>,
): void {
  database.prepare(`UPDATE memo SET ${targetColumns[target.kind]} = ? WHERE id = ?`).run([target.id, id]);
}
