import { type ChangeSetRow, rewriteChangeSet } from '../change-log/change-sets';
import { digestOfSet } from '../change-log/seal';
import type { Sha256 } from '../sha256';
import type { Database } from '../sqlite/types';

/** What stands where words were erased. */
export const erasedMark = '▇';

/** Labels hold a few words of a quotation (`quote`, `on`) or the name of a document (`name`, `from`). */
const wordsInLabels = ['quote', 'on'];
const namesInLabels = ['name', 'from', 'file'];

/** Entries whose changes are among the rows, and those that undid, redid or took back one of them. */
function entriesTelling(database: Database, rows: readonly string[]): ChangeSetRow[] {
  return database
    .prepare(
      `WITH told (sequence) AS (
         SELECT DISTINCT sequence FROM change WHERE row_id IN (SELECT value FROM json_each(?1)))
       SELECT * FROM change_set WHERE sequence IN (SELECT sequence FROM told)
         OR target_sequence IN (SELECT sequence FROM told)`,
    )
    .allObjects<ChangeSetRow>([JSON.stringify(rows)]);
}

/** Takes the words out of the labels of all entries that ever touched one of the rows. */
export function eraseFromLabels(
  database: Database,
  rows: { readonly ofSources: readonly string[]; readonly others: readonly string[] },
): ChangeSetRow[] {
  const changed = new Map<number, ChangeSetRow>();
  const redact = (sets: readonly ChangeSetRow[], mayRedact: (set: ChangeSetRow, key: string) => boolean) => {
    for (const set of sets) {
      const label = JSON.parse((changed.get(set.sequence) ?? set).label_values) as Record<string, unknown>;
      for (const key of Object.keys(label)) {
        if (typeof label[key] === 'string' && mayRedact(set, key)) label[key] = erasedMark;
      }
      changed.set(set.sequence, { ...set, label_values: JSON.stringify(label) });
    }
  };
  redact(entriesTelling(database, rows.ofSources), ({ label_key, label_values }, key) => {
    const isOfDocument = label_key.startsWith('source.') || label_values.includes('"what":"source.');
    return namesInLabels.includes(key) && isOfDocument;
  });
  redact(entriesTelling(database, [...rows.ofSources, ...rows.others]), (_, key) =>
    wordsInLabels.includes(key),
  );
  return [...changed.values()];
}

/** Takes the rows out of the history altogether. */
export function eraseChanges(database: Database, rows: readonly string[]): void {
  database
    .prepare('DELETE FROM change WHERE row_id IN (SELECT value FROM json_each(?))')
    .run([JSON.stringify(rows)]);
}

/** Writes entries whose label or changes were erased, with digests of what is left; an empty one is no step of undo. */
export function sealErased(database: Database, sets: readonly ChangeSetRow[], sha256: Sha256): void {
  const count = database.prepare('SELECT count(*) FROM change WHERE sequence = ?');
  for (const set of sets) {
    const isEmpty = set.kind === 'change' && count.value<number>([set.sequence]) === 0;
    rewriteChangeSet(database, {
      ...set,
      state: isEmpty ? 'replaced' : set.state,
      digest: digestOfSet(database, set, sha256),
    });
  }
}
