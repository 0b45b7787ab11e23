import type { TableName } from '../core/tables';
import type { Difference } from '../core/three-way';

const tables: Readonly<Record<TableName, string>> = {
  source: 'Documents',
  code: 'Codes',
  coding: 'Codings',
  quotation: 'Quotations',
  memo: 'Memos',
  memo_type: 'Memo types',
  code_set: 'Sets of codes',
  code_set_code: 'Codes in sets',
  segment: 'Turns, headings and timestamps',
  source_folder: 'Folders',
  coder: 'Coders',
  project: 'Project',
};

const withBase: Readonly<Record<Difference, string>> = {
  newThere: 'new there',
  changedThere: 'changed there',
  deletedThere: 'deleted there',
  changedBoth: 'changed on both sides',
  newHere: 'new here',
  changedHere: 'changed here',
  deletedHere: 'deleted here',
};

/** For the command line: what the rows of a comparison are called in English. */
export function tableInEnglish(table: TableName): string {
  return tables[table];
}

/** `isBaseKnown` false: only that one side has a row, or both in two ways, can be said. */
export function comparedInEnglish(difference: Difference, isBaseKnown: boolean): string {
  if (isBaseKnown) return withBase[difference];
  return difference === 'newThere' ? 'only there' : difference === 'newHere' ? 'only here' : 'different';
}
