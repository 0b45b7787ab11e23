CREATE INDEX change_row ON change (row_id);

CREATE INDEX change_sequence ON change (sequence);

CREATE INDEX change_set_open ON change_set (kind, state, sequence);

CREATE UNIQUE INDEX code_name_under_parent ON code (ifnull(parent_id, ''), name);

CREATE INDEX code_parent ON code (parent_id);

CREATE INDEX code_set_code_code ON code_set_code (code_id);

CREATE INDEX coding_code ON coding (code_id, quotation_id);

CREATE INDEX coding_coder ON coding (coder_id);

CREATE INDEX memo_code ON memo (code_id) WHERE code_id IS NOT NULL;

CREATE INDEX memo_coding ON memo (coding_id) WHERE coding_id IS NOT NULL;

CREATE INDEX memo_quotation ON memo (quotation_id) WHERE quotation_id IS NOT NULL;

CREATE INDEX memo_source ON memo (source_id) WHERE source_id IS NOT NULL;

CREATE INDEX memo_type_of_memo ON memo (memo_type_id) WHERE memo_type_id IS NOT NULL;

CREATE INDEX quotation_source ON quotation (id, source_id);

CREATE INDEX segment_source ON segment (source_id, start_position);

CREATE INDEX source_folder_id ON source (folder_id);

CREATE INDEX source_folder_parent ON source_folder (parent_id);

CREATE INDEX source_text_sha256 ON source (text_sha256);

CREATE TABLE "change" (
  id INTEGER PRIMARY KEY NOT NULL,
  sequence INTEGER NOT NULL REFERENCES "change_set" (sequence) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE TABLE "change_set" (
  sequence INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'event')),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'replaced')),
  command TEXT NOT NULL,
  label_key TEXT NOT NULL,
  label_values TEXT NOT NULL,
  target_sequence INTEGER REFERENCES "change_set" (sequence) DEFERRABLE INITIALLY DEFERRED,
  merge_key TEXT,
  why TEXT,
  schema_version INTEGER NOT NULL,
  coder_id TEXT REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

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
, status TEXT NOT NULL DEFAULT 'inUse'
  CHECK (status IN ('candidate', 'inUse', 'retired'))) STRICT;

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

