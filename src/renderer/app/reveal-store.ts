import { create } from 'zustand';
import type { QuotationId, SourceId } from '../../core/ids';

/** A wish to see a place of a document. `count` grows with each wish, so that the same place can be asked for twice. */
export interface Reveal {
  readonly start: number;
  readonly end: number;
  readonly quotationId?: QuotationId;
  readonly count: number;
}

export const revealStore = create<{ readonly reveals: Readonly<Record<SourceId, Reveal>> }>(() => ({
  reveals: {},
}));

export function revealPlace(sourceId: SourceId, place: Omit<Reveal, 'count'>): void {
  revealStore.setState(({ reveals }) => ({
    reveals: { ...reveals, [sourceId]: { ...place, count: (reveals[sourceId]?.count ?? 0) + 1 } },
  }));
}
