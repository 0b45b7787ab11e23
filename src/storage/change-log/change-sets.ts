import type { ChangeSetId, CoderId } from '../../core/ids';
import type { TableName } from '../../core/tables';
import type { Database, ReadableDatabase } from '../sqlite/types';

/** A row that a change set touched, as images before and after it (null: the row was not there). */
export interface RowChange {
  readonly table_name: TableName;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * A row of `change_set`: one command that was done, undone or redone, or an event, which is recorded like a change
 * but never undone: a coder joined, the file was brought to a newer form.
 */
export interface ChangeSetRow {
  readonly sequence: number;
  readonly id: ChangeSetId;
  readonly revision: number;
  readonly kind: 'change' | 'undo' | 'redo' | 'event';
  readonly state: 'done' | 'undone' | 'replaced';
  readonly command: string;
  readonly label_key: string;
  /** JSON object. */
  readonly label_values: string;
  readonly target_sequence: number | null;
  readonly merge_key: string | null;
  readonly why: string | null;
  readonly schema_version: number;
  readonly coder_id: CoderId | null;
  readonly created_at: string;
  readonly modified_at: string;
  readonly digest: string;
}

export function lastChangeSet(database: ReadableDatabase): ChangeSetRow | undefined {
  return database.prepare('SELECT * FROM change_set ORDER BY sequence DESC LIMIT 1').get<ChangeSetRow>();
}

/** What “undo” takes back. */
export function nextToUndo(database: ReadableDatabase): ChangeSetRow | undefined {
  return database
    .prepare(
      "SELECT * FROM change_set WHERE kind = 'change' AND state = 'done' ORDER BY sequence DESC LIMIT 1",
    )
    .get<ChangeSetRow>();
}

/** What “redo” brings back. Undone sets are always the newest ones, so the oldest of them was undone last. */
export function nextToRedo(database: ReadableDatabase): ChangeSetRow | undefined {
  return database
    .prepare("SELECT * FROM change_set WHERE kind = 'change' AND state = 'undone' ORDER BY sequence LIMIT 1")
    .get<ChangeSetRow>();
}

export function changesOf(database: ReadableDatabase, sequence: number): RowChange[] {
  return database
    .prepare('SELECT table_name, row_id, before, after FROM change WHERE sequence = ? ORDER BY id')
    .allObjects<RowChange>([sequence]);
}

export function countChanges(database: ReadableDatabase, sequence: number): number {
  return database.prepare('SELECT count(*) FROM change WHERE sequence = ?').value<number>([sequence]) ?? 0;
}

export function insertChangeSet(database: Database, row: ChangeSetRow): void {
  const columns = Object.keys(row);
  database
    .prepare(
      `INSERT INTO change_set (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
    )
    .run({ ...row });
}

/** A set that goes on (typing) or is explained: what may change of it becomes as in `row`. */
export function rewriteChangeSet(database: Database, row: ChangeSetRow): void {
  database
    .prepare(
      `UPDATE change_set SET revision = ?, modified_at = ?, label_key = ?, label_values = ?, why = ?, state = ?,
        digest = ? WHERE sequence = ?`,
    )
    .run([
      row.revision,
      row.modified_at,
      row.label_key,
      row.label_values,
      row.why,
      row.state,
      row.digest,
      row.sequence,
    ]);
}

export function changeSetAt(database: ReadableDatabase, sequence: number): ChangeSetRow | undefined {
  return database.prepare('SELECT * FROM change_set WHERE sequence = ?').get<ChangeSetRow>([sequence]);
}

/** Writes changes that were computed, not recorded. */
export function insertChanges(database: Database, sequence: number, changes: Iterable<RowChange>): void {
  const insert = database.prepare(
    'INSERT INTO change (sequence, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { table_name, row_id, before, after } of changes) {
    insert.run([sequence, table_name, row_id, before, after]);
  }
}

export function countChangeSets(database: ReadableDatabase): number {
  return database.prepare('SELECT count(*) FROM change_set').value<number>() ?? 0;
}

export function setState(database: Database, sequence: number, state: ChangeSetRow['state']): void {
  database.prepare('UPDATE change_set SET state = ? WHERE sequence = ?').run([state, sequence]);
}

/** A new change closes the way forward: undone sets stay as a record. */
export function replaceUndone(database: Database): void {
  database
    .prepare("UPDATE change_set SET state = 'replaced' WHERE kind = 'change' AND state = 'undone'")
    .run();
}

/**
 * Joins the changes of `sequence` to those of `into`: the first image before and the last image after of each
 * row remain, so that an hour of typing in a memo leaves one small change.
 */
export function coalesce(database: Database, sequence: number, into: number): void {
  for (const change of changesOf(database, sequence)) {
    const earlier = database
      .prepare(
        'SELECT id, before FROM change WHERE sequence = ? AND table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1',
      )
      .get<{ id: number; before: string | null }>([into, change.table_name, change.row_id]);
    if (!earlier) {
      database
        .prepare('INSERT INTO change (sequence, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)')
        .run([into, change.table_name, change.row_id, change.before, change.after]);
    } else if (earlier.before === null && change.after === null) {
      database.prepare('DELETE FROM change WHERE id = ?').run([earlier.id]);
    } else {
      database.prepare('UPDATE change SET after = ? WHERE id = ?').run([change.after, earlier.id]);
    }
  }
  database.prepare('DELETE FROM change WHERE sequence = ?').run([sequence]);
}

/** The text whose SHA-256 is a change set's `digest`: all of it but its `state`, which follows from later sets. */
export function* digestParts(
  row: Omit<ChangeSetRow, 'state' | 'digest'>,
  changes: Iterable<RowChange>,
): Iterable<string> {
  yield JSON.stringify([
    row.sequence,
    row.id,
    row.revision,
    row.kind,
    row.command,
    row.label_key,
    row.label_values,
    row.target_sequence,
    row.merge_key,
    row.why,
    row.schema_version,
    row.coder_id,
    row.created_at,
    row.modified_at,
  ]);
  for (const change of changes) {
    yield JSON.stringify([change.table_name, change.row_id, change.before, change.after]);
  }
}

/** Newest first, with the coder's name. */
export function listChangeSets(
  database: ReadableDatabase,
  limit: number,
): (ChangeSetRow & { readonly coder_name: string | null })[] {
  return database
    .prepare(
      `SELECT change_set.*, coder.name AS coder_name FROM change_set LEFT JOIN coder ON coder.id = change_set.coder_id
       ORDER BY sequence DESC LIMIT ?`,
    )
    .allObjects([limit]);
}