CREATE TABLE coder (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  color TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coding (
  id TEXT PRIMARY KEY NOT NULL,
  quotation_id TEXT NOT NULL REFERENCES quotation (id),
  code_id TEXT NOT NULL REFERENCES code (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  UNIQUE (quotation_id, code_id, coder_id)
) STRICT;

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

CREATE TABLE kept (
  name TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE "memo" (
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

CREATE TABLE memo_type (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  position REAL NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE "project" (
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
, structure TEXT NOT NULL DEFAULT 'automatic'
  CHECK (structure IN ('automatic', 'corrected'))) STRICT;

CREATE TABLE source_folder (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT REFERENCES source_folder (id),
  name TEXT NOT NULL,
  position REAL NOT NULL
) STRICT;

CREATE TABLE source_text (
  sha256 TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE VIEW document_order AS
WITH RECURSIVE tree (id, sort) AS (
  SELECT id, printf('%020.10f', position) FROM source_folder WHERE parent_id IS NULL
  UNION ALL
  SELECT source_folder.id, tree.sort || '/' || printf('%020.10f', source_folder.position)
  FROM source_folder JOIN tree ON source_folder.parent_id = tree.id
)
SELECT source.id AS source_id,
  ifnull(tree.sort || '/', '') || printf('%020.10f', source.position) AS sort
FROM source LEFT JOIN tree ON tree.id = source.folder_id;

CREATE VIEW v_code_sets AS
SELECT code_set.id AS id, code_set.name AS name, v_codes.path AS code_path, v_codes.id AS code_id,
  coder.name AS coder, code_set.created_at AS created_at
FROM code_set JOIN coder ON coder.id = code_set.coder_id
LEFT JOIN code_set_code ON code_set_code.code_set_id = code_set.id
LEFT JOIN v_codes ON v_codes.id = code_set_code.code_id
ORDER BY code_set.position, code_set.name, v_codes.path;

CREATE VIEW v_codes AS
WITH RECURSIVE tree (id, path, sort) AS (
  SELECT id, name, printf('%020.10f', position) FROM code WHERE parent_id IS NULL
  UNION ALL
  SELECT code.id, tree.path || ' > ' || code.name, tree.sort || '/' || printf('%020.10f', code.position)
  FROM code JOIN tree ON code.parent_id = tree.id
)
SELECT code.id AS id, tree.path AS path, code.name AS name, code.color AS color, code.definition AS definition,
  code.when_to_use AS when_to_use, code.when_not_to_use AS when_not_to_use, code.examples AS examples,
  code.is_codable AS is_codable,
  (SELECT count(*) FROM coding WHERE coding.code_id = code.id) AS codings,
  (SELECT count(DISTINCT quotation_id) FROM coding WHERE coding.code_id = code.id) AS quotations,
  (SELECT count(DISTINCT quotation.source_id) FROM coding JOIN quotation ON quotation.id = coding.quotation_id
    WHERE coding.code_id = code.id) AS documents,
  coder.name AS coder, code.created_at AS created_at, code.parent_id AS parent_id, code.status AS status
FROM code JOIN tree ON tree.id = code.id JOIN coder ON coder.id = code.coder_id
ORDER BY tree.sort;

CREATE VIEW v_codings AS
SELECT coding.id AS id, source.name AS document, quotation.start_position AS start_position,
  quotation.end_position AS end_position, quotation.text AS text, v_codes.path AS code_path, coder.name AS coder,
  coding.created_at AS created_at, quotation.source_id AS document_id, quotation.id AS quotation_id,
  coding.code_id AS code_id
FROM coding JOIN quotation ON quotation.id = coding.quotation_id JOIN source ON source.id = quotation.source_id
JOIN v_codes ON v_codes.id = coding.code_id JOIN coder ON coder.id = coding.coder_id
JOIN document_order ON document_order.source_id = source.id
ORDER BY document_order.sort, quotation.start_position, quotation.end_position, v_codes.path;

CREATE VIEW v_documents AS
SELECT source.id AS id, source.name AS name, source.characters AS characters,
  (SELECT count(*) FROM coding JOIN quotation ON quotation.id = coding.quotation_id
    WHERE quotation.source_id = source.id) AS codings,
  (SELECT count(*) FROM quotation WHERE quotation.source_id = source.id) AS quotations,
  source_folder.name AS folder, source.file_name AS file_name, coder.name AS coder, source.created_at AS created_at,
  source_text.text AS document_text
FROM source JOIN source_text ON source_text.sha256 = source.text_sha256
JOIN coder ON coder.id = source.coder_id
LEFT JOIN source_folder ON source_folder.id = source.folder_id
JOIN document_order ON document_order.source_id = source.id
ORDER BY document_order.sort;

CREATE VIEW v_memos AS
SELECT memo.id AS id,
  CASE WHEN memo.source_id IS NOT NULL THEN 'document' WHEN memo.code_id IS NOT NULL THEN 'code'
    WHEN memo.quotation_id IS NOT NULL THEN 'quotation' WHEN memo.coding_id IS NOT NULL THEN 'coding'
    WHEN memo.is_free = 1 THEN 'free' ELSE 'project' END AS target,
  coalesce(memo.source_id, memo.code_id, memo.quotation_id, memo.coding_id) AS target_id,
  coalesce(source.name, v_codes.path, quotation.text, coded.path || ': ' || coded_quotation.text) AS target_name,
  memo.text AS text, coder.name AS coder, memo.created_at AS created_at, memo.modified_at AS modified_at,
  memo.title AS title, memo_type.name AS type, memo.is_free AS is_free
FROM memo JOIN coder ON coder.id = memo.coder_id
LEFT JOIN source ON source.id = memo.source_id
LEFT JOIN v_codes ON v_codes.id = memo.code_id
LEFT JOIN quotation ON quotation.id = memo.quotation_id
LEFT JOIN coding ON coding.id = memo.coding_id
LEFT JOIN v_codes AS coded ON coded.id = coding.code_id
LEFT JOIN quotation AS coded_quotation ON coded_quotation.id = coding.quotation_id
LEFT JOIN memo_type ON memo_type.id = memo.memo_type_id;

CREATE VIEW v_quotations AS
SELECT quotation.id AS id, source.name AS document, quotation.start_position AS start_position,
  quotation.end_position AS end_position, quotation.text AS text,
  (SELECT count(*) FROM coding WHERE coding.quotation_id = quotation.id) AS codings,
  coder.name AS coder, quotation.created_at AS created_at, quotation.source_id AS document_id
FROM quotation JOIN source ON source.id = quotation.source_id JOIN coder ON coder.id = quotation.coder_id
JOIN document_order ON document_order.source_id = source.id
ORDER BY document_order.sort, quotation.start_position, quotation.end_position;

CREATE VIEW v_segments AS
SELECT segment.id AS id, source.name AS document, segment.kind AS kind, segment.start_position AS start_position,
  segment.end_position AS end_position, segment.speaker AS speaker, segment.time AS time, segment.level AS level,
  segment.source_id AS document_id
FROM segment JOIN source ON source.id = segment.source_id
JOIN document_order ON document_order.source_id = source.id
WHERE source.structure = 'corrected'
ORDER BY document_order.sort, segment.start_position, segment.end_position DESC;
