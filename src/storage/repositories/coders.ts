import type { Coder } from '../../core/entities';
import type { CoderId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

const columns = 'id, name, color, created_at AS createdAt';

export function listCoders(database: ReadableDatabase): Coder[] {
  return database.prepare(`SELECT ${columns} FROM coder ORDER BY created_at, name`).allObjects();
}

export function coderByName(database: ReadableDatabase, name: string): Coder | undefined {
  return database.prepare(`SELECT ${columns} FROM coder WHERE name = ?`).get([name]);
}

export function coderById(database: ReadableDatabase, id: CoderId): Coder | undefined {
  return database.prepare(`SELECT ${columns} FROM coder WHERE id = ?`).get([id]);
}

export function insertCoder(database: Database, coder: Coder): void {
  database
    .prepare('INSERT INTO coder (id, name, color, created_at) VALUES (?, ?, ?, ?)')
    .run([coder.id, coder.name, coder.color, coder.createdAt]);
}

export function renameCoder(database: Database, id: CoderId, name: string): void {
  database.prepare('UPDATE coder SET name = ? WHERE id = ?').run([name, id]);
}

export function updateCoder(database: Database, id: CoderId, values: { name: string; color: string }): void {
  database.prepare('UPDATE coder SET name = ?, color = ? WHERE id = ?').run([values.name, values.color, id]);
}
