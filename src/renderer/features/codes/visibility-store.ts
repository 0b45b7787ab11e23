import { create } from 'zustand';
import type { CodeId, CoderId } from '../../../core/ids';

/**
 * Codes and coders whose codings are not painted in the texts. A code is hidden by itself, not with its subcodes.
 * Never remembered beyond the window: “my codings disappeared” is not to greet anybody in the morning.
 */
interface VisibilityStore {
  readonly hiddenCodeIds: ReadonlySet<CodeId>;
  readonly hiddenCoderIds: ReadonlySet<CoderId>;
}

const nothingHidden: VisibilityStore = { hiddenCodeIds: new Set(), hiddenCoderIds: new Set() };

export const visibilityStore = create<VisibilityStore>(() => nothingHidden);

export function setHidden(ids: readonly CodeId[], isHidden: boolean): void {
  visibilityStore.setState(({ hiddenCodeIds }) => {
    const next = new Set(hiddenCodeIds);
    for (const id of ids) {
      if (isHidden) next.add(id);
      else next.delete(id);
    }
    return { hiddenCodeIds: next };
  });
}

/** Hides all but these. */
export function showOnly(ids: readonly CodeId[], all: readonly CodeId[]): void {
  visibilityStore.setState({ hiddenCodeIds: new Set(all.filter((id) => !ids.includes(id))) });
}

export function setHiddenCoders(ids: readonly CoderId[], isHidden: boolean): void {
  visibilityStore.setState(({ hiddenCoderIds }) => {
    const next = new Set(hiddenCoderIds);
    for (const id of ids) {
      if (isHidden) next.add(id);
      else next.delete(id);
    }
    return { hiddenCoderIds: next };
  });
}

export function showAll(): void {
  visibilityStore.setState(nothingHidden);
}

/** What was just coded has to be seen, whatever is hidden. */
export function showCoded(codeIds: readonly CodeId[], coderId: CoderId | null): void {
  const { hiddenCodeIds, hiddenCoderIds } = visibilityStore.getState();
  if (codeIds.some((id) => hiddenCodeIds.has(id))) setHidden(codeIds, false);
  if (coderId !== null && hiddenCoderIds.has(coderId)) setHiddenCoders([coderId], false);
}
