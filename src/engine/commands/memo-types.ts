import { nextColor } from '../../core/colors';
import type { MemoType } from '../../core/entities';
import type { MemoTypeId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  deleteMemoType,
  insertMemoType,
  listMemoTypes,
  memoTypeById,
  updateMemoType,
} from '../../storage/repositories/memo-types';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeHandlers } from '../context';
import { unknownType } from './memos';

export const memoTypeCommands: ChangeHandlers<'memoType.create' | 'memoType.update' | 'memoType.delete'> = {
  'memoType.create': (args) => (context) => {
    const { database } = context;
    refuseName(database, args.name, null);
    const all = listMemoTypes(database);
    const id = context.newId<MemoTypeId>();
    insertMemoType(database, {
      id,
      name: args.name,
      color: args.color ?? nextColor(all.map(({ color }) => color)),
      position: Math.max(0, ...all.map(({ position }) => position)) + 1,
      createdAt: context.now,
    });
    return { value: { id }, label: { key: 'memoType.create', values: { name: args.name } } };
  },

  'memoType.update': (args) => (context) => {
    const { database } = context;
    const type = knownType(database, args.id);
    const next = { ...type, name: args.name ?? type.name, color: args.color ?? type.color };
    refuseName(database, next.name, type.id);
    const isRenamed = next.name !== type.name;
    if (isRenamed || next.color !== type.color) updateMemoType(database, next);
    return {
      value: null,
      label: isRenamed
        ? { key: 'memoType.rename', values: { from: type.name, name: next.name } }
        : { key: 'memoType.recolor', values: { name: next.name } },
    };
  },

  'memoType.delete': (args) => (context) => {
    const type = knownType(context.database, args.id);
    deleteMemoType(context.database, type.id);
    return { value: null, label: { key: 'memoType.delete', values: { name: type.name } } };
  },
};

function knownType(database: ReadableDatabase, id: MemoTypeId): MemoType {
  const type = memoTypeById(database, id);
  if (!type) throw unknownType();
  return type;
}

function refuseName(database: ReadableDatabase, name: string, own: MemoTypeId | null): void {
  const isTaken = listMemoTypes(database).some((type) => type.id !== own && type.name === name);
  if (isTaken) {
    throw new ExpectedError(
      'conflict',
      `There is already a type of memo called ${name}. Nothing was changed.`,
    );
  }
}
