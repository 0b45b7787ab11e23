import { useMemo } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { useEngineQuery } from '../../client';

/** Codes by id; undefined until they are known. */
export function useCodeMap(): ReadonlyMap<CodeId, CodeRow> | undefined {
  const { data } = useEngineQuery('codes.tree', {});
  return useMemo(() => data && new Map(data.map((code) => [code.id, code])), [data]);
}
