import type { MemoType } from '../../core/entities';
import type { MemoTypeId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

const columns = 'id, name, color, position, created_at AS createdAt';

export function listMemoTypes(database: ReadableDatabase): MemoType[] {
  return database.prepare(`SELECT ${columns} FROM memo_type ORDER BY position, name`).allObjects();
}

export function memoTypeById(database: ReadableDatabase, id: MemoTypeId): MemoType | undefined {
  return database.prepare(`SELECT ${columns} FROM memo_type WHERE id = ?`).get([id]);
}

/** How many memos have each type that any has. */
export function countByMemoType(database: ReadableDatabase): { typeId: MemoTypeId; memos: number }[] {
  return database
    .prepare(
      `SELECT memo_type_id AS typeId, count(*) AS memos FROM memo WHERE memo_type_id IS NOT NULL
       GROUP BY memo_type_id`,
    )
    .allObjects();
}

export function insertMemoType(database: Database, type: MemoType): void {
  database
    .prepare('INSERT INTO memo_type (id, name, color, position, created_at) VALUES (?, ?, ?, ?, ?)')
    .run([type.id, type.name, type.color, type.position, type.createdAt]);
}

export function updateMemoType(database: Database, type: MemoType): void {
  database
    .prepare('UPDATE memo_type SET name = ?, color = ?, position = ? WHERE id = ?')
    .run([type.name, type.color, type.position, type.id]);
}

/** Deletes the type; memos that had it have none. */
export function deleteMemoType(database: Database, id: MemoTypeId): void {
  database.prepare('UPDATE memo SET memo_type_id = NULL WHERE memo_type_id = ?').run([id]);
  database.prepare('DELETE FROM memo_type WHERE id = ?').run([id]);
}
