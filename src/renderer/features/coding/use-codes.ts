import { useMemo, useRef } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import type { PaintedCode } from '../../editor/paint/coding-model';

const none: readonly CodeRow[] = [];

/** All codes in tree order. */
export function useCodes(): readonly CodeRow[] {
  return useEngineQuery('codes.tree', {}).data ?? none;
}

/**
 * What painting needs of the codes. Their rows are answered anew after each coding, for the counts in them; this
 * map stays the same as long as names and colours do.
 */
export function usePaintedCodes(): ReadonlyMap<CodeId, PaintedCode> {
  const codes = useCodes();
  const held = useRef<ReadonlyMap<CodeId, PaintedCode>>(new Map());
  return useMemo(() => {
    const before = held.current;
    const isSame =
      before.size === codes.length &&
      codes.every(({ id, path, color }) => {
        const known = before.get(id);
        return known?.path === path && known.color === color;
      });
    if (!isSame) {
      held.current = new Map(codes.map(({ id, name, path, color }) => [id, { id, name, path, color }]));
    }
    return held.current;
  }, [codes]);
}
