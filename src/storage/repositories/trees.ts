import type { ReadableDatabase } from '../sqlite/types';

/** Codes and folders that lie beneath themselves, so that no way from the top leads to them. */
export function treesWithRings(
  database: ReadableDatabase,
): { readonly what: 'code' | 'folder'; readonly name: string }[] {
  return (
    [
      ['code', 'code'],
      ['source_folder', 'folder'],
    ] as const
  ).flatMap(([table, what]) =>
    database
      .prepare(
        `WITH RECURSIVE reached (id) AS (
           SELECT id FROM ${table} WHERE parent_id IS NULL
           UNION SELECT ${table}.id FROM ${table} JOIN reached ON ${table}.parent_id = reached.id)
         SELECT name FROM ${table} WHERE id NOT IN (SELECT id FROM reached)`,
      )
      .values<string>()
      .map((name) => ({ what, name })),
  );
}

/** Names that two siblings in the code tree, or two documents, have; composed letters or not. */
export function namesGivenTwice(database: ReadableDatabase): string[] {
  const names = database
    .prepare(`SELECT ifnull(parent_id, ''), name FROM code UNION ALL SELECT 'document', name FROM source`)
    .allArrays<[string, string]>();
  const seen = new Set<string>();
  return names.flatMap(([parent, name]) => {
    const key = `${parent} ${name.normalize('NFC')}`;
    if (seen.has(key)) return [name];
    seen.add(key);
    return [];
  });
}

/** Folders of the code tree that codings point to all the same. */
export function codedFolders(database: ReadableDatabase): string[] {
  return database
    .prepare('SELECT DISTINCT name FROM code JOIN coding ON coding.code_id = code.id WHERE is_codable = 0')
    .values<string>();
}
