import { create } from 'zustand';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';

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
  // A document may have 50,000 codings and few codes: those are what is sorted.
  const lastUse = new Map<CodeId, string>();
  for (const { codeId, createdAt } of codings) {
    const known = lastUse.get(codeId);
    if (known === undefined || known < createdAt) lastUse.set(codeId, createdAt);
  }
  const inDocument = [...lastUse]
    .sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0))
    .map(([codeId]) => codeId);
  const codable = new Map(
    codes.filter(({ isCodable, status }) => isCodable && status !== 'retired').map((code) => [code.id, code]),
  );
  return [...new Set([...session, ...inDocument])].flatMap((id) => codable.get(id) ?? []);
}

/**
 * Most recent first, but in the same order as long as the same passage is selected: with the first code applied, the
 * second must still be where it was seen, under the same digit.
 */
export class RecentOrder {
  private held: { readonly span: TextSpan; readonly ids: readonly CodeId[] } | null = null;

  for(span: TextSpan, fresh: readonly CodeRow[]): readonly CodeRow[] {
    const { held } = this;
    const isSame = held !== null && held.span.start === span.start && held.span.end === span.end;
    if (!isSame) {
      this.held = { span, ids: fresh.map(({ id }) => id) };
      return fresh;
    }
    const known = new Map(fresh.map((code) => [code.id, code]));
    const kept = held.ids.flatMap((id) => known.get(id) ?? []);
    const added = fresh.filter(({ id }) => !held.ids.includes(id));
    if (added.length > 0) this.held = { span, ids: [...kept, ...added].map(({ id }) => id) };
    return [...kept, ...added];
  }
}

const orders = new WeakMap<OpenDocument['surface'], RecentOrder>();

/** The recent codes as they stand beside the selection of this document, the first nine under their digits. */
export function recentHere(
  { surface, codings }: OpenDocument,
  codes: readonly CodeRow[],
): readonly CodeRow[] {
  const order = orders.get(surface) ?? new RecentOrder();
  orders.set(surface, order);
  const fresh = recentCodes(recentCodesStore.getState().recent, codings().codings, codes);
  return order.for(surface.selection(), fresh);
}
