import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';

/** A list of codings that has no room in the margin: behind a “+n”, or at the caret. */
export interface CodingsListWish {
  readonly sourceId: SourceId;
  /** Codings and bare quotations, by id. */
  readonly ids: readonly string[];
  /** Beside what it stands; client coordinates. */
  readonly at: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Shown because the pointer rests on the “+n”: it goes with the pointer, and takes no keys. */
  readonly isHovered: boolean;
}

export const codingsListStore = create<{ readonly list: CodingsListWish | null }>(() => ({ list: null }));

export function openCodingsList(list: CodingsListWish): void {
  codingsListStore.setState({ list });
}

export function closeCodingsList(): void {
  if (codingsListStore.getState().list) codingsListStore.setState({ list: null });
}
