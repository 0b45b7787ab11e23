import type { MemoTarget } from '../../core/entities';
import { deleteMemo, memosOn, moveMemo, rewriteMemo } from '../../storage/repositories/memos';
import type { ChangeContext } from '../context';

type MovableTarget = Exclude<MemoTarget, { kind: 'project' }>;

/** What was noted on one thing joins what is noted on another, as one memo. */
export function uniteMemos(
  context: Pick<ChangeContext, 'database' | 'now'>,
  from: MovableTarget,
  into: MovableTarget,
): void {
  const { database, now } = context;
  for (const memo of memosOn(database, from)) {
    const there = memosOn(database, into)[0];
    if (there) {
      rewriteMemo(database, there.id, `${there.text}\n\n${memo.text}`, now);
      deleteMemo(database, memo.id);
    } else moveMemo(database, memo.id, into);
  }
}
