import type { CodeRow } from '../../../contract/queries';
import { engine, runOrTell } from '../../client';
import type { PaletteRow } from './palette-rows';

/** A line that offers a code which is not there yet. */
export type NewCodeRow = Extract<PaletteRow, { kind: 'create' | 'createPath' }>;

/** Makes the code of such a line, with what is missing above it; null where it could not be made. */
export async function createCode(row: NewCodeRow): Promise<CodeRow | null> {
  const made =
    row.kind === 'create'
      ? await runOrTell('code.create', { name: row.name, parentId: row.parent?.id ?? null })
      : await runOrTell('code.createPath', { path: [...row.path] });
  if (!made) return null;
  // Asked of the engine itself: what the window holds may be from before.
  const codes = await engine.query('codes.tree', {});
  return (codes.ok && codes.value.find(({ id }) => id === made.value.id)) || null;
}
