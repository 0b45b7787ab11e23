import { type ChangeSetRow, insertChangeSet, lastChangeSet } from '../change-log/change-sets';
import { digestOfSet, type HistoryTools, layBase } from '../change-log/seal';
import { readRevision } from '../repositories/project';
import type { Database } from '../sqlite/types';
import { damaged } from './002-history-base';

/** After a migration: the history in its new form gets its digests, and says in an entry what happened. */
export function sealAnew(
  database: Database,
  tools: HistoryTools,
  versions: { readonly from: number; readonly to: number },
): void {
  database.prepare('UPDATE change_set SET schema_version = ?').run([versions.to]);
  const write = database.prepare('UPDATE change_set SET digest = ? WHERE sequence = ?');
  const sets = database
    .prepare('SELECT * FROM change_set WHERE digest <> ?')
    .allObjects<ChangeSetRow>([damaged]);
  for (const set of sets) write.run([digestOfSet(database, set, tools.sha256), set.sequence]);
  const base = database.prepare('SELECT base_digest FROM project').value<string>();
  if (base !== damaged) layBase(database, tools.sha256);
  const now = tools.clock();
  const event: Omit<ChangeSetRow, 'digest'> = {
    sequence: (lastChangeSet(database)?.sequence ?? 0) + 1,
    id: tools.newId(),
    revision: readRevision(database),
    kind: 'event',
    state: 'done',
    command: 'event.migrate',
    label_key: 'event.migrate',
    label_values: JSON.stringify(versions),
    target_sequence: null,
    merge_key: null,
    why: null,
    schema_version: versions.to,
    coder_id: null,
    created_at: now,
    modified_at: now,
  };
  insertChangeSet(database, { ...event, digest: digestOfSet(database, event, tools.sha256) });
}
