import { tableNames } from '../../core/tables';
import { atOnce, oneSlice, type Slices } from '../sqlite/slices';
import type { Database } from '../sqlite/types';
import { imageColumns, imageSql } from './row-images';

/**
 * The database itself records what a change does: TEMP triggers on every table write the row before and after as
 * images into `change`, cascades and all, while `recording` names the running change set. So no command can forget
 * to be undoable. The triggers are made anew with each connection and cost nothing while `recording` is empty.
 */

/** To be called for each connection ahead of its first change; again where it failed. */
export function prepareRecording(database: Database): void {
  database.exec(
    'PRAGMA temp_store = MEMORY; CREATE TEMP TABLE IF NOT EXISTS recording (sequence INTEGER NOT NULL);',
  );
  for (const table of tableNames) {
    const columns = imageColumns(database, table);
    if (columns.length === 0) continue;
    const record = (event: string, condition: string, before: string, after: string, row: 'old' | 'new') =>
      database.exec(`CREATE TEMP TRIGGER IF NOT EXISTS record_${table}_${event} AFTER ${event} ON main.${table} ${condition}
        BEGIN
          INSERT INTO change (sequence, table_name, row_id, before, after)
          SELECT sequence, '${table}', ${row}.id, ${before}, ${after} FROM recording;
        END`);
    const differs = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
    record('insert', '', 'NULL', imageSql(columns, 'new'), 'new');
    record('update', `WHEN ${differs}`, imageSql(columns, 'old'), imageSql(columns, 'new'), 'new');
    record('delete', '', imageSql(columns, 'old'), 'NULL', 'old');
  }
}

/** Runs `work` with its row changes recorded under `sequence`. */
export function recorded<T>(database: Database, sequence: number, work: () => T): T {
  return atOnce(recordedInSlices(database, sequence, () => oneSlice(work)));
}

export function* recordedInSlices<S, T>(
  database: Database,
  sequence: number,
  work: () => Slices<S, T>,
): Slices<S, T> {
  database.prepare('INSERT INTO recording (sequence) VALUES (?)').run([sequence]);
  const value = yield* work();
  database.prepare('DELETE FROM recording').run();
  return value;
}
