import type { SegmentId, SourceId } from '../../core/ids';
import type { Segment } from '../../core/structure';
import type { Database, ReadableDatabase } from '../sqlite/types';

export type StructureMode = 'automatic' | 'corrected';

export interface StoredSegment extends Segment {
  readonly id: SegmentId;
}

const columns = `id, kind, start_position AS start, end_position AS "end", speaker, time, level`;

/** Whether a document's structure is what its text shows, and which text that is. */
export function structureOf(
  database: ReadableDatabase,
  sourceId: SourceId,
): { readonly mode: StructureMode; readonly textSha256: string } | undefined {
  return database
    .prepare('SELECT structure AS mode, text_sha256 AS textSha256 FROM source WHERE id = ?')
    .get([sourceId]);
}

export function setStructureMode(database: Database, sourceId: SourceId, mode: StructureMode): void {
  database.prepare('UPDATE source SET structure = ? WHERE id = ?').run([mode, sourceId]);
}

/** The corrected structure of a document in order of start. */
export function segmentsOfSource(database: ReadableDatabase, sourceId: SourceId): StoredSegment[] {
  return database
    .prepare(`SELECT ${columns} FROM segment WHERE source_id = ? ORDER BY start_position, end_position, id`)
    .allObjects([sourceId]);
}

export function insertSegment(
  database: Database,
  { id, kind, start, end, speaker, time, level }: StoredSegment,
  { sourceId, at }: { readonly sourceId: SourceId; readonly at: string },
): void {
  database
    .prepare(
      `INSERT INTO segment (id, source_id, kind, start_position, end_position, speaker, time, level, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run([id, sourceId, kind, start, end, speaker, time, level, at]);
}

export function changeStoredSegment(
  database: Database,
  { id, kind, start, end, speaker, time, level }: StoredSegment,
): void {
  database
    .prepare(
      'UPDATE segment SET kind = ?, start_position = ?, end_position = ?, speaker = ?, time = ?, level = ? WHERE id = ?',
    )
    .run([kind, start, end, speaker, time, level, id]);
}

/** Before the document itself goes. */
export function deleteSegmentsOfSource(database: Database, sourceId: SourceId): void {
  database.prepare('DELETE FROM segment WHERE source_id = ?').run([sourceId]);
}

export function deleteSegment(database: Database, id: SegmentId): void {
  database.prepare('DELETE FROM segment WHERE id = ?').run([id]);
}
