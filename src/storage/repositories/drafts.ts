import type { CoderId, DraftId, SourceId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

/**
 * An edit of a document's text that is not committed yet: of the text with SHA-256 `baseTextSha256`, `removed` code
 * points from `start` on give way to `inserted`. No history knows it, and no copy for others.
 */
export interface Draft {
  readonly id: DraftId;
  readonly sourceId: SourceId;
  readonly coderId: CoderId;
  readonly baseTextSha256: string;
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
  /** JSON: where the quotations stand in the edited text. */
  readonly spans: string;
  readonly modifiedAt: string;
}

const columns = `id, source_id AS sourceId, coder_id AS coderId, base_text_sha256 AS baseTextSha256,
  start_position AS start, removed, inserted, spans, modified_at AS modifiedAt`;

/** One for a document. */
export function draftOf(database: ReadableDatabase, sourceId: SourceId): Draft | undefined {
  return database.prepare(`SELECT ${columns} FROM draft WHERE source_id = ?`).get<Draft>([sourceId]);
}

/** Drafts of documents that are in the project; those of deleted ones wait until they come back. */
export function listDrafts(database: ReadableDatabase): Draft[] {
  return database
    .prepare(
      `SELECT ${columns} FROM draft WHERE source_id IN (SELECT id FROM source) ORDER BY modified_at DESC`,
    )
    .allObjects();
}

/** Puts the draft in the place of the one that the document had. */
export function writeDraft(database: Database, draft: Draft): void {
  deleteDraft(database, draft.sourceId);
  database
    .prepare(
      `INSERT INTO draft (id, source_id, coder_id, base_text_sha256, start_position, removed, inserted, spans, modified_at)
       VALUES (:id, :sourceId, :coderId, :baseTextSha256, :start, :removed, :inserted, :spans, :modifiedAt)`,
    )
    .run({ ...draft });
}

export function deleteDraft(database: Database, sourceId: SourceId): void {
  database.prepare('DELETE FROM draft WHERE source_id = ?').run([sourceId]);
}

export function deleteAllDrafts(database: Database): void {
  database.exec('DELETE FROM draft');
}
