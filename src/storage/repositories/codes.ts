import type { Code } from '../../core/entities';
import type { CodeId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

/** A code as SQL gives it: `is_codable` is 0 or 1. */
type StoredCode = Omit<Code, 'isCodable'> & { readonly isCodable: number };

const columns = `code.id, code.parent_id AS parentId, code.name, code.color, code.definition,
  code.when_to_use AS whenToUse, code.when_not_to_use AS whenNotToUse, code.examples, code.is_codable AS isCodable,
  code.status, code.position, code.created_at AS createdAt, code.modified_at AS modifiedAt, code.coder_id AS coderId`;

const fromStored = (row: StoredCode): Code => ({ ...row, isCodable: row.isCodable === 1 });

/** All codes, siblings in order; not yet in tree order. */
export function listCodes(database: ReadableDatabase): Code[] {
  return database
    .prepare(`SELECT ${columns} FROM code ORDER BY position, name`)
    .allObjects<StoredCode>()
    .map(fromStored);
}

export function codeById(database: ReadableDatabase, id: CodeId): Code | undefined {
  const row = database.prepare(`SELECT ${columns} FROM code WHERE id = ?`).get<StoredCode>([id]);
  return row && fromStored(row);
}

export function codesWithMemo(database: ReadableDatabase): CodeId[] {
  return database.prepare('SELECT DISTINCT code_id FROM memo WHERE code_id IS NOT NULL').values();
}

export function insertCode(database: Database, code: Code): void {
  database
    .prepare(
      `INSERT INTO code (id, parent_id, name, color, definition, when_to_use, when_not_to_use, examples, is_codable,
        status, position, coder_id, created_at, modified_at)
       VALUES (:id, :parentId, :name, :color, :definition, :whenToUse, :whenNotToUse, :examples, :isCodable,
        :status, :position, :coderId, :createdAt, :modifiedAt)`,
    )
    .run({ ...code, isCodable: code.isCodable ? 1 : 0 });
}

export function updateCode(database: Database, code: Code): void {
  database
    .prepare(
      `UPDATE code SET name = :name, color = :color, definition = :definition, when_to_use = :whenToUse,
        when_not_to_use = :whenNotToUse, examples = :examples, is_codable = :isCodable, status = :status,
        modified_at = :modifiedAt
       WHERE id = :id`,
    )
    .run({
      id: code.id,
      name: code.name,
      color: code.color,
      definition: code.definition,
      whenToUse: code.whenToUse,
      whenNotToUse: code.whenNotToUse,
      examples: code.examples,
      isCodable: code.isCodable ? 1 : 0,
      status: code.status,
      modifiedAt: code.modifiedAt,
    });
}

export function placeCode(database: Database, id: CodeId, parentId: CodeId | null, position: number): void {
  database.prepare('UPDATE code SET parent_id = ?, position = ? WHERE id = ?').run([parentId, position, id]);
}

export function deleteCode(database: Database, id: CodeId): void {
  database.prepare('DELETE FROM code WHERE id = ?').run([id]);
}
