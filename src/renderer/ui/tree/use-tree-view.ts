import {
  type DragTarget,
  dragAndDropFeature,
  hotkeysCoreFeature,
  type ItemInstance,
  keyboardDragAndDropFeature,
  renamingFeature,
  selectionFeature,
  syncDataLoaderFeature,
  type TreeInstance,
} from '@headless-tree/core';
import { useTree } from '@headless-tree/react';
import { useMemo, useRef } from 'react';
import { focusAtOnce } from './focus-at-once';
import { altIsHeld } from './modifier-keys';
import { type DropPlace, parentOf, rootId, type TreeModel } from './tree-model';

export interface TreeViewOptions<T> {
  readonly model: TreeModel<T>;
  readonly expandedIds: readonly string[];
  readonly onExpandedChange: (ids: readonly string[]) => void;
  readonly selectedIds: readonly string[];
  readonly onSelectedChange: (ids: readonly string[]) => void;
  readonly canEdit: boolean;
  /** A click. */
  readonly onOpen: (id: string) => void;
  /** Enter or a double click; as a click where it is left out. */
  readonly onActivate?: (id: string) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onDelete?: (ids: readonly string[]) => void;
  readonly canDrop: (ids: readonly string[], place: DropPlace) => boolean;
  readonly onDrop: (ids: readonly string[], place: DropPlace, isAlt: boolean) => void;
  /** Type under which a dragged row's id travels, for drop targets outside the tree. */
  readonly dragFormat: string;
  readonly scrollToIndex: (index: number) => void;
}

/** The tree's behaviour: keys, selection, renaming in place, dragging by mouse and by keys. */
export function useTreeView<T>(options: TreeViewOptions<T>): TreeInstance<T | null> {
  const { model, canEdit } = options;
  const dataLoader = useMemo(
    () => ({
      getItem: (id: string) => model.get(id) ?? null,
      getChildren: (id: string) => [...model.childIds(parentOf(id))],
    }),
    [model],
  );
  const tree = useTree<T | null>({
    rootItemId: rootId,
    dataLoader,
    getItemName: (item) => nameOf(model, item),
    isItemFolder: (item) => isFolder(model, item),
    features: [
      syncDataLoaderFeature,
      selectionFeature,
      hotkeysCoreFeature,
      dragAndDropFeature,
      keyboardDragAndDropFeature,
      renamingFeature,
      focusAtOnce,
    ],
    // The same arrays as long as they are the same: a new one makes the tree list its rows anew.
    state: {
      expandedItems: options.expandedIds as string[],
      selectedItems: options.selectedIds as string[],
    },
    setExpandedItems: (next) => options.onExpandedChange(applied(next, options.expandedIds)),
    setSelectedItems: (next) => options.onSelectedChange(applied(next, options.selectedIds)),
    indent: 16,
    canReorder: true,
    reorderAreaPercentage: 0.28,
    canDrag: () => canEdit,
    canDrop: (items, target) => options.canDrop(idsOf(items), placeOf(items, target)),
    onDrop: (items, target) => options.onDrop(idsOf(items), placeOf(items, target), altIsHeld()),
    // What comes from outside the tree is never its: files are the window's (`DropZone`).
    canDropForeignDragObject: () => false,
    canDragForeignDragObjectOver: () => false,
    createForeignDragObject: (items) => ({
      format: options.dragFormat,
      data: idsOf(items).join('\n'),
      effectAllowed: 'copyMove',
    }),
    canRename: () => canEdit,
    onRename: (item, value) => {
      const name = value.trim();
      if (name !== '' && name !== item.getItemName()) options.onRename(item.getId(), name);
    },
    onPrimaryAction: (item) => options.onOpen(item.getId()),
    scrollToItem: (item) => options.scrollToIndex(item.getItemMeta().index),
    hotkeys: {
      customOpen: {
        hotkey: 'Enter',
        preventDefault: true,
        isEnabled: (instance) => !instance.getState().dnd && !instance.isRenamingItem(),
        handler: (_event, instance) => {
          const id = instance.getFocusedItem()?.getId();
          if (id !== undefined) (options.onActivate ?? options.onOpen)(id);
        },
      },
      customDelete: {
        hotkey: 'Delete',
        isEnabled: (instance) => canEdit && !instance.isRenamingItem(),
        handler: (_event, instance) => {
          const focused = instance.getFocusedItem()?.getId();
          const selected = options.selectedIds;
          if (focused) options.onDelete?.(selected.includes(focused) ? selected : [focused]);
        },
      },
    },
  });
  // The tree keeps its own list of rows: it has to be told that rows came, went or moved. Told here and not in an
  // effect, it has them when it is drawn now.
  const listed = useRef<TreeModel<T> | null>(null);
  if (listed.current !== model) tree.scheduleRebuildTree();
  listed.current = model;
  return tree;
}

function applied(
  next: string[] | ((old: string[]) => string[]),
  before: readonly string[],
): readonly string[] {
  return typeof next === 'function' ? next([...before]) : next;
}

function idsOf<T>(items: readonly ItemInstance<T>[]): readonly string[] {
  return items.map((item) => item.getId());
}

function nameOf<T>(model: TreeModel<T>, item: ItemInstance<T | null>): string {
  const data = model.get(item.getId());
  return data ? model.nameOf(data) : '';
}

function isFolder<T>(model: TreeModel<T>, item: ItemInstance<T | null>): boolean {
  const data = model.get(item.getId());
  return data !== undefined && model.isFolder(data);
}

function placeOf<T>(dragged: readonly ItemInstance<T>[], target: DragTarget<T>): DropPlace {
  const id = parentOf(target.item.getId());
  if (!('childIndex' in target)) return { kind: 'onto', id };
  const moving = new Set(idsOf(dragged));
  const before = target.item
    .getChildren()
    .slice(target.childIndex)
    .find((sibling) => !moving.has(sibling.getId()));
  return { kind: 'between', parentId: id, beforeId: before?.getId() ?? null };
}
