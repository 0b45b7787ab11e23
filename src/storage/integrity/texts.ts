import { createPositionMap, type PositionMap, quotationContext } from '../../core/text';
import type { Sha256 } from '../sha256';
import type { ReadableDatabase } from '../sqlite/types';

interface TextRow {
  readonly sha256: string;
  readonly text: string;
}

interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly characters: number;
}

interface QuotationRow {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly text_before: string;
  readonly text_after: string;
}

/** Texts against their SHA-256 (those that only the history still needs, too), quotations against their places. */
export function* findTextProblems(database: ReadableDatabase, sha256: Sha256): Generator<string | null> {
  const sources = database.prepare(
    'SELECT id, name, characters FROM source WHERE text_sha256 = ? ORDER BY position',
  );
  const quotations = database.prepare(
    `SELECT start_position AS start, end_position AS end, text, text_before, text_after FROM quotation
     WHERE source_id = ? ORDER BY start_position`,
  );
  const segments = database.prepare(
    `SELECT start_position AS start, end_position AS end FROM segment
     WHERE source_id = ?1 AND NOT (start_position >= 0 AND end_position > start_position AND end_position <= ?2)`,
  );
  for (const row of database.prepare('SELECT sha256, text FROM source_text').iterate<TextRow>()) {
    const isIntact = sha256([row.text]) === row.sha256;
    const users = sources.allObjects<SourceRow>([row.sha256]);
    if (!isIntact && users.length === 0)
      yield 'A text that the history keeps is not the one that was imported.';
    const positions = createPositionMap(row.text);
    for (const source of users) {
      if (!isIntact) yield `The text of “${source.name}” is not the one that was imported.`;
      if (positions.length !== source.characters) {
        yield `“${source.name}” has ${positions.length} characters, but ${source.characters} are recorded.`;
      }
      for (const quotation of quotations.allObjects<QuotationRow>([source.id])) {
        if (isInPlace(row.text, positions, quotation)) continue;
        yield `The quotation at ${quotation.start}–${quotation.end} of “${source.name}” does not read as its place in the document.`;
      }
    }
    for (const source of users) {
      for (const { start, end } of segments.allObjects<{ start: number; end: number }>([
        source.id,
        positions.length,
      ])) {
        yield `A turn, heading or timestamp at ${start}–${end} does not lie within “${source.name}”.`;
      }
    }
    yield null;
  }
}

function isInPlace(text: string, positions: PositionMap, quotation: QuotationRow): boolean {
  const { start, end } = quotation;
  const { prefix, suffix } = quotationContext(text, positions, quotation);
  return (
    end <= positions.length &&
    text.slice(positions.toUtf16(start), positions.toUtf16(end)) === quotation.text &&
    prefix === quotation.text_before &&
    suffix === quotation.text_after
  );
}
