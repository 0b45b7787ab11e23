import type { Label } from '../../contract/labels';
import { type CodeTree, createCodeTree, isSameName, pathSeparator } from '../../core/code-tree';
import { nextColor } from '../../core/colors';
import type { Code } from '../../core/entities';
import type { CodeId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { deleteCode, insertCode, listCodes, placeCode, updateCode } from '../../storage/repositories/codes';
import {
  changeCoding,
  codingsOfCode,
  deleteCoding,
  deleteQuotationIfBare,
  findCoding,
} from '../../storage/repositories/codings';
import { deferForeignKeys } from '../../storage/repositories/foreign-keys';
import { deleteMemo, memosOn } from '../../storage/repositories/memos';
import type { Database, ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeContext, ChangeHandlers } from '../context';
import { placeAmong } from '../siblings';
import { uniteMemos } from './unite-memos';

export const codeCommands: ChangeHandlers<
  'code.create' | 'code.createPath' | 'code.update' | 'code.move' | 'code.delete' | 'code.merge'
> = {
  'code.create': (args) => (context) => {
    const code = createCode(context, { ...args, parentId: args.parentId ?? null });
    return {
      value: { id: code.id },
      label: { key: code.isCodable ? 'code.create' : 'code.createFolder', values: { code: code.name } },
    };
  },

  'code.createPath': (args) => (context) => {
    const { path, ...details } = args;
    let parentId: CodeId | null = null;
    let created = 0;
    for (const [level, name] of path.entries()) {
      const isLast = level === path.length - 1;
      const existing: Code | undefined = codeTree(context.database).sibling(parentId, name);
      if (existing && isLast) refuseName(name, parentId, codeTree(context.database));
      parentId = existing?.id ?? createCode(context, { ...(isLast ? details : {}), name, parentId }).id;
      if (!existing) created += 1;
    }
    return {
      value: { id: parentId as CodeId, created },
      label: { key: 'code.create', values: { code: path.join(pathSeparator) } },
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
    if (args.parentId !== null) knownCode(tree, args.parentId);
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
    return {
      value: null,
      label:
        codes.length === 1
          ? { key: 'code.move.one', values: { code: codes[0]?.name ?? '' } }
          : { key: 'code.move.many', values: { count: codes.length } },
    };
  },

  'code.delete': (args) => (context) => {
    const tree = codeTree(context.database);
    const code = knownCode(tree, args.id);
    for (const each of [...tree.descendants(code.id)].reverse()) deleteOne(context.database, each.id);
    deleteOne(context.database, code.id);
    return { value: null, label: { key: 'code.delete', values: { code: code.name } } };
  },

  'code.merge': (args) => (context) => {
    const { database } = context;
    const into = knownCode(codeTree(database), args.intoId);
    const from = args.fromIds.map((id) => knownCode(codeTree(database), id));
    // A code leaves before its subcodes take its place, as one of them may have its name.
    deferForeignKeys(database);
    let codings = 0;
    for (const code of from) codings += mergeOne(context, code, into);
    return {
      value: { codings },
      label:
        from.length === 1
          ? { key: 'code.merge', values: { from: from[0]?.name ?? '', code: into.name } }
          : { key: 'code.merge.many', values: { count: from.length, code: into.name } },
    };
  },
};

export function codeTree(database: ReadableDatabase): CodeTree<Code> {
  return createCodeTree(listCodes(database));
}

export function knownCode(tree: CodeTree<Code>, id: CodeId): Code {
  const code = tree.get(id);
  if (!code) throw new ExpectedError('notFound', 'This code is not in the project (any more).');
  return code;
}

type NewCode = Pick<Code, 'name' | 'parentId'> &
  Partial<Pick<Code, 'color' | 'definition' | 'whenToUse' | 'whenNotToUse' | 'examples' | 'isCodable'>>;

export function createCode(context: ChangeContext, wanted: NewCode): Code {
  const tree = codeTree(context.database);
  if (wanted.parentId !== null) knownCode(tree, wanted.parentId);
  refuseDepth(tree, wanted.parentId, null);
  if (tree.sibling(wanted.parentId, wanted.name)) refuseName(wanted.name, wanted.parentId, tree);
  const code: Code = {
    id: context.newId<CodeId>(),
    parentId: wanted.parentId,
    name: wanted.name,
    color: wanted.color ?? nextColor(tree.flattened.map(({ color }) => color)),
    definition: wanted.definition ?? '',
    whenToUse: wanted.whenToUse ?? '',
    whenNotToUse: wanted.whenNotToUse ?? '',
    examples: wanted.examples ?? '',
    isCodable: wanted.isCodable ?? true,
    position: Math.max(1, tree.nextPosition(wanted.parentId)),
    createdAt: context.now,
    modifiedAt: context.now,
    coderId: context.coder.id,
  };
  insertCode(context.database, code);
  return code;
}

/** No codebook that people read is nested this deep, and what reads it (other programs, browsers) has its limits. */
const deepest = 100;

/** Refuses a place beneath `parentId` for a code with its subcodes (null: a new one) that lies too deep. */
function refuseDepth(tree: CodeTree<Code>, parentId: CodeId | null, code: Code | null): void {
  const top = parentId === null ? 0 : tree.depth(parentId) + 1;
  const own = code ? tree.depth(code.id) : 0;
  const below = code ? tree.descendants(code.id).map(({ id }) => tree.depth(id) - own) : [];
  if (Math.max(top, ...below.map((depth) => top + depth)) < deepest) return;
  throw new ExpectedError(
    'invalid',
    `Codes can be nested at most ${deepest} levels deep. Nothing was changed.`,
  );
}

function refuseName(name: string, parentId: CodeId | null, tree: CodeTree<Code>): never {
  const where = parentId === null ? 'at the top of the codebook' : `under ${tree.get(parentId)?.name ?? ''}`;
  throw new ExpectedError(
    'conflict',
    `There is already a code called ${name} ${where}. Nothing was changed.`,
  );
}

function definedOnly<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function updateLabel(before: Code, after: Code): Label {
  if (before.name !== after.name)
    return { key: 'code.rename', values: { from: before.name, code: after.name } };
  if (before.color !== after.color) return { key: 'code.recolor', values: { code: after.name } };
  return { key: 'code.update', values: { code: after.name } };
}

function deleteOne(database: Database, id: CodeId): void {
  for (const coding of codingsOfCode(database, id)) {
    deleteCoding(database, coding.id);
    deleteQuotationIfBare(database, coding.quotationId);
  }
  for (const memo of memosOn(database, { kind: 'code', id })) deleteMemo(database, memo.id);
  deleteCode(database, id);
}

/** Moves what `from` has to `into` and deletes it; returns how many codings moved. */
function mergeOne(context: ChangeContext, from: Code, into: Code): number {
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
  let moved = 0;
  const codings = codingsOfCode(database, from.id);
  if (!into.isCodable && codings.length > 0) {
    throw new ExpectedError(
      'invalid',
      `${into.name} is a folder and can’t take codings. Make it a code first. Nothing was changed.`,
    );
  }
  for (const coding of codings) {
    const twin = findCoding(database, { ...coding, codeId: into.id });
    if (twin) deleteCoding(database, coding.id);
    else {
      changeCoding(database, coding.id, { quotationId: coding.quotationId, codeId: into.id });
      moved += 1;
    }
  }
  uniteMemos(context, { kind: 'code', id: from.id }, { kind: 'code', id: into.id });
  takeOverWords(context, from, into.id);
  deleteCode(database, from.id);
  for (const child of tree.children(from.id)) {
    const namesake = codeTree(database).sibling(into.id, child.name, child.id);
    if (namesake) moved += mergeOne(context, child, namesake);
    else {
      refuseDepth(codeTree(database), into.id, child);
      placeCode(database, child.id, into.id, codeTree(database).nextPosition(into.id));
    }
  }
  return moved;
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
