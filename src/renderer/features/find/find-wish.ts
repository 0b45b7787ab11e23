import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';
import type { SearchPattern } from '../../../core/search';
import { openTab } from '../../app/workspace-store';

/** What the view of all documents is to look for when it is shown next; `count` grows with each wish. */
export interface FindWish {
  readonly pattern: SearchPattern | null;
  /** Only in this document. */
  readonly sourceId: SourceId | null;
  readonly count: number;
}

export const findWish = create<FindWish>(() => ({ pattern: null, sourceId: null, count: 0 }));

/** Opens the view of all documents; with a pattern it begins to look for it. */
export function openFindView(pattern: SearchPattern | null, sourceId: SourceId | null = null): void {
  findWish.setState(({ count }) => ({ pattern, sourceId, count: count + 1 }));
  openTab({ kind: 'find' });
}
