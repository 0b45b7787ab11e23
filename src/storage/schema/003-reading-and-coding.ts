import type { ChangeSetRow } from '../change-log/change-sets';
import { baseDigest, digestOfSet } from '../change-log/seal';
import type { Sha256 } from '../sha256';
import type { Database } from '../sqlite/types';
import { damaged } from './002-history-base';

/**
 * Version 3. Codes have a status and may be in sets; memos may be on codings or free, with title, type and rich text;
 * the structure of a text can be corrected; edits of a text are kept as drafts, and figures from session to session.
 * `from`: the version that the file had.
 */
export function readingAndCoding(database: Database, sha256: Sha256, from: number): void {
  if (from === 2) markDamaged(database, sha256);
  database.exec(tables);
  for (const side of ['before', 'after']) database.exec(newColumnsOfImages(side));
}

/** The tables whose rows the history of version 2 stands on, in its order. */
const tablesOfSecond = [
  'project',
  'coder',
  'source_folder',
  'source',
  'code',
  'quotation',
  'coding',
  'memo',
] as const;

/** Everything gets new digests; what did not match its old one must not look sound after that. */
function markDamaged(database: Database, sha256: Sha256): void {
  const mark = database.prepare('UPDATE change_set SET digest = ? WHERE sequence = ?');
  for (const set of database.prepare('SELECT * FROM change_set').allObjects<ChangeSetRow>()) {
    if (digestOfSet(database, set, sha256) !== set.digest) mark.run([damaged, set.sequence]);
  }
  const base = database.prepare('SELECT base_digest FROM project').value<string>();
  if (baseDigest(database, sha256, tablesOfSecond) !== base) {
    database.prepare('UPDATE project SET base_digest = ?').run([damaged]);
  }
}

// New columns stand last, so that a row of version 2 is the beginning of one of version 3.
const tables = `
ALTER TABLE code ADD COLUMN status TEXT NOT NULL DEFAULT 'inUse'
  CHECK (status IN ('candidate', 'inUse', 'retired'));

-- Codes are in any number of sets.
CREATE TABLE code_set (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  position REAL NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE code_set_code (
  id TEXT PRIMARY KEY NOT NULL,
  code_set_id TEXT NOT NULL REFERENCES code_set (id),
  code_id TEXT NOT NULL REFERENCES code (id),
  UNIQUE (code_set_id, code_id)
) STRICT;
CREATE INDEX code_set_code_code ON code_set_code (code_id);

CREATE TABLE memo_type (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  position REAL NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- A note on at most one thing. Without one it is a free memo ('is_free' 1), or the one on the project itself.
-- 'content' is the JSON of a rich text, and 'text' what it reads as plain text; null: the text is all there is.
CREATE TABLE memo_3 (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT REFERENCES source (id),
  code_id TEXT REFERENCES code (id),
  quotation_id TEXT REFERENCES quotation (id),
  text TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  coding_id TEXT REFERENCES coding (id),
  is_free INTEGER NOT NULL DEFAULT 0 CHECK (is_free IN (0, 1)),
  title TEXT NOT NULL DEFAULT '',
  memo_type_id TEXT REFERENCES memo_type (id),
  content TEXT,
  CHECK ((source_id IS NOT NULL) + (code_id IS NOT NULL) + (quotation_id IS NOT NULL) + (coding_id IS NOT NULL)
    + is_free <= 1)
) STRICT;
INSERT INTO memo_3 (id, source_id, code_id, quotation_id, text, coder_id, created_at, modified_at)
SELECT id, source_id, code_id, quotation_id, text, coder_id, created_at, modified_at FROM memo ORDER BY rowid;
DROP TABLE memo;
ALTER TABLE memo_3 RENAME TO memo;
CREATE INDEX memo_source ON memo (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX memo_code ON memo (code_id) WHERE code_id IS NOT NULL;
CREATE INDEX memo_quotation ON memo (quotation_id) WHERE quotation_id IS NOT NULL;
CREATE INDEX memo_coding ON memo (coding_id) WHERE coding_id IS NOT NULL;
CREATE INDEX memo_type_of_memo ON memo (memo_type_id) WHERE memo_type_id IS NOT NULL;

-- 'automatic': turns, headings and timestamps follow from the text; 'corrected': they are the rows of 'segment'.
ALTER TABLE source ADD COLUMN structure TEXT NOT NULL DEFAULT 'automatic'
  CHECK (structure IN ('automatic', 'corrected'));

CREATE TABLE segment (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  kind TEXT NOT NULL CHECK (kind IN ('turn', 'heading', 'timestamp')),
  start_position INTEGER NOT NULL CHECK (start_position >= 0),
  end_position INTEGER NOT NULL CHECK (end_position > start_position),
  speaker TEXT NOT NULL DEFAULT '',
  time TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX segment_source ON segment (source_id, start_position);

-- An edit of a text in progress: 'removed' code points from 'start_position' on give way to 'inserted'. No reference
-- to its document, which may come back with an undo.
CREATE TABLE draft (
  id TEXT PRIMARY KEY NOT NULL,
  source_id TEXT NOT NULL UNIQUE,
  coder_id TEXT NOT NULL,
  base_text_sha256 TEXT NOT NULL,
  start_position INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  inserted TEXT NOT NULL,
  spans TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

-- Figures that were counted in the last session; they hold only for the state of the project that they name.
CREATE TABLE kept (
  name TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
`;

function newColumnsOfImages(side: string): string {
  const added = (table: string, columns: string) =>
    `UPDATE change SET ${side} = json_set(${side}, ${columns}) WHERE table_name = '${table}' AND ${side} IS NOT NULL;`;
  return [
    added('code', "'$.status', 'inUse'"),
    added('source', "'$.structure', 'automatic'"),
    added(
      'memo',
      "'$.coding_id', NULL, '$.is_free', 0, '$.title', '', '$.memo_type_id', NULL, '$.content', NULL",
    ),
  ].join('\n');
}
