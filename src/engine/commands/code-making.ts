import { type CodeTree, createCodeTree } from '../../core/code-tree';
import { nextColor } from '../../core/colors';
import type { Code } from '../../core/entities';
import type { CodeId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { insertCode, listCodes } from '../../storage/repositories/codes';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { ChangeContext } from '../context';

export function codeTree(database: ReadableDatabase): CodeTree<Code> {
  return createCodeTree(listCodes(database));
}

export function knownCode(tree: CodeTree<Code>, id: CodeId): Code {
  const code = tree.get(id);
  if (!code) throw new ExpectedError('notFound', 'This code is not in the project (any more).');
  return code;
}

/** A code to be made; a name and a place are all it needs. */
export type NewCode = Pick<Code, 'name' | 'parentId'> &
  Partial<
    Pick<Code, 'color' | 'definition' | 'whenToUse' | 'whenNotToUse' | 'examples' | 'isCodable' | 'status'>
  >;

export function createCode(context: ChangeContext, wanted: NewCode): Code {
  const tree = codeTree(context.database);
  if (wanted.parentId !== null) knownCode(tree, wanted.parentId);
  refuseDepth(tree, wanted.parentId, null);
  if (tree.sibling(wanted.parentId, wanted.name)) refuseName(wanted.name, wanted.parentId, tree);
  const code: Code = {
    id: context.newId<CodeId>(),
    parentId: wanted.parentId,
    name: wanted.name,
    color:
      wanted.color ??
      branchColor(tree, wanted.parentId) ??
      nextColor(tree.flattened.map(({ color }) => color)),
    definition: wanted.definition ?? '',
    whenToUse: wanted.whenToUse ?? '',
    whenNotToUse: wanted.whenNotToUse ?? '',
    examples: wanted.examples ?? '',
    isCodable: wanted.isCodable ?? true,
    status: wanted.status ?? 'inUse',
    position: Math.max(1, tree.nextPosition(wanted.parentId)),
    createdAt: context.now,
    modifiedAt: context.now,
    coderId: context.coder.id,
  };
  insertCode(context.database, code);
  return code;
}

/** The colour of a branch, where all of it has one (and it is more than one code). */
function branchColor(tree: CodeTree<Code>, parentId: CodeId | null): string | undefined {
  const parent = parentId === null ? undefined : tree.get(parentId);
  if (!parent) return undefined;
  const upwards = [parent, ...tree.ancestors(parent.id).toReversed()];
  const branch = upwards.find(({ id }) => tree.children(id).length > 0);
  if (!branch) return undefined;
  return tree.descendants(branch.id).every(({ color }) => color === branch.color) ? branch.color : undefined;
}

/** The code at a path (names from the top); it and those above it are made where they are missing. */
export function codeAtPath(
  context: ChangeContext,
  path: readonly string[],
  details: Omit<NewCode, 'name' | 'parentId'> = {},
): {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly isNew: boolean;
  readonly created: number;
} {
  let parentId: CodeId | null = null;
  let created = 0;
  for (const [level, name] of path.entries()) {
    const isLast = level === path.length - 1;
    const existing: Code | undefined = codeTree(context.database).sibling(parentId, name);
    const id: CodeId = existing?.id ?? createCode(context, { ...(isLast ? details : {}), name, parentId }).id;
    if (!existing) created += 1;
    if (isLast) return { id, parentId, isNew: !existing, created };
    parentId = id;
  }
  throw new ExpectedError('invalid', 'The code’s path is empty. Nothing was changed.');
}

/** No codebook that people read is nested this deep, and what reads it (other programs, browsers) has its limits. */
const deepest = 100;

/** Refuses a place beneath `parentId` for a code with its subcodes (null: a new one) that lies too deep. */
export function refuseDepth(tree: CodeTree<Code>, parentId: CodeId | null, code: Code | null): void {
  const top = parentId === null ? 0 : tree.depth(parentId) + 1;
  const own = code ? tree.depth(code.id) : 0;
  const below = code ? tree.descendants(code.id).map(({ id }) => tree.depth(id) - own) : [];
  if (Math.max(top, ...below.map((depth) => top + depth)) < deepest) return;
  throw new ExpectedError(
    'invalid',
    `Codes can be nested at most ${deepest} levels deep. Nothing was changed.`,
  );
}

export function refuseName(name: string, parentId: CodeId | null, tree: CodeTree<Code>): never {
  const where = parentId === null ? 'at the top of the codebook' : `under ${tree.get(parentId)?.name ?? ''}`;
  throw new ExpectedError(
    'conflict',
    `There is already a code called ${name} ${where}. Nothing was changed.`,
  );
}
