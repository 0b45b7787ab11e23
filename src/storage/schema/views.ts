/**
 * The documented face of the file, for R, Python and the sqlite3 shell (docs/FILE-FORMAT.md). They are made anew
 * with each schema version; the tables beneath may change, the columns here only grow.
 */
export const views = `
-- Not part of the documented face: the place of each document in the tree of folders, as one text to sort by.
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

CREATE VIEW v_quotations AS
SELECT quotation.id AS id, source.name AS document, quotation.start_position AS start_position,
  quotation.end_position AS end_position, quotation.text AS text,
  (SELECT count(*) FROM coding WHERE coding.quotation_id = quotation.id) AS codings,
  coder.name AS coder, quotation.created_at AS created_at, quotation.source_id AS document_id
FROM quotation JOIN source ON source.id = quotation.source_id JOIN coder ON coder.id = quotation.coder_id
JOIN document_order ON document_order.source_id = source.id
ORDER BY document_order.sort, quotation.start_position, quotation.end_position;

CREATE VIEW v_codings AS
SELECT coding.id AS id, source.name AS document, quotation.start_position AS start_position,
  quotation.end_position AS end_position, quotation.text AS text, v_codes.path AS code_path, coder.name AS coder,
  coding.created_at AS created_at, quotation.source_id AS document_id, quotation.id AS quotation_id,
  coding.code_id AS code_id
FROM coding JOIN quotation ON quotation.id = coding.quotation_id JOIN source ON source.id = quotation.source_id
JOIN v_codes ON v_codes.id = coding.code_id JOIN coder ON coder.id = coding.coder_id
JOIN document_order ON document_order.source_id = source.id
ORDER BY document_order.sort, quotation.start_position, quotation.end_position, v_codes.path;

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

-- A row a membership: a code is in any number of sets.
CREATE VIEW v_code_sets AS
SELECT code_set.id AS id, code_set.name AS name, v_codes.path AS code_path, v_codes.id AS code_id,
  coder.name AS coder, code_set.created_at AS created_at
FROM code_set JOIN coder ON coder.id = code_set.coder_id
LEFT JOIN code_set_code ON code_set_code.code_set_id = code_set.id
LEFT JOIN v_codes ON v_codes.id = code_set_code.code_id
ORDER BY code_set.position, code_set.name, v_codes.path;

-- What somebody has put right; of documents whose structure follows from their text there are no rows.
CREATE VIEW v_segments AS
SELECT segment.id AS id, source.name AS document, segment.kind AS kind, segment.start_position AS start_position,
  segment.end_position AS end_position, segment.speaker AS speaker, segment.time AS time, segment.level AS level,
  segment.source_id AS document_id
FROM segment JOIN source ON source.id = segment.source_id
JOIN document_order ON document_order.source_id = source.id
WHERE source.structure = 'corrected'
ORDER BY document_order.sort, segment.start_position, segment.end_position DESC;
`;
