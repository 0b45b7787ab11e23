import type { RowChange } from '../storage/change-log/replay';
import { coderByName, renameCoder } from '../storage/repositories/coders';
import type { Database } from '../storage/sqlite/types';

/**
 * Makes room for the names that coders get back by an undo or redo. A coder's row is made with that person's first
 * change and belongs to no change set, so somebody new may have taken a name that was free in between; without
 * this, no step before the renaming could ever be undone again.
 */
export function makeRoomForCoders(
  database: Database,
  changes: readonly RowChange[],
  direction: 'backwards' | 'forwards',
): void {
  for (const change of changes) {
    const image = direction === 'backwards' ? change.before : change.after;
    if (change.table_name !== 'coder' || image === null) continue;
    const { name } = JSON.parse(image) as { name: string };
    const other = coderByName(database, name);
    if (other && other.id !== change.row_id) renameCoder(database, other.id, freeName(database, name));
  }
}

function freeName(database: Database, name: string): string {
  for (let number = 2; ; number += 1) {
    const free = `${name} (${number})`;
    if (!coderByName(database, free)) return free;
  }
}
