import type { Coder } from '../../core/entities';
import type { RowState } from '../../storage/change-log/row-states';
import { coderByName, renameCoder } from '../../storage/repositories/coders';
import type { Database } from '../../storage/sqlite/types';
import { type ChangePath, recordEvent } from './entries';

/**
 * Makes room for the names that coders get back by an undo or redo. A coder joins by an event, so somebody new may
 * have taken a name that was free in between; without this, no step before the renaming could ever be undone again.
 */
export function makeRoomForCoders(
  path: ChangePath,
  states: readonly RowState[],
  by: { readonly coder: Coder; readonly now: string },
): void {
  const { database } = path;
  for (const { table_name, row_id, image } of states) {
    if (table_name !== 'coder' || image === null) continue;
    const { name } = JSON.parse(image) as { name: string };
    const other = coderByName(database, name);
    if (!other || other.id === row_id) continue;
    const free = freeName(database, name);
    recordEvent(path, by, () => {
      renameCoder(database, other.id, free);
      return { value: undefined, label: { key: 'event.coder.rename', values: { from: name, name: free } } };
    });
  }
}

function freeName(database: Database, name: string): string {
  for (let number = 2; ; number += 1) {
    const free = `${name} (${number})`;
    if (!coderByName(database, free)) return free;
  }
}
