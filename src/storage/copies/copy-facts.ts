import { lastChangeSet } from '../change-log/change-sets';
import type { ReadableDatabase } from '../sqlite/types';

/** Bytes that a row of `change` and of `change_set` takes besides its texts, with its places in the indexes. */
const changeRoom = 180;
const entryRoom = 420;

/** What a copy would take on disk, in bytes; estimates. */
export interface CopySizes {
  readonly withHistory: number;
  readonly withoutHistory: number;
}

export function estimateCopySizes(database: ReadableDatabase): CopySizes {
  const [pages = 0, free = 0, pageSize = 0] = ['page_count', 'freelist_count', 'page_size'].map((pragma) =>
    Number(database.prepare(`PRAGMA ${pragma}`).value() ?? 0),
  );
  const withHistory = (pages - free) * pageSize;
  const [changes = 0, images = 0] =
    database
      .prepare(
        `SELECT count(*), sum(ifnull(octet_length(before), 0) + ifnull(octet_length(after), 0)) FROM change`,
      )
      .allArrays<[number, number | null]>()[0] ?? [];
  const entries = database.prepare('SELECT count(*) FROM change_set').value<number>() ?? 0;
  const orphans =
    database
      .prepare(
        'SELECT sum(octet_length(text)) FROM source_text WHERE sha256 NOT IN (SELECT text_sha256 FROM source)',
      )
      .value<number | null>() ?? 0;
  const history = (images ?? 0) + changes * changeRoom + entries * entryRoom + (orphans ?? 0);
  return { withHistory, withoutHistory: Math.max(pageSize, withHistory - history) };
}

/** What one side of a comparison has done since the two parted. */
export interface SideSince {
  /** Entries of its history since. */
  readonly entries: number;
  /** Names of who made them. */
  readonly coders: readonly string[];
  /** When the last entry of all was made; null where there is none. */
  readonly lastAt: string | null;
}

export function sideSince(database: ReadableDatabase, sequence: number): SideSince {
  const entries =
    database.prepare('SELECT count(*) FROM change_set WHERE sequence > ?').value<number>([sequence]) ?? 0;
  const coders = database
    .prepare(
      `SELECT DISTINCT coder.name FROM change_set JOIN coder ON coder.id = coder_id WHERE sequence > ?
       ORDER BY coder.name`,
    )
    .values<string>([sequence]);
  return { entries, coders, lastAt: lastChangeSet(database)?.modified_at ?? null };
}

export interface QuotationPlace {
  readonly sourceId: string;
  readonly sourceName: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A quotation's document, place and words; undefined where the copy has none of that id. */
export function placeOfQuotation(database: ReadableDatabase, id: string): QuotationPlace | undefined {
  return database
    .prepare(
      `SELECT source_id AS sourceId, source.name AS sourceName, start_position AS start, end_position AS "end",
         quotation.text AS text
       FROM quotation JOIN source ON source.id = source_id WHERE quotation.id = ?`,
    )
    .get<QuotationPlace>([id]);
}

export function nameOfFolder(database: ReadableDatabase, id: string): string | undefined {
  return database.prepare('SELECT name FROM source_folder WHERE id = ?').value<string>([id]);
}

export function nameOfSource(database: ReadableDatabase, id: string): string | undefined {
  return database.prepare('SELECT name FROM source WHERE id = ?').value<string>([id]);
}

export function nameOfCoder(database: ReadableDatabase, id: string): string | undefined {
  return database.prepare('SELECT name FROM coder WHERE id = ?').value<string>([id]);
}

export function nameOfSet(database: ReadableDatabase, id: string): string | undefined {
  return database.prepare('SELECT name FROM code_set WHERE id = ?').value<string>([id]);
}

export function nameOfMemoType(database: ReadableDatabase, id: string): string | undefined {
  return database.prepare('SELECT name FROM memo_type WHERE id = ?').value<string>([id]);
}

/** On which quotation a coding is, and with which code. */
export function placeOfCoding(
  database: ReadableDatabase,
  id: string,
): { readonly quotationId: string; readonly codeId: string } | undefined {
  return database
    .prepare('SELECT quotation_id AS quotationId, code_id AS codeId FROM coding WHERE id = ?')
    .get([id]);
}

/** The words of `[start, end)` in a document. */
export function wordsAt(
  database: ReadableDatabase,
  place: { readonly sourceId: string; readonly start: number; readonly end: number },
): string | undefined {
  return database
    .prepare(
      `SELECT substr(text, ?2 + 1, ?3 - ?2) FROM source JOIN source_text ON sha256 = text_sha256 WHERE source.id = ?1`,
    )
    .value<string>([place.sourceId, place.start, place.end]);
}
