import { create } from 'zustand';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';

const remembered = 30;

/** The codes applied in this session, most recent first, and what “repeat” would apply. */
interface RecentCodesStore {
  readonly recent: readonly CodeId[];
  readonly last: readonly CodeId[];
}

export const recentCodesStore = create<RecentCodesStore>(() => ({ recent: [], last: [] }));

export function rememberCodes(ids: readonly CodeId[]): void {
  if (ids.length === 0) return;
  recentCodesStore.setState(({ recent }) => ({
    last: ids,
    recent: [...ids, ...recent.filter((id) => !ids.includes(id))].slice(0, remembered),
  }));
}

/** This session's codes first, then those last used in the document, as its codings tell; only what can be applied. */
export function recentCodes(
  session: readonly CodeId[],
  codings: readonly { readonly codeId: CodeId; readonly createdAt: string }[],
  codes: readonly CodeRow[],
): CodeRow[] {
  const inDocument = codings
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
    .map(({ codeId }) => codeId);
  const codable = new Map(codes.filter(({ isCodable }) => isCodable).map((code) => [code.id, code]));
  return [...new Set([...session, ...inDocument])].flatMap((id) => codable.get(id) ?? []);
}
