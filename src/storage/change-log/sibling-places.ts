import type { TableName } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';
import type { RowState } from './row-states';

/** Tables whose rows are siblings in one order, with the columns that name their parent. */
const orders: readonly (readonly (readonly [table: TableName, parent: string])[])[] = [
  [['code', 'parent_id']],
  [
    ['source', 'folder_id'],
    ['source_folder', 'parent_id'],
  ],
];

interface Placed {
  readonly parent: string | null;
  readonly position: number;
}

/**
 * States in which no row takes the position of a sibling that stays: a place among siblings may have been given to
 * another meanwhile, and then the row comes right after that one.
 */
export function besideSiblings(database: ReadableDatabase, states: readonly RowState[]): RowState[] {
  const going = new Set(states.map(({ row_id }) => row_id));
  return states.map((state) => {
    const order = orders.find((tables) => tables.some(([table]) => table === state.table_name));
    const parentColumn = order?.find(([table]) => table === state.table_name)?.[1];
    if (state.image === null || !order || parentColumn === undefined) return state;
    const row = JSON.parse(state.image) as Record<string, unknown>;
    const taken = order
      .flatMap(([table, parent]) =>
        database
          .prepare(`SELECT id, ${parent} AS parent, position FROM ${table}`)
          .allObjects<Placed & { readonly id: string }>(),
      )
      .filter(({ id, parent }) => !going.has(id) && parent === row[parentColumn])
      .map(({ position }) => position);
    const position = Number(row.position);
    if (!taken.includes(position)) return state;
    const next = Math.min(...taken.filter((each) => each > position));
    const free = Number.isFinite(next) ? (position + next) / 2 : position + 1;
    // By SQLite, so that the number is written as it will be read back from the row.
    const image = database
      .prepare("SELECT json_set(?, '$.position', CAST(? AS REAL))")
      .value<string>([state.image, free]);
    return { ...state, image: image ?? state.image };
  });
}
