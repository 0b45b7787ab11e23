/**
 * References that lead nowhere because an id was damaged, there or here: what is nearly the same was the same.
 */
import { type TableName, tableNames } from '../../core/tables';
import { isId } from './layouts';
import { nearIdFinder } from './near-ids';
import type { Notes } from './report';
import type { Row, Rows } from './rows';

interface Reference {
  readonly from: TableName;
  readonly column: string;
  readonly to: TableName;
}

export const references: readonly Reference[] = [
  { from: 'source_folder', column: 'parent_id', to: 'source_folder' },
  { from: 'source', column: 'folder_id', to: 'source_folder' },
  { from: 'source', column: 'coder_id', to: 'coder' },
  { from: 'code', column: 'parent_id', to: 'code' },
  { from: 'code', column: 'coder_id', to: 'coder' },
  { from: 'quotation', column: 'source_id', to: 'source' },
  { from: 'quotation', column: 'coder_id', to: 'coder' },
  { from: 'coding', column: 'quotation_id', to: 'quotation' },
  { from: 'coding', column: 'code_id', to: 'code' },
  { from: 'coding', column: 'coder_id', to: 'coder' },
  { from: 'memo', column: 'source_id', to: 'source' },
  { from: 'memo', column: 'code_id', to: 'code' },
  { from: 'memo', column: 'quotation_id', to: 'quotation' },
  { from: 'memo', column: 'coder_id', to: 'coder' },
  { from: 'memo', column: 'coding_id', to: 'coding' },
  { from: 'memo', column: 'memo_type_id', to: 'memo_type' },
  { from: 'segment', column: 'source_id', to: 'source' },
  { from: 'code_set', column: 'coder_id', to: 'coder' },
  { from: 'code_set_code', column: 'code_set_id', to: 'code_set' },
  { from: 'code_set_code', column: 'code_id', to: 'code' },
];

export interface IdOptions {
  readonly newId: () => string;
  /** Whether the sound end of the history has this row. */
  readonly isKnown: (table: TableName, id: string) => boolean;
}

export function mendIds(rows: Rows, { newId, isKnown }: IdOptions, notes: Notes): void {
  for (const to of tableNames) {
    const uses = usesOf(rows, to);
    const find = nearIdFinder(rows[to].keys());
    for (const [id, users] of uses) {
      if (rows[to].has(id)) continue;
      const near = find(id);
      if (near === undefined || !rows[to].has(near)) continue;
      const isRowDamaged = !isId(near) || users.length > (uses.get(near)?.length ?? 0);
      if (isId(id) && isRowDamaged) {
        rename(rows, to, { from: near, to: id });
        for (const { row, column } of uses.get(near) ?? []) row[column] = id;
      } else for (const { row, column } of users) row[column] = near;
      notes.mend('Damaged references between rows were put right.');
    }
    dropTwins(rows, to, (id) => (isKnown(to, id) ? 4 : 0) + (uses.has(id) ? 2 : 0) + (isId(id) ? 1 : 0));
    for (const id of [...rows[to].keys()]) if (!isId(id)) rename(rows, to, { from: id, to: newId() });
  }
}

type Use = { readonly row: Row; readonly column: string };

function usesOf(rows: Rows, to: TableName): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { from, column, to: target } of references) {
    if (target !== to) continue;
    for (const row of rows[from].values()) {
      const id = row[column];
      if (typeof id !== 'string') continue;
      const list = uses.get(id);
      if (list) list.push({ row, column });
      else uses.set(id, [{ row, column }]);
    }
  }
  return uses;
}

function rename(rows: Rows, table: TableName, ids: { readonly from: string; readonly to: string }): void {
  const row = rows[table].get(ids.from);
  if (!row) return;
  rows[table].delete(ids.from);
  rows[table].set(ids.to, { ...row, id: ids.to });
}

/** A row found twice, once under a damaged id: the history gave it back under its own. */
function dropTwins(rows: Rows, table: TableName, worth: (id: string) => number): void {
  const suspects = [...rows[table].keys()].filter((id) => worth(id) < 4);
  if (suspects.length === 0) return;
  const find = nearIdFinder(rows[table].keys());
  for (const id of suspects) {
    const twin = rows[table].has(id) ? find(id) : undefined;
    if (twin === undefined || !rows[table].has(twin)) continue;
    rows[table].delete(worth(twin) >= worth(id) ? id : twin);
  }
}
