/** The project's tables whose rows a view may show; the change log records these and no other. */
export const tableNames = [
  'project',
  'coder',
  'source_folder',
  'source',
  'segment',
  'code',
  'code_set',
  'code_set_code',
  'quotation',
  'coding',
  'memo_type',
  'memo',
] as const;
export type TableName = (typeof tableNames)[number];
