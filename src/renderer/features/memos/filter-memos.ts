import type { MemoRow } from '../../../contract/queries';
import type { MemoTarget } from '../../../core/entities';

export type MemoKindFilter = 'all' | MemoTarget['kind'];

/** The memos of one kind that hold every word of the search, in their text or in what they are on; newest first. */
export function filterMemos(
  memos: readonly MemoRow[],
  { kind, search }: { readonly kind: MemoKindFilter; readonly search: string },
): readonly MemoRow[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  return memos
    .filter((memo) => kind === 'all' || memo.target.kind === kind)
    .filter((memo) => {
      if (words.length === 0) return true;
      const text = folded(`${memo.on} ${memo.text} ${memo.coderName}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : 0));
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('en');
}
