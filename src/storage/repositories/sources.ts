import type { Source, SourceFolder } from '../../core/entities';
import type { FolderId, SourceId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

const columns = `source.id, source.folder_id AS folderId, source.name, source.position, source.characters,
  source.created_at AS createdAt, source.modified_at AS modifiedAt, source.coder_id AS coderId`;

/** In the order of the tree of folders. */
export function listSources(database: ReadableDatabase): Source[] {
  return database
    .prepare(
      `SELECT ${columns} FROM source JOIN document_order ON source_id = source.id ORDER BY sort, source.name`,
    )
    .allObjects();
}

export function sourcesWithMemo(database: ReadableDatabase): SourceId[] {
  return database.prepare('SELECT DISTINCT source_id FROM memo WHERE source_id IS NOT NULL').values();
}

export function listFolders(database: ReadableDatabase): SourceFolder[] {
  return database
    .prepare('SELECT id, parent_id AS parentId, name, position FROM source_folder ORDER BY position, name')
    .allObjects();
}

export function sourceById(database: ReadableDatabase, id: SourceId): Source | undefined {
  return database.prepare(`SELECT ${columns} FROM source WHERE id = ?`).get([id]);
}

export function sourceNames(database: ReadableDatabase): string[] {
  return database.prepare('SELECT name FROM source').values();
}

/** Canonical text of a document. */
export function readText(database: ReadableDatabase, id: SourceId): string | undefined {
  return database
    .prepare('SELECT text FROM source JOIN source_text ON sha256 = text_sha256 WHERE source.id = ?')
    .value<string>([id]);
}

/** The same in UTF-8, in a buffer of its own. */
export function readTextBytes(database: ReadableDatabase, id: SourceId): Uint8Array | undefined {
  return database
    .prepare(
      'SELECT CAST(text AS BLOB) FROM source JOIN source_text ON sha256 = text_sha256 WHERE source.id = ?',
    )
    .value<Uint8Array>([id]);
}

/** Canonical text of a document with its SHA-256. */
export function textOfSource(
  database: ReadableDatabase,
  id: SourceId,
): { readonly sha256: string; readonly text: string } | undefined {
  return database
    .prepare('SELECT sha256, text FROM source JOIN source_text ON sha256 = text_sha256 WHERE source.id = ?')
    .get([id]);
}

export function readTextBySha256(database: ReadableDatabase, sha256: string): string | undefined {
  return database.prepare('SELECT text FROM source_text WHERE sha256 = ?').value<string>([sha256]);
}

export interface NewSource extends Source {
  readonly textSha256: string;
  readonly text: string;
  readonly projectionVersion: number;
  readonly fileName: string;
  readonly encoding: string;
}

export function insertSource(database: Database, source: NewSource): void {
  database
    .prepare('INSERT OR IGNORE INTO source_text (sha256, text) VALUES (?, ?)')
    .run([source.textSha256, source.text]);
  database
    .prepare(
      `INSERT INTO source (id, folder_id, name, position, characters, text_sha256, projection_version, file_name,
        encoding, coder_id, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run([
      source.id,
      source.folderId,
      source.name,
      source.position,
      source.characters,
      source.textSha256,
      source.projectionVersion,
      source.fileName,
      source.encoding,
      source.coderId,
      source.createdAt,
      source.modifiedAt,
    ]);
}

/** Gives a document another text. Its quotations have to be placed and read off anew. */
export function setSourceText(
  database: Database,
  id: SourceId,
  to: {
    readonly sha256: string;
    readonly text: string;
    readonly characters: number;
    readonly at: string;
  },
): void {
  database
    .prepare('INSERT OR IGNORE INTO source_text (sha256, text) VALUES (?, ?)')
    .run([to.sha256, to.text]);
  database
    .prepare('UPDATE source SET text_sha256 = ?, characters = ?, modified_at = ? WHERE id = ?')
    .run([to.sha256, to.characters, to.at, id]);
}

export function renameSource(database: Database, id: SourceId, name: string, at: string): void {
  database.prepare('UPDATE source SET name = ?, modified_at = ? WHERE id = ?').run([name, at, id]);
}

export function placeSource(
  database: Database,
  id: SourceId,
  folderId: FolderId | null,
  position: number,
): void {
  database
    .prepare('UPDATE source SET folder_id = ?, position = ? WHERE id = ?')
    .run([folderId, position, id]);
}

export function deleteSource(database: Database, id: SourceId): void {
  database.prepare('DELETE FROM source WHERE id = ?').run([id]);
}

export function insertFolder(database: Database, folder: SourceFolder): void {
  database
    .prepare('INSERT INTO source_folder (id, parent_id, name, position) VALUES (?, ?, ?, ?)')
    .run([folder.id, folder.parentId, folder.name, folder.position]);
}

export function renameFolder(database: Database, id: FolderId, name: string): void {
  database.prepare('UPDATE source_folder SET name = ? WHERE id = ?').run([name, id]);
}

export function placeFolder(
  database: Database,
  id: FolderId,
  parentId: FolderId | null,
  position: number,
): void {
  database
    .prepare('UPDATE source_folder SET parent_id = ?, position = ? WHERE id = ?')
    .run([parentId, position, id]);
}

export function deleteFolder(database: Database, id: FolderId): void {
  database.prepare('DELETE FROM source_folder WHERE id = ?').run([id]);
}
