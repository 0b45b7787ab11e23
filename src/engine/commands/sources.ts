import type { FolderId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  codingsOfSource,
  deleteCoding,
  deleteQuotation,
  quotationsOfSource,
} from '../../storage/repositories/codings';
import { deleteMemo, memosOn } from '../../storage/repositories/memos';
import { deleteSegmentsOfSource } from '../../storage/repositories/segments';
import {
  deleteFolder,
  deleteSource,
  insertFolder,
  listFolders,
  listSources,
  placeFolder,
  placeSource,
  renameFolder,
  renameSource,
  sourceById,
  sourceNames,
} from '../../storage/repositories/sources';
import type { Database, ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeHandlers } from '../context';
import { placeAmong, type Sibling } from '../siblings';

export const sourceCommands: ChangeHandlers<
  | 'source.rename'
  | 'source.move'
  | 'source.delete'
  | 'sourceFolder.create'
  | 'sourceFolder.rename'
  | 'sourceFolder.move'
  | 'sourceFolder.delete'
> = {
  'source.rename': (args) => (context) => {
    const source = knownSource(context.database, args.id);
    if (source.name !== args.name && sourceNames(context.database).includes(args.name)) {
      throw new ExpectedError(
        'conflict',
        `There is already a document called ${args.name}. Nothing was changed.`,
      );
    }
    if (source.name !== args.name) renameSource(context.database, source.id, args.name, context.now);
    return { value: null, label: { key: 'source.rename', values: { from: source.name, name: args.name } } };
  },

  'source.move': (args) => (context) => {
    const { database } = context;
    const sources = args.ids.map((id) => knownSource(database, id));
    if (args.folderId !== null) knownFolder(database, args.folderId);
    const siblings = siblingsIn(database, args.folderId);
    for (const placement of placeAmong(siblings, args.ids, args.beforeId ?? null)) {
      place(database, placement.id, args.folderId, placement.position);
    }
    return {
      value: null,
      label:
        sources.length === 1
          ? { key: 'source.move.one', values: { name: sources[0]?.name ?? '' } }
          : { key: 'source.move.many', values: { count: sources.length } },
    };
  },

  'source.delete': (args) => (context) => {
    const sources = args.ids.map((id) => knownSource(context.database, id));
    let count = 0;
    for (const source of sources) count += deleteWithContents(context.database, source.id);
    return {
      value: null,
      label:
        sources.length === 1
          ? { key: 'source.delete.one', values: { name: sources[0]?.name ?? '', count } }
          : { key: 'source.delete.many', values: { count: sources.length } },
    };
  },

  'sourceFolder.create': (args) => (context) => {
    const parentId = args.parentId ?? null;
    if (parentId !== null) knownFolder(context.database, parentId);
    const id = context.newId<FolderId>();
    const position = nextPosition(context.database, parentId);
    insertFolder(context.database, { id, parentId, name: args.name, position });
    return { value: { id }, label: { key: 'sourceFolder.create', values: { name: args.name } } };
  },

  'sourceFolder.rename': (args) => (context) => {
    const folder = knownFolder(context.database, args.id);
    renameFolder(context.database, folder.id, args.name);
    return {
      value: null,
      label: { key: 'sourceFolder.rename', values: { from: folder.name, name: args.name } },
    };
  },

  'sourceFolder.move': (args) => (context) => {
    const { database } = context;
    const folder = knownFolder(database, args.id);
    for (let above = args.parentId; above !== null; above = knownFolder(database, above).parentId) {
      if (above === folder.id) {
        throw new ExpectedError('invalid', 'A folder can’t be moved into itself. Nothing was changed.');
      }
    }
    const siblings = siblingsIn(database, args.parentId);
    for (const placement of placeAmong(siblings, [folder.id], args.beforeId ?? null)) {
      place(database, placement.id, args.parentId, placement.position);
    }
    return { value: null, label: { key: 'sourceFolder.move', values: { name: folder.name } } };
  },

  'sourceFolder.delete': (args) => (context) => {
    const { database } = context;
    const folder = knownFolder(database, args.id);
    const contents = siblingsIn(database, folder.id).map(({ id }) => id);
    const siblings = siblingsIn(database, folder.parentId);
    for (const placement of placeAmong(siblings, contents, folder.id)) {
      place(database, placement.id, folder.parentId, placement.position);
    }
    deleteFolder(database, folder.id);
    return { value: null, label: { key: 'sourceFolder.delete', values: { name: folder.name } } };
  },
};

export function knownSource(database: ReadableDatabase, id: SourceId) {
  const source = sourceById(database, id);
  if (!source) throw new ExpectedError('notFound', 'This document is not in the project (any more).');
  return source;
}

export function knownFolder(database: ReadableDatabase, id: FolderId) {
  const folder = listFolders(database).find((each) => each.id === id);
  if (!folder) throw new ExpectedError('notFound', 'This folder is not in the project (any more).');
  return folder;
}

/** Folders and documents of one folder, in order. */
export function siblingsIn(database: ReadableDatabase, folderId: FolderId | null): Sibling[] {
  return [
    ...listFolders(database).filter((folder) => folder.parentId === folderId),
    ...listSources(database).filter((source) => source.folderId === folderId),
  ].sort((a, b) => a.position - b.position);
}

export function nextPosition(database: ReadableDatabase, folderId: FolderId | null): number {
  return siblingsIn(database, folderId).reduce((next, { position }) => Math.max(next, position + 1), 1);
}

function place(database: Database, id: string, folderId: FolderId | null, position: number): void {
  if (sourceById(database, id as SourceId)) placeSource(database, id as SourceId, folderId, position);
  else placeFolder(database, id as FolderId, folderId, position);
}

/** Returns how many quotations went with the document. */
function deleteWithContents(database: Database, id: SourceId): number {
  for (const coding of codingsOfSource(database, id)) deleteCoding(database, coding.id);
  const quotations = quotationsOfSource(database, id);
  for (const quotation of quotations) {
    if (quotation.hasMemo) {
      for (const memo of memosOn(database, { kind: 'quotation', id: quotation.id }))
        deleteMemo(database, memo.id);
    }
    deleteQuotation(database, quotation.id);
  }
  for (const memo of memosOn(database, { kind: 'source', id })) deleteMemo(database, memo.id);
  deleteSegmentsOfSource(database, id);
  deleteSource(database, id);
  return quotations.length;
}
