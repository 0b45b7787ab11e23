import type { ItemInstance, TreeInstance } from '@headless-tree/core';
import { AssistiveTreeDescription } from '@headless-tree/react';
import { type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import {
  type ComponentProps,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { t } from '../../i18n';
import { ContextMenu } from '../ContextMenu';
import { classNames } from '../class-names';
import type { MenuEntry } from '../menu-entry';
import './Tree.css';
import { letterOf, TypeAhead } from './type-ahead';
import { type TreeViewOptions, useTreeView } from './use-tree-view';

const rowHeight = 26;
/** Pixels from the panel's edge: the chevron stands beneath the panel's title, what the row says beside it. */
const inset = { chevron: 6, content: 26, contentAlone: 12, level: 16 };

export interface TreeRowState {
  readonly id: string;
  readonly isExpanded: boolean;
  readonly isFolder: boolean;
}

export interface TreeHandle {
  /** To a row where it is in sight, else to the one that had the keyboard last. */
  focus(id?: string | null): void;
  startRenaming(id: string): void;
  /** Scrolls a row into sight, and leaves keyboard and selection where they are. */
  reveal(id: string): void;
}

export interface TreeProps<T> extends Omit<TreeViewOptions<T>, 'scrollToIndex'> {
  /** Name for assistive technology. */
  readonly label: string;
  /** What stands in a row, after the chevron. The name is `row__name`; it is replaced while it is renamed. */
  readonly renderRow: (item: T, state: TreeRowState, name: ReactNode) => ReactNode;
  /** More than the name, for assistive technology: “17 codings”. */
  readonly note?: (item: T) => string;
  /** For the rows chosen, or the one under the pointer; none on the empty space below. */
  readonly menu: (ids: readonly string[]) => readonly MenuEntry[];
  /** What another way of dropping does; said in the row on which something would be dropped. */
  readonly dropHint?: string;
  /** The thing in front of the person right now, marked beside the selection. */
  readonly currentId?: string | null;
  readonly ref?: Ref<TreeHandle>;
}

type DragWords = NonNullable<ComponentProps<typeof AssistiveTreeDescription>['getLabel']>;

/** Said while rows are moved by keys (Ctrl+Shift+D, arrows, Enter). */
const dragWords: DragWords = (dnd) => {
  const target = dnd?.dragTarget;
  if (!target) return '';
  const names = dnd.draggedItems?.map((item) => item.getItemName()).join(', ') ?? '';
  const into = target.item.getItemName();
  if (!('childIndex' in target)) return t('tree.onto', { names, into });
  return t('tree.between', { names, into, place: target.childIndex + 1 });
};

/** An ARIA tree of any length: only the rows in view are in the page. */
export function Tree<T>(props: TreeProps<T>) {
  const { label, model, selectedIds, onSelectedChange, menu, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [menuIds, setMenuIds] = useState<readonly string[]>([]);
  const scrollTo = useRef((_index: number) => {});
  const tree = useTreeView<T>({ ...props, scrollToIndex: (index) => scrollTo.current(index) });
  const items = tree.getItems();
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // Rows are drawn before the tree has been measured, so that measuring it draws nothing again.
    initialRect: { width: 0, height: window.innerHeight },
    observeElementRect: observeSize,
    getItemKey: (index) => items[index]?.getId() ?? index,
  });
  // A plain list has no chevron to leave room for.
  const start = items.some((item) => item.isFolder()) ? inset.content : inset.contentAlone;
  scrollTo.current = (index) => index >= 0 && rows.scrollToIndex(index);

  useImperativeHandle(ref, () => ({
    focus: (id) => {
      const wanted = id == null ? undefined : tree.getItems().find((each) => each.getId() === id);
      const item = wanted ?? tree.getFocusedItem();
      const element = item?.getElement();
      item?.setFocused();
      // At once where the row is there: the next key may be on its way.
      if (element) element.focus();
      else tree.updateDomFocus();
    },
    startRenaming: (id) => tree.getItemInstance(id).startRenaming(),
    reveal: (id) => scrollTo.current(tree.getItems().findIndex((item) => item.getId() === id)),
  }));

  // A row that a filter or a closed branch has taken out of sight leaves its turn to the first one.
  useEffect(() => {
    const { focusedItem } = tree.getState();
    const isListed = focusedItem == null || items.some((item) => item.getId() === focusedItem);
    if (!isListed) items[0]?.setFocused();
  });

  // A row that was deleted leaves the keyboard to the one that takes its place.
  const focusedRow = useRef<{ readonly id: string; readonly index: number } | null>(null);
  useEffect(() => {
    const lost = focusedRow.current;
    if (!lost || document.activeElement !== document.body || model.get(lost.id)) return;
    focusedRow.current = null;
    const left = items.filter((item) => model.get(item.getId()));
    left[Math.min(lost.index, left.length - 1)]?.setFocused();
    tree.updateDomFocus();
  });
  const noteFocus = ({ target }: FocusEvent) => {
    const id = target.closest<HTMLElement>('[data-row-id]')?.dataset.rowId;
    const index = items.findIndex((item) => item.getId() === id);
    focusedRow.current = id === undefined ? null : { id, index };
  };

  const [typeAhead] = useState(() => new TypeAhead());
  const goToTyped = (event: KeyboardEvent) => {
    const letter = letterOf(event);
    if (letter === null || event.defaultPrevented || tree.isRenamingItem() || tree.getState().dnd) return;
    const names = items.map((item) => item.getItemName());
    const from = items.findIndex((item) => item.isFocused());
    const index = typeAhead.find(letter, names, { from, now: event.timeStamp });
    event.preventDefault();
    if (index < 0) return;
    items[index]?.setFocused();
    tree.updateDomFocus();
  };

  const chooseForMenu = (event: MouseEvent) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-row-id]')?.dataset.rowId;
    const isChosen = id !== undefined && selectedIds.includes(id);
    if (id !== undefined && !isChosen) onSelectedChange([id]);
    if (id === undefined) setMenuIds([]);
    else setMenuIds(isChosen ? selectedIds : [id]);
  };

  return (
    <ContextMenu items={() => menu(menuIds)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows within have the roles, and the menu key */}
      <div className="tree__scroller" ref={scroller} onContextMenu={chooseForMenu} onFocus={noteFocus}>
        <AssistiveTreeDescription tree={tree} getLabel={dragWords} />
        <div
          role="tree"
          {...tree.getContainerProps(label)}
          className="tree"
          onKeyDown={goToTyped}
          aria-multiselectable
          style={{ height: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map(({ index, key, start: top }) => {
            const item = items[index];
            const data = item && model.get(item.getId());
            if (!item || !data) return null;
            return <Row key={key} {...props} tree={tree} item={item} data={data} top={top} start={start} />;
          })}
          {/* Where nothing is dragged it would measure the page all the same. */}
          {tree.getState().dnd?.dragTarget && (
            <div className="tree__drop-line" style={tree.getDragLineStyle(-1, start)} />
          )}
        </div>
      </div>
    </ContextMenu>
  );
}

