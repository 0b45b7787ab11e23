import { create } from 'zustand';
import type { CodeId } from '../../../core/ids';

/** Codes whose codings are not painted in the texts. A code is hidden by itself, not with its subcodes. */
interface VisibilityStore {
  readonly hiddenCodeIds: ReadonlySet<CodeId>;
}

export const visibilityStore = create<VisibilityStore>(() => ({ hiddenCodeIds: new Set() }));

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

export function showAll(): void {
  visibilityStore.setState({ hiddenCodeIds: new Set() });
}
