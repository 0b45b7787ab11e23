import type { ReadableDatabase, SqlParams } from '../sqlite/types';

/**
 * The words of all rows of `sql`, whose one column `words` holds some ids or numbers with a blank between them. Many
 * short texts cost more to read one by one than all the rest: this reads them as one. They are cut out of it, so
 * whoever keeps a few keeps them `standingAlone`. A `LIMIT` in `sql` keeps SQLite from taking its order for superfluous.
 */
export function words(database: ReadableDatabase, sql: string, params?: SqlParams): string[] {
  const statement = database.prepare(`SELECT group_concat(words, ' ') FROM (${sql})`);
  const text = statement.value<string | null>(params);
  return text ? text.split(' ') : [];
}
