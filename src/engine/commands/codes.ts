import type { Label } from '../../contract/labels';
import { isSameName, pathSeparator } from '../../core/code-tree';
import type { Code } from '../../core/entities';
import type { CodeId, QuotationId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { deleteSetMembersOfCode, insertSetMember, setsOfCode } from '../../storage/repositories/code-sets';
import { deleteCode, placeCode, updateCode } from '../../storage/repositories/codes';
import {
  changeCoding,
  codingsOfCode,
  deleteCoding,
  deleteQuotationIfBare,
  findCoding,
} from '../../storage/repositories/codings';
import { deferForeignKeys } from '../../storage/repositories/foreign-keys';
import { deleteMemo, memosOn } from '../../storage/repositories/memos';
import type { Database } from '../../storage/sqlite/types';
import type { ChangeContext, ChangeHandlers } from '../context';
import { placeAmong } from '../siblings';
import { codeAtPath, codeTree, createCode, knownCode, refuseDepth, refuseName } from './code-making';
import { giveWay, uniteMemos } from './unite-memos';

export const codeCommands: ChangeHandlers<
  'code.create' | 'code.createPath' | 'code.update' | 'code.move' | 'code.delete' | 'code.merge'
> = {
  'code.create': (args) => (context) => {
    const code = createCode(context, { ...args, parentId: args.parentId ?? null });
    return {
      value: { id: code.id },
      label: {
        key: code.isCodable ? 'code.create' : 'code.createFolder',
        values: { code: code.name, codeId: code.id },
      },
    };
  },

  'code.createPath': (args) => (context) => {
    const { path, ...details } = args;
    const { id, parentId, isNew, created } = codeAtPath(context, path, details);
    if (!isNew) refuseName(path.at(-1) ?? '', parentId, codeTree(context.database));
    return {
      value: { id, created },
      label: {
        key: 'code.create',
        values: { code: path.join(pathSeparator), codeId: id },
      },
    };
  },

  'code.update': (args) => (context) => {
    const tree = codeTree(context.database);
    const code = knownCode(tree, args.id);
    const changed = definedOnly(args);
    const next: Code = { ...code, ...changed, id: code.id };
    if (next.name !== code.name && tree.sibling(code.parentId, next.name, code.id)) {
      refuseName(next.name, code.parentId, tree);
    }
    if (!next.isCodable && code.isCodable && codingsOfCode(context.database, code.id).length > 0) {
      throw new ExpectedError(
        'invalid',
        `${code.name} has codings, so it can’t become a folder. Move or remove them first. Nothing was changed.`,
      );
    }
    const isSame = (Object.keys(next) as (keyof Code)[]).every((key) => next[key] === code[key]);
    if (!isSame) updateCode(context.database, { ...next, modifiedAt: context.now });
    return { value: null, label: updateLabel(code, next) };
  },

  'code.move': (args) => (context) => {
    const { database } = context;
    const tree = codeTree(database);
    const codes = args.ids.map((id) => knownCode(tree, id));
    const into = args.parentId === null ? null : knownCode(tree, args.parentId);
    for (const [index, code] of codes.entries()) {
      if (tree.wouldMakeCycle(code.id, args.parentId)) {
        throw new ExpectedError(
          'invalid',
          `${code.name} can’t be moved beneath itself. Nothing was changed.`,
        );
      }
      refuseDepth(tree, args.parentId, code);
      const hasNamesake =
        tree.sibling(args.parentId, code.name, code.id) ||
        codes.slice(0, index).some(({ id, name }) => id !== code.id && isSameName(name, code.name));
      if (hasNamesake) refuseName(code.name, args.parentId, tree);
    }
    for (const { id, position } of placeAmong(
      tree.children(args.parentId),
      args.ids,
      args.beforeId ?? null,
    )) {
      placeCode(database, id as CodeId, args.parentId, position);
    }
    const isElsewhere = codes.some(({ parentId }) => parentId !== args.parentId);
    const place = isElsewhere ? { into: into?.name ?? '', intoId: into?.id } : {};
    return {
      value: null,
      label:
        codes.length === 1
          ? { key: 'code.move.one', values: { code: codes[0]?.name ?? '', codeId: codes[0]?.id, ...place } }
          : { key: 'code.move.many', values: { count: codes.length, ...place } },
    };
  },

  'code.delete': (args) => (context) => {
    const tree = codeTree(context.database);
    const code = knownCode(tree, args.id);
    let count = 0;
    for (const each of [...tree.descendants(code.id)].reverse())
      count += deleteOne(context.database, each.id);
    count += deleteOne(context.database, code.id);
    return {
      value: null,
      label: { key: 'code.delete', values: { code: code.name, codeId: code.id, count } },
    };
  },

  'code.merge': (args) => (context) => {
    const { database } = context;
    const into = knownCode(codeTree(database), args.intoId);
    const from = args.fromIds.map((id) => knownCode(codeTree(database), id));
    // A code leaves before its subcodes take its place, as one of them may have its name.
    deferForeignKeys(database);
    const moved: Moved = { codings: 0, quotationIds: new Set() };
    for (const code of from) mergeOne(context, { from: code, into, moved });
    const names = { code: into.name, codeId: into.id };
    return {
      value: { codings: moved.codings },
      label:
        from.length === 1
          ? {
              key: 'code.merge',
              values: {
                from: from[0]?.name ?? '',
                fromId: from[0]?.id,
                ...names,
                count: moved.quotationIds.size,
              },
            }
          : { key: 'code.merge.many', values: { count: from.length, ...names } },
    };
  },
};

function definedOnly<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function updateLabel(before: Code, after: Code): Label {
  const values = { code: after.name, codeId: after.id };
  if (before.name !== after.name) return { key: 'code.rename', values: { from: before.name, ...values } };
  if (before.color !== after.color) return { key: 'code.recolor', values };
  if (before.definition !== after.definition) return { key: 'code.define', values };
  return { key: before.isCodable === after.isCodable ? 'code.describe' : 'code.update', values };
}

/** Returns how many codings went with the code. */
function deleteOne(database: Database, id: CodeId): number {
  const codings = codingsOfCode(database, id);
  for (const coding of codings) {
    deleteCoding(database, coding.id);
    deleteQuotationIfBare(database, coding.quotationId);
  }
  for (const memo of memosOn(database, { kind: 'code', id })) deleteMemo(database, memo.id);
  deleteSetMembersOfCode(database, id);
  deleteCode(database, id);
  return codings.length;
}

/** What a merge has moved so far. */
interface Moved {
  codings: number;
  readonly quotationIds: Set<QuotationId>;
}

/** Moves what `from` has to `into` and deletes it. */
function mergeOne(
  context: ChangeContext,
  { from, into, moved }: { readonly from: Code; readonly into: Code; readonly moved: Moved },
): void {
  const { database } = context;
  const tree = codeTree(database);
  if (from.id === into.id) {
    throw new ExpectedError('invalid', 'A code can’t be merged into itself. Nothing was changed.');
  }
  if (tree.wouldMakeCycle(from.id, into.id)) {
    throw new ExpectedError(
      'invalid',
      `${into.name} lies beneath ${from.name}; move it out first. Nothing was changed.`,
    );
  }
  const codings = codingsOfCode(database, from.id);
  if (!into.isCodable && codings.length > 0) {
    throw new ExpectedError(
      'invalid',
      `${into.name} is a folder and can’t take codings. Make it a code first. Nothing was changed.`,
    );
  }
  for (const coding of codings) {
    const twin = findCoding(database, { ...coding, codeId: into.id });
    if (twin) giveWay(context, coding.id, twin);
    else {
      changeCoding(database, coding.id, { quotationId: coding.quotationId, codeId: into.id });
      moved.codings += 1;
      moved.quotationIds.add(coding.quotationId);
    }
  }
  uniteMemos(context, { kind: 'code', id: from.id }, { kind: 'code', id: into.id });
  takeOverWords(context, from, into.id);
  takeOverSets(context, from.id, into.id);
  deleteCode(database, from.id);
  for (const child of tree.children(from.id)) {
    const namesake = codeTree(database).sibling(into.id, child.name, child.id);
    if (namesake) mergeOne(context, { from: child, into: namesake, moved });
    else {
      refuseDepth(codeTree(database), into.id, child);
      placeCode(database, child.id, into.id, codeTree(database).nextPosition(into.id));
    }
  }
}

/** What the code that remains says nothing about, it learns from the one that goes. */
function takeOverWords(context: ChangeContext, from: Code, intoId: CodeId): void {
  const into = knownCode(codeTree(context.database), intoId);
  const words = {
    definition: into.definition || from.definition,
    whenToUse: into.whenToUse || from.whenToUse,
    whenNotToUse: into.whenNotToUse || from.whenNotToUse,
    examples: into.examples || from.examples,
  };
  const isSame = (Object.keys(words) as (keyof typeof words)[]).every((key) => words[key] === into[key]);
  if (!isSame) updateCode(context.database, { ...into, ...words, modifiedAt: context.now });
}

/** The code that remains is in all the sets that the one that goes was in. */
function takeOverSets(context: ChangeContext, fromId: CodeId, intoId: CodeId): void {
  const { database } = context;
  const there = new Set(setsOfCode(database, intoId));
  const missing = setsOfCode(database, fromId).filter((setId) => !there.has(setId));
  deleteSetMembersOfCode(database, fromId);
  for (const setId of missing) insertSetMember(database, { id: context.newId(), setId, codeId: intoId });
}
