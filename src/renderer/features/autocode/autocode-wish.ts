import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';

/** What the autocode view is to look for when it is shown next; `count` grows with each wish. */
export interface AutocodeWish {
  readonly wanted: {
    readonly kind: 'speakers';
    readonly speakers: readonly string[];
    /** Only in this document. */
    readonly sourceId: SourceId;
  } | null;
  readonly count: number;
}

export const autocodeWish = create<AutocodeWish>(() => ({ wanted: null, count: 0 }));

/** Opens the view; with a wish it looks at once. */
export function openAutocode(wanted: AutocodeWish['wanted'] = null): void {
  autocodeWish.setState(({ count }) => ({ wanted, count: count + 1 }));
  openTab({ kind: 'autocode' });
}
