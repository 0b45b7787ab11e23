import { create } from 'zustand';
import type { CodeId, CodeSetId } from '../../../core/ids';
import type { CodeSort } from './codes-model';

export const countModes = ['closed', 'own', 'below'] as const;
export type CountMode = (typeof countModes)[number];

/** View state of the code tree. Codes with subcodes are open unless closed. */
interface CodesStore {
  readonly filter: string;
  readonly closedIds: ReadonlySet<string>;
  readonly selectedIds: readonly CodeId[];
  /** A code that was just made and is to be named. */
  readonly renamingId: CodeId | null;
  /** A code that was made elsewhere just now, to be brought into sight. */
  readonly madeId: CodeId | null;
  /** Whose colour is being chosen. */
  readonly coloringId: CodeId | null;
  readonly sort: CodeSort;
  /** Whether the number beside a code is its own, or counts its subcodes too; `closed`: while they are not shown. */
  readonly counts: CountMode;
  readonly hidesRetired: boolean;
  /** The set whose codes are shown; null: all codes. */
  readonly setId: CodeSetId | null;
  readonly isManagingSets: boolean;
  /** A set that was just made and is to be named. */
  readonly namingSetId: CodeSetId | null;
  /** Which codes are being merged into another. */
  readonly mergingIds: readonly CodeId[] | null;
  /** For which codes another place in the tree is being chosen. */
  readonly movingIds: readonly CodeId[] | null;
}

export const codesStore = create<CodesStore>(() => ({
  filter: '',
  closedIds: new Set(),
  selectedIds: [],
  renamingId: null,
  madeId: null,
  coloringId: null,
  mergingIds: null,
  movingIds: null,
  sort: 'manual',
  counts: 'closed',
  hidesRetired: false,
  setId: null,
  isManagingSets: false,
  namingSetId: null,
}));

let foldersNow: readonly CodeId[] = [];

/** The tree says which codes can be closed, for the actions below. */
export function noteFolders(ids: readonly CodeId[]): void {
  foldersNow = ids;
}

export function expandAllCodes(): void {
  codesStore.setState({ closedIds: new Set() });
}

export function collapseAllCodes(): void {
  codesStore.setState({ closedIds: new Set(foldersNow) });
}
