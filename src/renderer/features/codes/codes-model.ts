import type { CodeRow } from '../../../contract/queries';
import { type CodeTree, createCodeTree } from '../../../core/code-tree';
import type { CodeId } from '../../../core/ids';
import { folded } from '../../../core/text';
import type { TreeModel } from '../../ui/tree/tree-model';

export { folded };

export interface CodesModel extends TreeModel<CodeRow> {
  readonly tree: CodeTree<CodeRow>;
  /** Codes that have something below them. */
  readonly folderIds: readonly CodeId[];
  /** Null: everything is shown. */
  readonly matches: ReadonlySet<CodeId> | null;
}

/** The codes as a tree; with a filter, those whose name or path matches, and what is above them. */
export function codesModel(codes: readonly CodeRow[], filter: string): CodesModel {
  const tree = createCodeTree(codes);
  const matches = matchingCodes(tree, filter);
  const shown = matches && withAncestors(tree, matches);
  const children = (id: CodeId | null) =>
    tree.children(id).filter((code) => shown === null || shown.has(code.id));
  return {
    tree,
    matches,
    get: (id) => tree.get(id as CodeId),
    childIds: (id) => children(id as CodeId | null).map((code) => code.id),
    nameOf: (code) => code.name,
    isFolder: (code) => children(code.id).length > 0,
    folderIds: tree.flattened.filter(({ id }) => tree.children(id).length > 0).map(({ id }) => id),
  };
}

/** All words of the filter must be in the path, one of them in the name itself. */
function matchingCodes(tree: CodeTree<CodeRow>, filter: string): ReadonlySet<CodeId> | null {
  const words = folded(filter)
    .split(/[\s>]+/)
    .filter(Boolean);
  if (words.length === 0) return null;
  const found = tree.flattened.filter((code) => {
    const path = folded(code.path);
    const name = folded(code.name);
    return words.every((word) => path.includes(word)) && words.some((word) => name.includes(word));
  });
  return new Set(found.map(({ id }) => id));
}

function withAncestors(tree: CodeTree<CodeRow>, ids: ReadonlySet<CodeId>): ReadonlySet<CodeId> {
  return new Set([...ids].flatMap((id) => [id, ...tree.ancestors(id).map((code) => code.id)]));
}
