import type { ReadableDatabase } from './types';

/**
 * Views of the connection alone. Where one has the name of a table, SQLite can't copy the table's indexes: it takes
 * the view for it. So they are put aside for the time of a copy.
 */
export function tempViews(database: ReadableDatabase): { readonly drop: string; readonly create: string } {
  const views = database
    .prepare("SELECT name, sql FROM temp.sqlite_schema WHERE type = 'view'")
    .allArrays<[string, string]>();
  return {
    drop: views.map(([name]) => `DROP VIEW temp."${name}";`).join('\n'),
    create: views.map(([, sql]) => `${sql.replace(/^CREATE VIEW/, 'CREATE TEMP VIEW')};`).join('\n'),
  };
}

/** Runs `sql` while the views are not there. */
export function withoutViews(
  { drop, create }: ReturnType<typeof tempViews>,
  execute: (sql: string) => void,
  sql: string,
): void {
  if (drop === '') {
    execute(sql);
    return;
  }
  execute(drop);
  try {
    execute(sql);
  } finally {
    execute(create);
  }
}
