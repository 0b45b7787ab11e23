import type { CodebookCode } from './exporter';

export type ColumnValue = string | number | boolean | null;

/** One column of a codebook as a table: CSV, XLSX and (by the same names) JSON. */
export interface CodebookColumn {
  readonly key: string;
  readonly value: (code: CodebookCode) => ColumnValue;
}

/**
 * The names are those of the SQL views. `id`, `parent_id` and `position` are what an import needs to rebuild the
 * tree without loss: paths alone can't, since names may repeat and hold ` > `.
 */
export const CODEBOOK_COLUMNS = [
  { key: 'path', value: (code) => code.path },
  { key: 'name', value: (code) => code.name },
  { key: 'color', value: (code) => code.color },
  { key: 'definition', value: (code) => code.definition },
  { key: 'when_to_use', value: (code) => code.whenToUse },
  { key: 'when_not_to_use', value: (code) => code.whenNotToUse },
  { key: 'examples', value: (code) => code.examples },
  { key: 'is_codable', value: (code) => code.isCodable },
  { key: 'codings', value: (code) => code.codings },
  { key: 'quotations', value: (code) => code.quotations },
  { key: 'documents', value: (code) => code.documents },
  { key: 'coder', value: (code) => code.coder },
  { key: 'created_at', value: (code) => code.createdAt },
  { key: 'modified_at', value: (code) => code.modifiedAt },
  { key: 'id', value: (code) => code.id },
  { key: 'parent_id', value: (code) => code.parentId },
  { key: 'position', value: (code) => code.position },
  { key: 'depth', value: (code) => code.depth },
  { key: 'coder_id', value: (code) => code.coderId },
  { key: 'status', value: (code) => code.status },
  { key: 'sets', value: (code) => code.sets?.join('; ') ?? '' },
] as const satisfies readonly CodebookColumn[];

export type CodebookColumnKey = (typeof CODEBOOK_COLUMNS)[number]['key'];

/** The columns of a quotation table, in file order. */
export const QUOTATION_COLUMNS = [
  'code_path',
  'document',
  'start_position',
  'end_position',
  'text',
  'coder',
  'created_at',
  'memo',
] as const;
