/**
 * What rows of each table look like, so that a page without its tree can be told by its rows. Columns stand in the
 * order of the schema; a row of an older version may lack the last ones.
 */
import { type TableName, tableNames } from '../../core/tables';
import { schemaVersion } from '../schema';
import { isText, type RecordHeader, type Value } from './pages/record';

export type SalvageTable = TableName | 'source_text' | 'change_set' | 'change' | 'draft';

export type ColumnKind =
  /** The row number itself, stored as null. */
  'rowNumber' | 'id' | 'sha256' | 'text' | 'color' | 'time' | 'integer' | 'real' | 'json' | 'table';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isOptional: boolean;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** How many of them the table has in each version from the first; 0 where there is no such table. */
  readonly widths: readonly number[];
}

/** `name:kind`, with `?` where it may be null. `widths`: in the versions before the present one. */
function layout(columns: string, ...widths: number[]): Layout {
  const list = columns.split(' ').map((column): Column => {
    const [name = '', kind = 'text'] = column.replace('?', '').split(':');
    return { name, kind: kind as ColumnKind, isOptional: column.endsWith('?') };
  });
  const earlier = Array.from({ length: schemaVersion - 1 }, (_, index) => widths[index] ?? list.length);
  return { columns: list, widths: [...earlier, list.length] };
}

export const layouts: Readonly<Record<SalvageTable, Layout>> = {
  project: layout(
    'id:id lineage:id name description revision:integer created_at:time created_with ' +
      'base_revision:integer base_change_set:text? base_digest',
    7,
  ),
  coder: layout('id:id name color:color created_at:time'),
  source_folder: layout('id:id parent_id:id? name position:real'),
  source: layout(
    'id:id folder_id:id? name position:real characters:integer text_sha256:sha256 projection_version:integer ' +
      'file_name encoding coder_id:id created_at:time modified_at:time structure',
    12,
    12,
  ),
  segment: layout(
    'id:id source_id:id kind start_position:integer end_position:integer speaker time level:integer created_at:time',
    0,
    0,
  ),
  code: layout(
    'id:id parent_id:id? name color:color definition when_to_use when_not_to_use examples is_codable:integer ' +
      'position:real coder_id:id created_at:time modified_at:time status',
    13,
    13,
  ),
  code_set: layout('id:id name position:real coder_id:id created_at:time modified_at:time', 0, 0),
  code_set_code: layout('id:id code_set_id:id code_id:id', 0, 0),
  quotation: layout(
    'id:id source_id:id start_position:integer end_position:integer text text_before text_after coder_id:id ' +
      'created_at:time modified_at:time',
  ),
  coding: layout('id:id quotation_id:id code_id:id coder_id:id created_at:time'),
  memo_type: layout('id:id name color:color position:real created_at:time', 0, 0),
  memo: layout(
    'id:id source_id:id? code_id:id? quotation_id:id? text coder_id:id created_at:time modified_at:time ' +
      'coding_id:id? is_free:integer title memo_type_id:id? content?',
    8,
    8,
  ),
  source_text: layout('sha256:sha256 text'),
  change_set: layout(
    'sequence:rowNumber id:id revision:integer kind state command label_key label_values:json ' +
      'target_sequence:integer? merge_key? why? schema_version:integer coder_id:id? created_at:time ' +
      'modified_at:time digest',
  ),
  change: layout('id:rowNumber sequence:integer table_name:table row_id:id before:json? after:json?'),
  draft: layout(
    'id:id source_id:id coder_id base_text_sha256:sha256 start_position:integer removed:integer inserted spans ' +
      'modified_at:time',
    0,
    0,
  ),
};

export const salvageTables = Object.keys(layouts) as readonly SalvageTable[];

/** Whether the storage classes are those of the table: what STRICT promises of every row. */
export function mayBe(table: SalvageTable, { serialTypes }: RecordHeader): boolean {
  const { columns, widths } = layouts[table];
  if (!widths.includes(serialTypes.length)) return false;
  return serialTypes.every((type, index) => {
    const column = columns[index];
    if (column === undefined) return false;
    if (type === 0) return column.isOptional || column.kind === 'rowNumber';
    switch (column.kind) {
      case 'rowNumber':
        return false;
      case 'integer':
        return type < 10 && type !== 7;
      case 'real':
        return type < 10;
      case 'id':
        return type === textOf(36);
      case 'sha256':
        return type === textOf(64);
      case 'color':
        return type === textOf(7);
      default:
        return isText(type);
    }
  });
}

function textOf(bytes: number): number {
  return 13 + 2 * bytes;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;
const color = /^#[0-9a-f]{6}$/;
const time = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** Whether a value is one that Emic writes in such a column. */
export function isSoundValue(
  { kind, isOptional }: Pick<Column, 'kind' | 'isOptional'>,
  value: Value,
): boolean {
  if (value === null) return isOptional || kind === 'rowNumber';
  switch (kind) {
    case 'rowNumber':
      return false;
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'real':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === 'string' && isSoundText(kind, value);
  }
}

function isSoundText(kind: ColumnKind, value: string): boolean {
  switch (kind) {
    case 'id':
      return uuid.test(value);
    case 'sha256':
      return sha256.test(value);
    case 'color':
      return color.test(value);
    case 'time':
      return time.test(value);
    case 'json':
      return value.startsWith('{') && value.endsWith('}');
    case 'table':
      return (tableNames as readonly string[]).includes(value);
    default:
      return true;
  }
}

export const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);
