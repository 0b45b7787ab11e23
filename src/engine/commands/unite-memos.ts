import type { MemoTarget } from '../../core/entities';
import type { CodingId } from '../../core/ids';
import { joined } from '../../core/memo-content';
import { deleteCoding } from '../../storage/repositories/codings';
import { deleteMemo, memosOn, moveMemo, rewriteMemo } from '../../storage/repositories/memos';
import type { ChangeContext } from '../context';

type MovableTarget = Exclude<MemoTarget, { kind: 'project' } | { kind: 'free' }>;

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
      rewriteMemo(database, there.id, {
        ...joined(there, memo),
        title: there.title || memo.title,
        typeId: there.typeId ?? memo.typeId,
        modifiedAt: now,
      });
      deleteMemo(database, memo.id);
    } else moveMemo(database, memo.id, into);
  }
}

/** A coding that another one already stands for goes; what is noted on it joins the other's memo. */
export function giveWay(
  context: Pick<ChangeContext, 'database' | 'now'>,
  id: CodingId,
  to: { readonly id: CodingId },
): void {
  uniteMemos(context, { kind: 'coding', id }, { kind: 'coding', id: to.id });
  deleteCoding(context.database, id);
}
