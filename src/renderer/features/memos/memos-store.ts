import { create } from 'zustand';
import type { CoderId, MemoTypeId } from '../../../core/ids';
import type { MemoKindFilter, MemoOrder } from './filter-memos';

/** What the list of memos shows, as it was left. */
interface MemosStore {
  readonly search: string;
  readonly kind: MemoKindFilter;
  readonly typeId: MemoTypeId | 'all' | 'none';
  readonly coderId: CoderId | 'all';
  readonly order: MemoOrder;
}

export const allMemos = { search: '', kind: 'all', typeId: 'all', coderId: 'all' } as const;

export const memosStore = create<MemosStore>(() => ({ ...allMemos, order: 'changed' }));
