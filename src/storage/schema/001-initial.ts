/**
 * The first schema. Rules that hold in every table of a project:
 * ids are lower-case UUIDs; times ISO 8601 UTC; colours `#rrggbb`; positions code points from 0, end exclusive.
 * `position` columns order siblings and may be fractional, so that moving one row changes one row.
 */
export const initialSchema = `
CREATE TABLE project (
  id TEXT PRIMARY KEY NOT NULL,
  lineage TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_with TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  color TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_folder (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT REFERENCES source_folder (id),
  name TEXT NOT NULL,
  position REAL NOT NULL
) STRICT;
CREATE INDEX source_folder_parent ON source_folder (parent_id);

-- Texts never change in place: a row is found by the SHA-256 of its UTF-8 bytes, so the change log and a second
-- copy of the same document refer to it instead of holding it again.
CREATE TABLE source_text (
  sha256 TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  folder_id TEXT REFERENCES source_folder (id),
  name TEXT NOT NULL,
  position REAL NOT NULL,
  characters INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL REFERENCES source_text (sha256),
  projection_version INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_folder_id ON source (folder_id);
CREATE INDEX source_text_sha256 ON source (text_sha256);

CREATE TABLE code (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT REFERENCES code (id),
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  definition TEXT NOT NULL DEFAULT '',
  when_to_use TEXT NOT NULL DEFAULT '',
  when_not_to_use TEXT NOT NULL DEFAULT '',
  examples TEXT NOT NULL DEFAULT '',
  is_codable INTEGER NOT NULL CHECK (is_codable IN (0, 1)),
  position REAL NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX code_name_under_parent ON code (ifnull(parent_id, ''), name);
CREATE INDEX code_parent ON code (parent_id);

CREATE TABLE quotation (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  start_position INTEGER NOT NULL CHECK (start_position >= 0),
  end_position INTEGER NOT NULL CHECK (end_position > start_position),
  text TEXT NOT NULL,
  text_before TEXT NOT NULL,
  text_after TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  UNIQUE (source_id, start_position, end_position)
) STRICT;

CREATE TABLE coding (
  id TEXT PRIMARY KEY NOT NULL,
  quotation_id TEXT NOT NULL REFERENCES quotation (id),
  code_id TEXT NOT NULL REFERENCES code (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  UNIQUE (quotation_id, code_id, coder_id)
) STRICT;
CREATE INDEX coding_code ON coding (code_id);
CREATE INDEX coding_coder ON coding (coder_id);

-- A note on at most one thing; on the project itself where all three are null.
CREATE TABLE memo (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT REFERENCES source (id),
  code_id TEXT REFERENCES code (id),
  quotation_id TEXT REFERENCES quotation (id),
  text TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK ((source_id IS NOT NULL) + (code_id IS NOT NULL) + (quotation_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX memo_source ON memo (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX memo_code ON memo (code_id) WHERE code_id IS NOT NULL;
CREATE INDEX memo_quotation ON memo (quotation_id) WHERE quotation_id IS NOT NULL;

-- What was done, undone and redone, by whom and when. 'sequence' orders them; 'revision' is the project's
-- revision after the last edit in the set (typing in a memo merges into one set).
CREATE TABLE change_set (
  sequence INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'replaced')),
  command TEXT NOT NULL,
  label_key TEXT NOT NULL,
  label_values TEXT NOT NULL,
  target_sequence INTEGER REFERENCES change_set (sequence),
  merge_key TEXT,
  why TEXT,
  schema_version INTEGER NOT NULL,
  coder_id TEXT REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX change_set_open ON change_set (kind, state, sequence);

-- The rows that a change set touched, as JSON before and after (null: the row was not there).
CREATE TABLE change (
  id INTEGER PRIMARY KEY NOT NULL,
  sequence INTEGER NOT NULL REFERENCES change_set (sequence) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_sequence ON change (sequence);
`;
