import type { Sha256 } from '../sha256';
import type { Database } from '../sqlite/types';

/**
 * Version 2. The history knows *events*, which are recorded but never undone; it stands on a base, whose digest the
 * project keeps; images of quotations no longer repeat the words of the document.
 */
export function historyBase(database: Database, sha256: Sha256): void {
  markDamagedSets(database, sha256);
  database.exec(tables);
}

// A table's CHECK can't be changed in place. The one that refers to the other goes first, so that no reference is
// ever left without its row.
const tables = `
CREATE TABLE change_set_2 (
  sequence INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'event')),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'replaced')),
  command TEXT NOT NULL,
  label_key TEXT NOT NULL,
  label_values TEXT NOT NULL,
  target_sequence INTEGER REFERENCES change_set_2 (sequence) DEFERRABLE INITIALLY DEFERRED,
  merge_key TEXT,
  why TEXT,
  schema_version INTEGER NOT NULL,
  coder_id TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO change_set_2 SELECT sequence, id, revision, kind, state, command, label_key, label_values, target_sequence,
  merge_key, why, schema_version, coder_id, created_at, modified_at, digest FROM change_set ORDER BY sequence;

CREATE TABLE change_2 (
  id INTEGER PRIMARY KEY NOT NULL,
  sequence INTEGER NOT NULL REFERENCES change_set_2 (sequence) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
INSERT INTO change_2 SELECT id, sequence, table_name, row_id,
  CASE WHEN table_name = 'quotation' AND before IS NOT NULL THEN ${quotationImage('before')} ELSE before END,
  CASE WHEN table_name = 'quotation' AND after IS NOT NULL THEN ${quotationImage('after')} ELSE after END
FROM change ORDER BY id;

DROP TABLE change;
DROP TABLE change_set;
ALTER TABLE change_set_2 RENAME TO change_set;
ALTER TABLE change_2 RENAME TO change;
CREATE INDEX change_set_open ON change_set (kind, state, sequence);
CREATE INDEX change_sequence ON change (sequence);
CREATE INDEX change_row ON change (row_id);

-- Counting codings by code and by document reads these alone, not the wide rows of quotations.
DROP INDEX coding_code;
CREATE INDEX coding_code ON coding (code_id, quotation_id);
CREATE INDEX quotation_source ON quotation (id, source_id);

-- 'base_digest' is that of the rows before the first entry of the history; 'base_revision' the project's revision
-- then; 'base_change_set' the entry, in the project that a copy without history was made of, on which the copy stands.
CREATE TABLE project_2 (
  id TEXT PRIMARY KEY NOT NULL,
  lineage TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_with TEXT NOT NULL,
  base_revision INTEGER NOT NULL,
  base_change_set TEXT,
  base_digest TEXT NOT NULL
) STRICT;
INSERT INTO project_2 SELECT id, lineage, name, description, revision, created_at, created_with, 0, NULL, ''
FROM project;
DROP TABLE project;
ALTER TABLE project_2 RENAME TO project;
`;

function quotationImage(side: 'before' | 'after'): string {
  const columns = [
    'id',
    'source_id',
    'start_position',
    'end_position',
    'coder_id',
    'created_at',
    'modified_at',
  ];
  return `json_object(${columns.map((column) => `'${column}', json_extract(${side}, '$.${column}')`).join(', ')})`;
}

interface FirstVersionSet {
  readonly sequence: number;
  readonly id: string;
  readonly kind: string;
  readonly command: string;
  readonly label_key: string;
  readonly label_values: string;
  readonly coder_id: string | null;
  readonly created_at: string;
  readonly digest: string;
}

/** All sets get new digests; one that did not match its old digest must not look sound after that. */
function markDamagedSets(database: Database, sha256: Sha256): void {
  const changes = database.prepare(
    'SELECT table_name, row_id, before, after FROM change WHERE sequence = ? ORDER BY id',
  );
  const mark = database.prepare('UPDATE change_set SET digest = ? WHERE sequence = ?');
  for (const set of database.prepare('SELECT * FROM change_set').allObjects<FirstVersionSet>()) {
    const head = JSON.stringify([
      set.id,
      set.kind,
      set.command,
      set.label_key,
      set.label_values,
      set.coder_id,
      set.created_at,
    ]);
    const parts = changes.allArrays([set.sequence]).map((change) => JSON.stringify(change));
    if (sha256([head, ...parts]) !== set.digest) mark.run([damaged, set.sequence]);
  }
}

/** In the place of the digest of a set that was found damaged when the file was brought to a newer form. */
export const damaged = 'damaged';
