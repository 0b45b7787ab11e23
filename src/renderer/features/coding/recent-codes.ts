import { create } from 'zustand';
import type { CodeRow } from '../../../contract/queries';
import type { DocumentMarks } from '../../../core/document-marks';
import type { CodeId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';

const remembered = 30;

/** The codes applied last, most recent first, and what “repeat” would apply; kept for each project on this machine. */
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

/** The codes applied last first, then those last used in the document, as its codings tell; only what can be applied. */
export function recentCodes(
  session: readonly CodeId[],
  { codings }: DocumentMarks,
  codes: readonly CodeRow[],
): CodeRow[] {
  // A document may have 50,000 codings and few codes: those are what is sorted.
  const lastUse = new Float64Array(codings.codeIds.length).fill(-1);
  for (let row = 0; row < codings.code.length; row += 1) {
    const code = codings.code[row] ?? 0;
    lastUse[code] = Math.max(lastUse[code] ?? 0, codings.at[row] ?? 0);
  }
  const inDocument = codings.codeIds
    .map((id, code) => ({ id, at: lastUse[code] ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)
    .map(({ id }) => id);
  const codable = new Map(
    codes.filter(({ isCodable, status }) => isCodable && status !== 'retired').map((code) => [code.id, code]),
  );
  return [...new Set([...session, ...inDocument])].flatMap((id) => codable.get(id) ?? []);
}

/** As many as the toolbar shows: they keep their seats under the hand. */
const seats = 4;

/**
 * Most recent first, but in the same order as long as the same passage is selected: with the first code applied, the
 * second must still be where it was seen, under the same digit. From passage to passage the four most recent keep
 * their seats as well; one that comes among them takes the seat of the one that it has displaced.
 */
export class RecentOrder {
  private held: { readonly span: TextSpan; readonly ids: readonly CodeId[] } | null = null;

  for(span: TextSpan, fresh: readonly CodeRow[]): readonly CodeRow[] {
    const { held } = this;
    const isSame = held !== null && held.span.start === span.start && held.span.end === span.end;
    if (!isSame) {
      const order = seated(held?.ids.slice(0, seats) ?? [], fresh);
      this.held = { span, ids: order.map(({ id }) => id) };
      return order;
    }
    const known = new Map(fresh.map((code) => [code.id, code]));
    const kept = held.ids.flatMap((id) => known.get(id) ?? []);
    const added = fresh.filter(({ id }) => !held.ids.includes(id));
    if (added.length > 0) this.held = { span, ids: [...kept, ...added].map(({ id }) => id) };
    return [...kept, ...added];
  }
}

/** The four most recent where they sat before, the others behind them as they are. */
function seated(before: readonly CodeId[], fresh: readonly CodeRow[]): readonly CodeRow[] {
  const recent = fresh.slice(0, seats);
  const sitting = before.map((id) => recent.find((code) => code.id === id));
  const standing = recent.filter(({ id }) => !before.includes(id));
  const filled = sitting.map((code) => code ?? standing.shift());
  return [...filled.filter((code) => code !== undefined), ...standing, ...fresh.slice(seats)];
}

const orders = new WeakMap<OpenDocument['surface'], RecentOrder>();

/** The recent codes as they stand beside the selection of this document, the first nine under their digits. */
export function recentHere(
  { surface, codings }: OpenDocument,
  codes: readonly CodeRow[],
): readonly CodeRow[] {
  const order = orders.get(surface) ?? new RecentOrder();
  orders.set(surface, order);
  const fresh = recentCodes(recentCodesStore.getState().recent, codings(), codes);
  return order.for(surface.selection(), fresh);
}
