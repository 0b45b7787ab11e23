import { type ChangeSetRow, lastChangeSet } from '../change-log/change-sets';
import { digestOfSet, type HistoryTools, layBase } from '../change-log/seal';
import type { Database } from '../sqlite/types';

/**
 * A copy begins a step of its own: what is typed in it never joins the last entry that it shares with its original,
 * so that the entry tells for good where the two parted. Returns whether there was anything to do.
 */
export function closeLastStep(database: Database, sha256: HistoryTools['sha256']): boolean {
  const last = lastChangeSet(database);
  if (!last || last.merge_key === null) return false;
  const closed: ChangeSetRow = { ...last, merge_key: null };
  database
    .prepare('UPDATE change_set SET merge_key = NULL, digest = ? WHERE sequence = ?')
    .run([digestOfSet(database, closed, sha256), last.sequence]);
  return true;
}

/**
 * Takes the history off and makes the present state its base, with the entry on which it stands, so that the copy can
 * still be compared and merged. Foreign keys must be off: looking for entries that refer to each deleted one would
 * take the square of their number.
 */
export function dropHistory(database: Database, sha256: HistoryTools['sha256']): void {
  const last = lastChangeSet(database);
  database.exec(`
    DELETE FROM change;
    DELETE FROM change_set;
    DELETE FROM source_text WHERE sha256 NOT IN (SELECT text_sha256 FROM source);
  `);
  database
    .prepare('UPDATE project SET base_revision = revision, base_change_set = coalesce(?, base_change_set)')
    .run([last?.id ?? null]);
  layBase(database, sha256);
}

/** Takes off what is nobody else's: edits in progress, and figures of the last session. True where there was any. */
export function dropWorkInProgress(database: Database): boolean {
  const isThere = database.prepare('SELECT 1 FROM draft UNION ALL SELECT 1 FROM kept LIMIT 1').value() === 1;
  if (isThere) database.exec('DELETE FROM draft; DELETE FROM kept;');
  return isThere;
}
