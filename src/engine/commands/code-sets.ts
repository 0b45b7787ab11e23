import type { CodeSet } from '../../core/entities';
import type { CodeId, CodeSetId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  codeSetById,
  codesOfSet,
  deleteCodeSet,
  deleteSetMember,
  insertCodeSet,
  insertSetMember,
  listCodeSets,
  renameCodeSet,
} from '../../storage/repositories/code-sets';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeContext, ChangeHandlers } from '../context';
import { codeTree, knownCode } from './code-making';

export const codeSetCommands: ChangeHandlers<
  'codeSet.create' | 'codeSet.rename' | 'codeSet.delete' | 'codeSet.add' | 'codeSet.remove'
> = {
  'codeSet.create': (args) => (context) => {
    const { database } = context;
    refuseName(database, args.name, null);
    const id = context.newId<CodeSetId>();
    insertCodeSet(database, {
      id,
      name: args.name,
      position: Math.max(0, ...listCodeSets(database).map(({ position }) => position)) + 1,
      createdAt: context.now,
      modifiedAt: context.now,
      coderId: context.coder.id,
    });
    put(context, id, args.codeIds ?? []);
    return { value: { id }, label: { key: 'codeSet.create', values: { name: args.name } } };
  },

  'codeSet.rename': (args) => (context) => {
    const { database } = context;
    const set = knownSet(database, args.id);
    refuseName(database, args.name, args.id);
    if (set.name !== args.name) renameCodeSet(database, args.id, { name: args.name, at: context.now });
    return { value: null, label: { key: 'codeSet.rename', values: { from: set.name, name: args.name } } };
  },

  'codeSet.delete': (args) => (context) => {
    const set = knownSet(context.database, args.id);
    deleteCodeSet(context.database, args.id);
    return { value: null, label: { key: 'codeSet.delete', values: { name: set.name } } };
  },

  'codeSet.add': (args) => (context) => {
    const set = knownSet(context.database, args.id);
    put(context, set.id, args.codeIds);
    return { value: null, label: memberLabel(context, 'codeSet.add', set, args.codeIds) };
  },

  'codeSet.remove': (args) => (context) => {
    const set = knownSet(context.database, args.id);
    for (const codeId of args.codeIds) deleteSetMember(context.database, set.id, codeId);
    return { value: null, label: memberLabel(context, 'codeSet.remove', set, args.codeIds) };
  },
};

function put(context: ChangeContext, setId: CodeSetId, codeIds: readonly CodeId[]): void {
  const tree = codeTree(context.database);
  const there = new Set(codesOfSet(context.database, setId));
  for (const codeId of codeIds) {
    knownCode(tree, codeId);
    if (!there.has(codeId)) insertSetMember(context.database, { id: context.newId(), setId, codeId });
  }
}

function memberLabel(
  context: ChangeContext,
  key: 'codeSet.add' | 'codeSet.remove',
  set: CodeSet,
  codeIds: readonly CodeId[],
) {
  const [first] = codeIds;
  const code = first && codeTree(context.database).get(first);
  return codeIds.length === 1 && code
    ? ({ key, values: { code: code.name, codeId: code.id, name: set.name } } as const)
    : ({ key: `${key}.many`, values: { count: codeIds.length, name: set.name } } as const);
}

function knownSet(database: ReadableDatabase, id: CodeSetId): CodeSet {
  const set = codeSetById(database, id);
  if (!set) throw new ExpectedError('notFound', 'This set of codes is not in the project (any more).');
  return set;
}

function refuseName(database: ReadableDatabase, name: string, own: CodeSetId | null): void {
  const isTaken = listCodeSets(database).some((set) => set.id !== own && set.name === name);
  if (isTaken) {
    throw new ExpectedError('conflict', `There is already a set called ${name}. Nothing was changed.`);
  }
}