/** Unlike the library's own, it does not measure at once: that would lay the page out before it is whole. */
function observeSize(
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  tell: (rect: Rect) => void,
): (() => void) | undefined {
  if (!scrollElement) return undefined;
  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (box) tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

interface RowProps<T> extends TreeProps<T> {
  readonly tree: TreeInstance<T | null>;
  readonly item: ItemInstance<T | null>;
  readonly data: T;
  readonly top: number;
  /** Where the content of the top level begins. */
  readonly start: number;
}

function Row<T>(props: RowProps<T>) {
  const { tree, item, data, top, start, renderRow, note, dropHint, currentId, onActivate } = props;
  // The name comes from the row's own text. A click is ours: the library's would also open and close.
  const { onClick: _click, 'aria-label': _name, ...itemProps } = item.getProps();
  const id = item.getId();
  const { level } = item.getItemMeta();
  const isFolder = item.isFolder();
  const isExpanded = isFolder && item.isExpanded();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree's own keys do the same
    <div
      role="treeitem"
      tabIndex={-1}
      aria-selected={item.isSelected()}
      {...itemProps}
      className={classNames(
        'row',
        item.isSelected() && 'row--selected',
        currentId === id && 'row--current',
        item.isUnorderedDragTarget() && 'row--drop',
      )}
      data-row-id={id}
      aria-description={note?.(data)}
      style={{ transform: `translateY(${top}px)`, paddingLeft: start + level * inset.level }}
      onClick={(event) => choose(tree, item, event)}
      onFocus={(event) => {
        // Keys act on the row that has the focus, however it came by it.
        if (event.target === event.currentTarget && !item.isFocused()) item.setFocused();
      }}
      onDoubleClick={() => !item.isRenaming() && onActivate?.(id)}
    >
      {isFolder && (
        <button
          type="button"
          className="row__chevron"
          tabIndex={-1}
          aria-hidden
          data-expanded={isExpanded || undefined}
          style={{ left: inset.chevron + level * inset.level }}
          onClick={(event) => {
            event.stopPropagation();
            if (isExpanded) item.collapse();
            else item.expand();
          }}
        >
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
      {renderRow(data, { id, isExpanded, isFolder }, <RowName tree={tree} item={item} />)}
      {dropHint && item.isUnorderedDragTarget() && (
        <span className="row__drop-hint" aria-hidden>
          {dropHint}
        </span>
      )}
    </div>
  );
}

function RowName<T>({ tree, item }: Pick<RowProps<T>, 'tree' | 'item'>) {
  if (!item.isRenaming()) return <span className="row__name">{item.getItemName()}</span>;
  return (
    <input
      {...item.getRenameInputProps()}
      className="row__rename"
      aria-label={item.getItemName()}
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => tree.isRenamingItem() && tree.completeRenaming()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

/** A plain click also opens; with Ctrl or Shift it only chooses. */
function choose<T>(tree: TreeInstance<T | null>, item: ItemInstance<T | null>, event: MouseEvent): void {
  const isAdding = event.ctrlKey || event.metaKey;
  item.setFocused();
  if (event.shiftKey) {
    item.selectUpTo(isAdding);
    return;
  }
  // The library sets its anchor for Shift only in the click handler that also opens and closes folders.
  tree.getDataRef<{ selectUpToAnchorId?: string }>().current.selectUpToAnchorId = item.getId();
  if (isAdding) {
    item.toggleSelect();
    return;
  }
  tree.setSelectedItems([item.getId()]);
  item.primaryAction();
}
