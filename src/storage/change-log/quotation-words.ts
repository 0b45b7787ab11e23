import { createPositionMap, quotationContext } from '../../core/text';
import type { Database, ReadableDatabase } from '../sqlite/types';

interface Place {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Writes the words of quotations, and those around them, as their documents have them at their places. */
export function readOffWords(database: Database, ids: readonly string[]): void {
  const texts = database
    .prepare(
      `SELECT DISTINCT text_sha256 FROM quotation JOIN source ON source.id = source_id
       WHERE quotation.id IN (SELECT value FROM json_each(?))`,
    )
    .values<string>([JSON.stringify(ids)]);
  const textOf = database.prepare('SELECT text FROM source_text WHERE sha256 = ?');
  const placesIn = database.prepare(
    `SELECT quotation.id AS id, start_position AS start, end_position AS end
     FROM quotation JOIN source ON source.id = source_id
     WHERE text_sha256 = ?1 AND quotation.id IN (SELECT value FROM json_each(?2))`,
  );
  const write = database.prepare(
    'UPDATE quotation SET text = ?, text_before = ?, text_after = ? WHERE id = ?',
  );
  for (const sha256 of texts) {
    const text = textOf.value<string>([sha256]) ?? '';
    const positions = createPositionMap(text);
    for (const place of placesIn.allObjects<Place>([sha256, JSON.stringify(ids)])) {
      const words = text.slice(positions.toUtf16(place.start), positions.toUtf16(place.end));
      const { prefix, suffix } = quotationContext(text, positions, place);
      write.run([words, prefix, suffix, place.id]);
    }
  }
}

/** SHA-256 of the text of each of the documents that are there. */
export function textsOf(database: ReadableDatabase, sources: readonly string[]): Map<string, string> {
  if (sources.length === 0) return new Map();
  return new Map(
    database
      .prepare('SELECT id, text_sha256 FROM source WHERE id IN (SELECT value FROM json_each(?))')
      .allArrays<[string, string]>([JSON.stringify(sources)]),
  );
}

export function quotationsOfSources(database: ReadableDatabase, sources: readonly string[]): string[] {
  if (sources.length === 0) return [];
  return database
    .prepare('SELECT id FROM quotation WHERE source_id IN (SELECT value FROM json_each(?))')
    .values<string>([JSON.stringify(sources)]);
}
