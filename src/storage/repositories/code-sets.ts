import type { CodeSet } from '../../core/entities';
import type { CodeId, CodeSetId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

const columns = `id, name, position, created_at AS createdAt, modified_at AS modifiedAt, coder_id AS coderId`;

export function listCodeSets(database: ReadableDatabase): CodeSet[] {
  return database.prepare(`SELECT ${columns} FROM code_set ORDER BY position, name`).allObjects();
}

export function codeSetById(database: ReadableDatabase, id: CodeSetId): CodeSet | undefined {
  return database.prepare(`SELECT ${columns} FROM code_set WHERE id = ?`).get([id]);
}

/** Which codes are in which sets. */
export function codeSetMembers(database: ReadableDatabase): { setId: CodeSetId; codeId: CodeId }[] {
  return database.prepare('SELECT code_set_id AS setId, code_id AS codeId FROM code_set_code').allObjects();
}

export function codesOfSet(database: ReadableDatabase, id: CodeSetId): CodeId[] {
  return database.prepare('SELECT code_id FROM code_set_code WHERE code_set_id = ?').values([id]);
}

export function setsOfCode(database: ReadableDatabase, id: CodeId): CodeSetId[] {
  return database.prepare('SELECT code_set_id FROM code_set_code WHERE code_id = ?').values([id]);
}

export function insertCodeSet(database: Database, set: CodeSet): void {
  database
    .prepare(
      `INSERT INTO code_set (id, name, position, coder_id, created_at, modified_at)
       VALUES (:id, :name, :position, :coderId, :createdAt, :modifiedAt)`,
    )
    .run({ ...set });
}

export function renameCodeSet(database: Database, id: CodeSetId, to: { name: string; at: string }): void {
  database.prepare('UPDATE code_set SET name = ?, modified_at = ? WHERE id = ?').run([to.name, to.at, id]);
}

/** Deletes the set with its memberships. */
export function deleteCodeSet(database: Database, id: CodeSetId): void {
  database.prepare('DELETE FROM code_set_code WHERE code_set_id = ?').run([id]);
  database.prepare('DELETE FROM code_set WHERE id = ?').run([id]);
}

export function insertSetMember(
  database: Database,
  member: { id: string; setId: CodeSetId; codeId: CodeId },
): void {
  database
    .prepare('INSERT INTO code_set_code (id, code_set_id, code_id) VALUES (:id, :setId, :codeId)')
    .run({ ...member });
}

export function deleteSetMember(database: Database, setId: CodeSetId, codeId: CodeId): void {
  database.prepare('DELETE FROM code_set_code WHERE code_set_id = ? AND code_id = ?').run([setId, codeId]);
}

/** Takes a code that goes out of all sets. */
export function deleteSetMembersOfCode(database: Database, codeId: CodeId): void {
  database.prepare('DELETE FROM code_set_code WHERE code_id = ?').run([codeId]);
}
