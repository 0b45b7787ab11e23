import type { MemoRow } from '../../../contract/queries';
import type { MemoTarget } from '../../../core/entities';
import type { CoderId, MemoTypeId } from '../../../core/ids';

export type MemoKindFilter = 'all' | MemoTarget['kind'];
export type MemoOrder = 'changed' | 'made' | 'name';

export interface MemoWishes {
  readonly kind: MemoKindFilter;
  readonly search: string;
  /** `none`: memos without a type. */
  readonly typeId?: MemoTypeId | 'all' | 'none';
  readonly coderId?: CoderId | 'all';
  readonly order?: MemoOrder;
}

/**
 * The memos that are wished for and hold every word of the search, in their title, their text or in what they are on.
 * In order of the last change or the making, newest first, or by name.
 */
export function filterMemos(
  memos: readonly MemoRow[],
  { kind, search, typeId = 'all', coderId = 'all', order = 'changed' }: MemoWishes,
): readonly MemoRow[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  return memos
    .filter((memo) => kind === 'all' || memo.target.kind === kind)
    .filter((memo) => typeId === 'all' || memo.typeId === (typeId === 'none' ? null : typeId))
    .filter((memo) => coderId === 'all' || memo.coderId === coderId)
    .filter((memo) => {
      if (words.length === 0) return true;
      const text = folded(`${memo.title} ${memo.on} ${memo.text} ${memo.coderName} ${memo.typeName ?? ''}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted(by[order]);
}

const newest = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

const by: Readonly<Record<MemoOrder, (a: MemoRow, b: MemoRow) => number>> = {
  changed: (a, b) => newest(a.modifiedAt, b.modifiedAt),
  made: (a, b) => newest(a.createdAt, b.createdAt),
  name: (a, b) =>
    (a.title || a.on).localeCompare(b.title || b.on, 'en', { numeric: true, sensitivity: 'base' }) ||
    newest(a.modifiedAt, b.modifiedAt),
};

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('en');
}
