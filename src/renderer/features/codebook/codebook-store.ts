import { create } from 'zustand';
import type { CodeId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';

/** Which code the codebook shall bring into view; `count` grows with each wish. */
export const codebookStore = create<{
  readonly reveal: { readonly id: CodeId; readonly count: number } | null;
}>(() => ({ reveal: null }));

export function revealInCodebook(id: CodeId): void {
  codebookStore.setState(({ reveal }) => ({ reveal: { id, count: (reveal?.count ?? 0) + 1 } }));
  openTab({ kind: 'codebook' });
}
