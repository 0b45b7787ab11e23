/** What a tree shows, whatever it is of: documents in folders, codes below codes. */
export interface TreeModel<T> {
  get(id: string): T | undefined;
  /** Children in order; `null` gives the top. */
  childIds(id: string | null): readonly string[];
  nameOf(item: T): string;
  /** Whether it can be opened and closed. */
  isFolder(item: T): boolean;
}

/** Where dragged things were let go. */
export type DropPlace =
  /** On a row, or on the empty space below all (`id` null). */
  | { readonly kind: 'onto'; readonly id: string | null }
  /** Between rows: below this parent, before this sibling; null is last. */
  | { readonly kind: 'between'; readonly parentId: string | null; readonly beforeId: string | null };

/** Stands for the invisible top. */
export const rootId = 'root';

export function parentOf(id: string): string | null {
  return id === rootId ? null : id;
}
