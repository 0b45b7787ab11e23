import type { CodeRow } from '../../../contract/queries';
import { type CodeTree, createCodeTree } from '../../../core/code-tree';
import type { CodeId } from '../../../core/ids';
import { once } from '../../../core/once';
import { folded } from '../../../core/text';
import type { TreeModel } from '../../ui/tree/tree-model';

export { folded };

export const codeSorts = ['manual', 'name', 'codings'] as const;
/** How siblings are ordered in the window; the codebook's own order is the manual one. */
export type CodeSort = (typeof codeSorts)[number];

/** What of the codebook is looked at. */
export interface CodesQuestion {
  readonly filter: string;
  readonly sort: CodeSort;
  /** The codes of a set; null: all. */
  readonly within: ReadonlySet<CodeId> | null;
  readonly hidesRetired: boolean;
}

export interface CodesModel extends TreeModel<CodeRow> {
  readonly tree: CodeTree<CodeRow>;
  /** Codes that have something below them. */
  readonly folderIds: readonly CodeId[];
  /** Null: everything is shown. */
  readonly matches: ReadonlySet<CodeId> | null;
  /** Whether rows can be put between others: not while the order is another than the codebook's. */
  readonly isInOwnOrder: boolean;
}

/** The codes as a tree, for many questions. */
export function codesAsTree(codes: readonly CodeRow[]): CodeTree<CodeRow> {
  return createCodeTree(codes);
}

const everything: CodesQuestion = { filter: '', sort: 'manual', within: null, hidesRetired: false };

/** What a question leaves of the tree: the codes that match, and what is above them. */
export function codesModel(tree: CodeTree<CodeRow>, question: Partial<CodesQuestion> = {}): CodesModel {
  const { filter, sort, within, hidesRetired } = { ...everything, ...question };
  const matches = matchingCodes(tree, { filter, sort, within, hidesRetired });
  const shown = matches && withAncestors(tree, matches);
  const lists = new Map<CodeId | null, readonly CodeRow[]>();
  const children = (id: CodeId | null) => {
    const known = lists.get(id);
    if (known) return known;
    const list = ordered(
      shown === null ? tree.children(id) : tree.children(id).filter((code) => shown.has(code.id)),
      sort,
    );
    lists.set(id, list);
    return list;
  };
  return {
    tree,
    matches,
    isInOwnOrder: sort === 'manual',
    get: (id) => tree.get(id as CodeId),
    childIds: (id) => children(id as CodeId | null).map((code) => code.id),
    nameOf: (code) => code.name,
    isFolder: (code) => children(code.id).length > 0,
    folderIds: tree.flattened.filter(({ id }) => tree.children(id).length > 0).map(({ id }) => id),
  };
}

const byName = once(() => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

function ordered(codes: readonly CodeRow[], sort: CodeSort): readonly CodeRow[] {
  if (sort === 'name') return codes.toSorted((a, b) => byName().compare(a.name, b.name));
  if (sort === 'codings') {
    return codes.toSorted(
      (a, b) => b.codingsWithSubcodes - a.codingsWithSubcodes || byName().compare(a.name, b.name),
    );
  }
  return codes;
}

/** All words of the filter must be in the path, one of them in the name itself. */
function matchingCodes(
  tree: CodeTree<CodeRow>,
  { filter, within, hidesRetired }: CodesQuestion,
): ReadonlySet<CodeId> | null {
  const words = folded(filter)
    .split(/[\s>]+/)
    .filter(Boolean);
  const hidesSome = hidesRetired && tree.flattened.some(({ status }) => status === 'retired');
  if (words.length === 0 && within === null && !hidesSome) return null;
  const found = tree.flattened.filter((code) => {
    if (within !== null && !within.has(code.id)) return false;
    if (hidesSome && code.status === 'retired') return false;
    if (words.length === 0) return true;
    const name = folded(code.name);
    if (!words.some((word) => name.includes(word))) return false;
    const path = folded(code.path);
    return words.every((word) => path.includes(word));
  });
  return new Set(found.map(({ id }) => id));
}

function withAncestors(tree: CodeTree<CodeRow>, ids: ReadonlySet<CodeId>): ReadonlySet<CodeId> {
  const all = new Set<CodeId>(ids);
  for (const id of ids) {
    for (let above = tree.parent(id); above && !all.has(above.id); above = tree.parent(above.id))
      all.add(above.id);
  }
  return all;
}
