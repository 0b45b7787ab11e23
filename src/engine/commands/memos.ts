import type { CheckedArgs } from '../../contract/commands';
import type { Label } from '../../contract/labels';
import { createCodeTree } from '../../core/code-tree';
import type { Memo, MemoTarget } from '../../core/entities';
import type { MemoId } from '../../core/ids';
import { type MemoReference, type MemoWriting, writingOf } from '../../core/memo-content';
import { ExpectedError } from '../../core/result';
import { quoteLine } from '../../core/text';
import { listCodes } from '../../storage/repositories/codes';
import { deleteQuotationIfBare, quotationById } from '../../storage/repositories/codings';
import { memoTypeById } from '../../storage/repositories/memo-types';
import { deleteMemo, insertMemo, memoById, memosOn, rewriteMemo } from '../../storage/repositories/memos';
import { sourceById } from '../../storage/repositories/sources';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeContext, ChangeHandlers } from '../context';
import { codeTree, knownCode } from './code-making';
import { knownCoding, knownQuotation } from './codings';
import { knownSource } from './sources';

/** Characters of a memo or a quotation that stand for it in a label. */
const labelLength = 40;

export const memoCommands: ChangeHandlers<'memo.write' | 'memo.create' | 'memo.delete'> = {
  'memo.write': (args) => (context) => {
    const { database, now } = context;
    const { target } = args;
    const on = nameOfTarget(database, target);
    const memo = memosOn(database, target)[0];
    const next = written(context, args, memo);
    // The quotation stays, even without a code: the next words typed still need it.
    const isGone = target.kind !== 'free' && next.text.trim() === '' && next.title === '';
    let id: MemoId | null = memo?.id ?? null;
    if (isGone) {
      if (memo) deleteMemo(database, memo.id);
      id = null;
    } else if (memo) {
      if (!isSame(memo, next)) rewriteMemo(database, memo.id, { ...next, modifiedAt: now });
    } else {
      id = context.newId<MemoId>();
      insertMemo(database, { ...made(context), ...next, id, target });
    }
    return {
      value: { id },
      label: labelOf(isGone ? 'memo.delete' : 'memo.write', { target, on, memo: next }),
      mergeKey: target.kind === 'project' ? 'memo:project' : `memo:${target.kind}:${target.id}`,
    };
  },

  'memo.create': (args) => (context) => {
    const id = context.newId<MemoId>();
    const words = written(context, args, undefined);
    insertMemo(context.database, { ...made(context), ...words, id, target: { kind: 'free', id } });
    const name = nameOfFree(words);
    return {
      value: { id },
      label: name ? { key: 'memo.write.free', values: { name } } : { key: 'memo.create', values: {} },
    };
  },

  'memo.delete': (args) => (context) => {
    const { database } = context;
    const memos = args.ids.map((id) => knownMemo(database, id));
    const [first] = memos;
    const on = first ? nameOfTarget(database, first.target) : '';
    for (const { id, target } of memos) {
      deleteMemo(database, id);
      if (target.kind === 'quotation') deleteQuotationIfBare(database, target.id);
    }
    return {
      value: null,
      label:
        first && memos.length === 1
          ? labelOf('memo.delete', { target: first.target, on, memo: first })
          : { key: 'memo.delete.many', values: { count: memos.length } },
    };
  },
};

type Words = Pick<Memo, 'text' | 'content' | 'title' | 'typeId'>;

function made({ now, coder }: ChangeContext) {
  return { createdAt: now, modifiedAt: now, coderId: coder.id };
}

/** What a memo says after it was written on. */
function written(
  { database }: ChangeContext,
  args: CheckedArgs<'memo.create'>,
  memo: Memo | undefined,
): Words {
  const { typeId } = args;
  if (typeId && !memoTypeById(database, typeId)) throw unknownType();
  const words: MemoWriting = args.content
    ? writingOf(args.content, (reference) => inBrackets(database, reference))
    : args.text !== undefined
      ? { text: args.text, content: null }
      : { text: memo?.text ?? '', content: memo?.content ?? null };
  return {
    ...words,
    title: args.title ?? memo?.title ?? '',
    typeId: typeId === undefined ? (memo?.typeId ?? null) : typeId,
  };
}

function isSame(one: Words, other: Words): boolean {
  return (['text', 'content', 'title', 'typeId'] as const).every((key) => one[key] === other[key]);
}

/** What a link reads as in plain text: where its words stand, never the words. */
function inBrackets(database: ReadableDatabase, reference: MemoReference): string {
  switch (reference.kind) {
    case 'quotation': {
      const quotation = quotationById(database, reference.id);
      const source = quotation && sourceById(database, quotation.sourceId);
      return source && quotation ? `[${source.name}, ${quotation.start}–${quotation.end}]` : '[…]';
    }
    case 'code': {
      const path = createCodeTree(listCodes(database)).path(reference.id);
      return path ? `[${path}]` : '[…]';
    }
    case 'source':
      return `[${sourceById(database, reference.id)?.name ?? '…'}]`;
  }
}

function labelOf(
  verb: 'memo.write' | 'memo.delete',
  { target, on, memo }: { readonly target: MemoTarget; readonly on: string; readonly memo: Words },
): Label {
  if (target.kind === 'project') return { key: `${verb}.project`, values: {} };
  if (target.kind === 'free') return { key: `${verb}.free`, values: { name: nameOfFree(memo) || '…' } };
  return { key: verb, values: target.kind === 'code' ? { on, codeId: target.id } : { on } };
}

/** A free memo is called by its title, or by its first words. */
export function nameOfFree({ title, text }: Pick<Memo, 'title' | 'text'>): string {
  return title || quoteLine(text.trim().split('\n')[0] ?? '', labelLength);
}

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
      return `“${quoteLine(knownQuotation(database, target.id).text, labelLength)}”`;
    case 'coding': {
      const coding = knownCoding(database, target.id);
      const quotation = knownQuotation(database, coding.quotationId);
      const code = knownCode(codeTree(database), coding.codeId);
      return `${code.name}: “${quoteLine(quotation.text, labelLength)}”`;
    }
    case 'free':
      return nameOfFree(knownMemo(database, target.id));
  }
}

function knownMemo(database: ReadableDatabase, id: MemoId): Memo {
  const memo = memoById(database, id);
  if (!memo) throw new ExpectedError('notFound', 'This memo is not in the project (any more).');
  return memo;
}

export function unknownType(): ExpectedError {
  return new ExpectedError('notFound', 'This type of memo is not in the project (any more).');
}
