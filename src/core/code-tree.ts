import type { Code } from './entities';
import type { CodeId } from './ids';

/** What of a code makes the tree. */
export type TreeCode = Pick<Code, 'id' | 'parentId' | 'name' | 'position'>;

export const pathSeparator = ' > ';

/**
 * The codes as a tree. Every code is in it exactly once, whatever the rows say: one whose parent is missing stands
 * at the top, and a ring of parents is cut open at its first code (CT5); a damaged project must still be readable.
 */
export interface CodeTree<T extends TreeCode = TreeCode> {
  readonly roots: readonly T[];
  get(id: CodeId): T | undefined;
  /** In order of position, then name. `null` gives the roots. */
  children(id: CodeId | null): readonly T[];
  parent(id: CodeId): T | undefined;
  /** From the top to the code's parent. */
  ancestors(id: CodeId): readonly T[];
  /** All below the code, in tree order, without it. */
  descendants(id: CodeId): readonly T[];
  /** 0 at the top. */
  depth(id: CodeId): number;
  /** Names from the top joined by ` > ` (CT1); empty for an unknown code. */
  path(id: CodeId): string;
  findByPath(path: string): T | undefined;
  /** Every code before its children, siblings in order: the order of codes in every table (CT2). */
  readonly flattened: readonly T[];
  /** Whether the code can't be moved there because it is the place itself or above it (CT3). */
  wouldMakeCycle(id: CodeId, newParentId: CodeId | null): boolean;
  /** A sibling that has this name already, `except` left out (CT4). */
  sibling(parentId: CodeId | null, name: string, except?: CodeId): T | undefined;
  /** The position after the last child. */
  nextPosition(parentId: CodeId | null): number;
}

export function createCodeTree<T extends TreeCode>(codes: readonly T[]): CodeTree<T> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const parents = safeParents(codes, byId);
  const childLists = new Map<CodeId | null, T[]>();
  for (const code of codes) {
    const parentId = parents.get(code.id) ?? null;
    const list = childLists.get(parentId);
    if (list) list.push(code);
    else childLists.set(parentId, [code]);
  }
  for (const list of childLists.values()) list.sort(bySiblingOrder);

  const children = (id: CodeId | null): readonly T[] => childLists.get(id) ?? [];
  const parent = (id: CodeId): T | undefined => {
    const parentId = parents.get(id);
    return parentId == null ? undefined : byId.get(parentId);
  };
  const ancestors = (id: CodeId): T[] => {
    const chain: T[] = [];
    for (let above = parent(id); above; above = parent(above.id)) chain.unshift(above);
    return chain;
  };
  const descendants = (id: CodeId | null): T[] => {
    const found: T[] = [];
    const waiting = [...children(id)].reverse();
    for (let code = waiting.pop(); code; code = waiting.pop()) {
      found.push(code);
      waiting.push(...[...children(code.id)].reverse());
    }
    return found;
  };
  const path = (id: CodeId): string => {
    const code = byId.get(id);
    return code ? [...ancestors(id), code].map(({ name }) => name).join(pathSeparator) : '';
  };
  const flattened = descendants(null);
  let byPath: Map<string, T> | undefined;

  return {
    roots: children(null),
    get: (id) => byId.get(id),
    children,
    parent,
    ancestors,
    descendants,
    depth: (id) => ancestors(id).length,
    path,
    findByPath(wanted) {
      // Compared as whole paths, so a name that itself holds “ > ” is found too.
      byPath ??= new Map([...flattened].reverse().map((code) => [path(code.id).normalize('NFC'), code]));
      return byPath.get(wanted.trim().normalize('NFC')) ?? byPath.get(tidyPath(wanted));
    },
    flattened,
    wouldMakeCycle: (id, newParentId) =>
      newParentId !== null && (id === newParentId || ancestors(newParentId).some((code) => code.id === id)),
    sibling: (parentId, name, except) =>
      children(parentId).find((code) => code.id !== except && isSameName(code.name, name)),
    nextPosition: (parentId) =>
      children(parentId).reduce((next, code) => Math.max(next, code.position + 1), 0),
  };
}

/**
 * The names of a written path, from the top; null where a level is empty. White space around ` > ` and at the ends
 * does not count; a `>` without white space on both sides belongs to the name.
 */
export function parseCodePath(path: string): string[] | null {
  const names = path.split(/(?<=\s|^)>(?=\s|$)/u).map((name) => name.replace(/\s+/gu, ' ').trim());
  return names.some((name) => name === '') ? null : names;
}

/** Two names are the same when they look the same: letters composed in different ways are, upper and lower case are not. */
export function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC');
}

function tidyPath(path: string): string {
  return (parseCodePath(path) ?? []).join(pathSeparator).normalize('NFC');
}

function bySiblingOrder(a: TreeCode, b: TreeCode): number {
  return a.position - b.position || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Each code's parent, with missing parents and rings cut. */
function safeParents<T extends TreeCode>(
  codes: readonly T[],
  byId: ReadonlyMap<CodeId, T>,
): Map<CodeId, CodeId | null> {
  const parents = new Map<CodeId, CodeId | null>();
  const isRooted = new Set<CodeId>();
  for (const code of codes) {
    const trail: CodeId[] = [];
    const onTrail = new Set<CodeId>();
    let at: T | undefined = code;
    while (at && !isRooted.has(at.id)) {
      if (onTrail.has(at.id)) {
        parents.set(at.id, null);
        break;
      }
      trail.push(at.id);
      onTrail.add(at.id);
      const above: T | undefined = at.parentId === null ? undefined : byId.get(at.parentId);
      parents.set(at.id, above?.id ?? null);
      at = above;
    }
    for (const id of trail) isRooted.add(id);
  }
  return parents;
}
