import type { ReadableDatabase } from '../sqlite/types';

/** The definitions of all tables, indexes and views of a file, as one text. */
export function schemaText(database: ReadableDatabase): string {
  const definitions = database
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .values<string>();
  return `${definitions.join(';\n\n')};\n`;
}
