import type { Memo, MemoTarget } from '../../core/entities';
import type { CodeId, CoderId, CodingId, MemoId, MemoTypeId, QuotationId, SourceId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

interface StoredMemo {
  readonly id: MemoId;
  readonly sourceId: SourceId | null;
  readonly codeId: CodeId | null;
  readonly quotationId: QuotationId | null;
  readonly codingId: CodingId | null;
  readonly isFree: number;
  readonly title: string;
  readonly typeId: MemoTypeId | null;
  readonly text: string;
  readonly content: string | null;
  readonly coderId: CoderId;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

const columns = `id, source_id AS sourceId, code_id AS codeId, quotation_id AS quotationId, coding_id AS codingId,
  is_free AS isFree, title, memo_type_id AS typeId, text, content, coder_id AS coderId, created_at AS createdAt,
  modified_at AS modifiedAt`;

const targetColumns = {
  source: 'source_id',
  code: 'code_id',
  quotation: 'quotation_id',
  coding: 'coding_id',
} as const;
type Thing = keyof typeof targetColumns;

function fromStored(row: StoredMemo): Memo {
  const { id, title, typeId, text, content, createdAt, modifiedAt, coderId } = row;
  return { id, target: targetOf(row), title, typeId, text, content, createdAt, modifiedAt, coderId };
}

function targetOf(row: StoredMemo): MemoTarget {
  if (row.sourceId) return { kind: 'source', id: row.sourceId };
  if (row.codeId) return { kind: 'code', id: row.codeId };
  if (row.quotationId) return { kind: 'quotation', id: row.quotationId };
  if (row.codingId) return { kind: 'coding', id: row.codingId };
  return row.isFree === 1 ? { kind: 'free', id: row.id } : { kind: 'project' };
}

const isOnProject = `source_id IS NULL AND code_id IS NULL AND quotation_id IS NULL AND coding_id IS NULL
  AND is_free = 0`;

/** Memos on one thing, oldest first. */
export function memosOn(database: ReadableDatabase, target: MemoTarget): Memo[] {
  const [where, params] =
    target.kind === 'project'
      ? [isOnProject, []]
      : target.kind === 'free'
        ? ['id = ? AND is_free = 1', [target.id]]
        : [`${targetColumns[target.kind]} = ?`, [target.id]];
  return database
    .prepare(`SELECT ${columns} FROM memo WHERE ${where} ORDER BY created_at, id`)
    .allObjects<StoredMemo>(params)
    .map(fromStored);
}

export function memoById(database: ReadableDatabase, id: MemoId): Memo | undefined {
  const row = database.prepare(`SELECT ${columns} FROM memo WHERE id = ?`).get<StoredMemo>([id]);
  return row && fromStored(row);
}

/** How many of the codings have a memo. */
export function countMemosOnCodings(database: ReadableDatabase, ids: readonly CodingId[]): number {
  return Number(
    database
      .prepare('SELECT count(*) FROM memo WHERE coding_id IN (SELECT value FROM json_each(?))')
      .value([JSON.stringify(ids)]),
  );
}

/** Last changed first. */
export function listMemos(database: ReadableDatabase): Memo[] {
  return database
    .prepare(`SELECT ${columns} FROM memo ORDER BY modified_at DESC, id`)
    .allObjects<StoredMemo>()
    .map(fromStored);
}

export function insertMemo(database: Database, memo: Memo): void {
  const on = (kind: Thing) => (memo.target.kind === kind ? memo.target.id : null);
  database
    .prepare(
      `INSERT INTO memo (id, source_id, code_id, quotation_id, text, coder_id, created_at, modified_at, coding_id,
        is_free, title, memo_type_id, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      on('coding'),
      memo.target.kind === 'free' ? 1 : 0,
      memo.title,
      memo.typeId,
      memo.content,
    ]);
}

/** What is written in a memo. */
export type MemoWords = Pick<Memo, 'text' | 'content' | 'title' | 'typeId' | 'modifiedAt'>;

export function rewriteMemo(database: Database, id: MemoId, words: MemoWords): void {
  database
    .prepare(
      'UPDATE memo SET text = ?, content = ?, title = ?, memo_type_id = ?, modified_at = ? WHERE id = ?',
    )
    .run([words.text, words.content, words.title, words.typeId, words.modifiedAt, id]);
}

export function deleteMemo(database: Database, id: MemoId): void {
  database.prepare('DELETE FROM memo WHERE id = ?').run([id]);
}

/** Deletes the memos on one thing. */
export function deleteMemosOn(
  database: Database,
  target: { readonly kind: Thing; readonly id: string },
): void {
  database.prepare(`DELETE FROM memo WHERE ${targetColumns[target.kind]} = ?`).run([target.id]);
}

/** Moves a memo to another thing of the same kind (where what it was on is merged into that). */
export function moveMemo(
  database: Database,
  id: MemoId,
  target: Exclude<MemoTarget, { kind: 'project' } | { kind: 'free' }>,
): void {
  database.prepare(`UPDATE memo SET ${targetColumns[target.kind]} = ? WHERE id = ?`).run([target.id, id]);
}
