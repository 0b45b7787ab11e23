import { openTab } from '../../app/workspace-store';
import { runOrTell } from '../../client';

/** A memo that stands for itself, ready to be written. */
export async function newMemo(): Promise<void> {
  const made = await runOrTell('memo.create', {});
  if (made) openTab({ kind: 'memo', target: { kind: 'free', id: made.value.id } });
}
