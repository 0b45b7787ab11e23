import type { Database } from '../sqlite/types';
import { views } from './views';

/**
 * A file of an earlier version that must not be written is read as if it had the present form: temporary views stand
 * before its tables and give them the columns that they lack, and tables that it has not are empty. They are part of
 * the connection, not of the file. To be called for each connection.
 */
export function readInPresentForm(database: Database): void {
  database.exec(`PRAGMA temp_store = MEMORY;
CREATE TEMP VIEW code AS SELECT id, parent_id, name, color, definition, when_to_use, when_not_to_use, examples,
  is_codable, position, coder_id, created_at, modified_at, 'inUse' AS status FROM main.code;
CREATE TEMP VIEW source AS SELECT id, folder_id, name, position, characters, text_sha256, projection_version,
  file_name, encoding, coder_id, created_at, modified_at, 'automatic' AS structure FROM main.source;
CREATE TEMP VIEW memo AS SELECT id, source_id, code_id, quotation_id, text, coder_id, created_at, modified_at,
  NULL AS coding_id, 0 AS is_free, '' AS title, NULL AS memo_type_id, NULL AS content FROM main.memo;
${emptyTables.map(([name, columns]) => `CREATE TEMP TABLE ${name} (${columns});`).join('\n')}
${views.replaceAll('CREATE VIEW', 'CREATE TEMP VIEW')}`);
}

const emptyTables = [
  ['code_set', 'id, name, position, coder_id, created_at, modified_at'],
  ['code_set_code', 'id, code_set_id, code_id'],
  ['memo_type', 'id, name, color, position, created_at'],
  ['segment', 'id, source_id, kind, start_position, end_position, speaker, time, level, created_at'],
  [
    'draft',
    'id, source_id, coder_id, base_text_sha256, start_position, removed, inserted, spans, modified_at',
  ],
  ['kept', 'name, state, body'],
] as const;
