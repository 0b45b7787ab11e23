import type { MemoTarget } from '../../core/entities';
import type { MemoId } from '../../core/ids';
import { quoteLine } from '../../core/text';
import { deleteMemo, insertMemo, memosOn, rewriteMemo } from '../../storage/repositories/memos';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeHandlers } from '../context';
import { codeTree, knownCode } from './code-making';
import { knownQuotation } from './codings';
import { knownSource } from './sources';

export const memoCommands: ChangeHandlers<'memo.write'> = {
  'memo.write': (args) => (context) => {
    const { database, now } = context;
    const { target, text } = args;
    const on = nameOfTarget(database, target);
    const memo = memosOn(database, target)[0];
    const isEmpty = text.trim() === '';
    let id: MemoId | null = memo?.id ?? null;
    if (isEmpty) {
      // The quotation stays, even without a code: the next words typed still need it.
      if (memo) deleteMemo(database, memo.id);
      id = null;
    } else if (memo) {
      if (memo.text !== text) rewriteMemo(database, memo.id, text, now);
    } else {
      id = context.newId<MemoId>();
      insertMemo(database, { id, target, text, createdAt: now, modifiedAt: now, coderId: context.coder.id });
    }
    const verb = isEmpty ? 'memo.delete' : 'memo.write';
    return {
      value: { id },
      label:
        target.kind === 'project'
          ? { key: `${verb}.project`, values: {} }
          : { key: verb, values: target.kind === 'code' ? { on, codeId: target.id } : { on } },
      mergeKey: target.kind === 'project' ? 'memo:project' : `memo:${target.kind}:${target.id}`,
    };
  },
};

/** What a memo is on, in words. Throws ExpectedError `notFound`. */
export function nameOfTarget(database: ReadableDatabase, target: MemoTarget): string {
  switch (target.kind) {
    case 'project':
      return '';
    case 'source':
      return knownSource(database, target.id).name;
    case 'code':
      return knownCode(codeTree(database), target.id).name;
    case 'quotation':
      return `“${quoteLine(knownQuotation(database, target.id).text, 40)}”`;
  }
}
