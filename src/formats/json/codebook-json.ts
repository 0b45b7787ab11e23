import { ok, type Result } from '../../core/result';
import { CODEBOOK_COLUMNS } from '../codebook-columns';
import type { CodebookExport, WrittenFile } from '../exporter';

/**
 * A codebook as JSON:
 *
 *     { "format": "emic-codebook", "version": 1, "project": "…", "exported_at": "…" or null, "codes": [ … ] }
 *
 * Codes stand in tree order, each an object with the keys of the CSV columns: texts, `color` as `#rrggbb`,
 * `is_codable` a boolean, counts and positions numbers, times ISO 8601 UTC, `parent_id` null at the root.
 * `id`, `parent_id` and `position` rebuild the tree; counts, `path` and `depth` are for readers.
 */
export function writeCodebookJson(input: CodebookExport): Result<WrittenFile> {
  const document = {
    format: 'emic-codebook',
    version: 1,
    project: input.projectName,
    exported_at: input.exportedAt ?? null,
    codes: input.codes.map((code) =>
      Object.fromEntries(CODEBOOK_COLUMNS.map((column) => [column.key, column.value(code)])),
    ),
  };
  return ok({ bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`), notices: [] });
}
