import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, FileText } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SourceId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { formatNumber, useTranslation } from '../../i18n';
import { classNames, holdFocus } from '../../ui';
import { type OnePlaceRow, type PlaceRow, type PlacesIn, placeRows, spanOf } from './place-rows';
import { Tick, type TickState } from './Tick';

export interface PlaceTreeProps<T extends PlacesIn> {
  /** Name for assistive technology. */
  readonly label: string;
  readonly className?: string;
  readonly found: readonly T[];
  readonly closed: ReadonlySet<SourceId>;
  readonly names: ReadonlyMap<SourceId, string>;
  /** What was asked: another question begins at the top. */
  readonly question: unknown;
  readonly tickOf: (row: PlaceRow<T>) => TickState;
  /** How many of a document's places are ticked. */
  readonly tickedIn: (found: T) => number;
  /** A place that can't be ticked. */
  readonly isDone?: (row: OnePlaceRow<T>) => boolean;
  readonly onToggle: (row: PlaceRow<T>) => void;
  readonly onToggleClosed: (id: SourceId) => void;
  /** The words of a place, behind its tick. */
  readonly children: (row: OnePlaceRow<T>) => ReactNode;
}

const rowHeight = 28;
/** Lines that Page Up and Page Down go. */
const page = 12;

/** Places by document, in their surroundings, each with a tick; a tree for the keyboard, of any length. */
export function PlaceTree<T extends PlacesIn>(props: PlaceTreeProps<T>) {
  const { label, className, found, closed, names, question, onToggle, onToggleClosed } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => placeRows(found, closed), [found, closed]);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, rows.count - 1);
  const list = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [question]);

  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.count - 1, to));
    setActive(next);
    list.scrollToIndex(next);
  };
  const act = (row: PlaceRow<T>, isBeside: boolean) => {
    if (row.kind === 'document') onToggleClosed(row.found.sourceId);
    else openPlace(row, isBeside);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.row(active);
    if (!row) return;
    const { key } = event;
    if (key === 'ArrowDown') go(active + 1);
    else if (key === 'ArrowUp') go(active - 1);
    else if (key === 'PageDown') go(active + page);
    else if (key === 'PageUp') go(active - page);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(rows.count - 1);
    else if (key === 'Enter') act(row, event.ctrlKey || event.metaKey);
    else if (key === ' ') onToggle(row);
    else if (key === 'ArrowRight' && row.kind === 'document' && row.isClosed)
      onToggleClosed(row.found.sourceId);
    else if (key === 'ArrowLeft' && row.kind === 'document' && !row.isClosed)
      onToggleClosed(row.found.sourceId);
    else if (key === 'ArrowLeft' && row.kind === 'place') go(rows.lineOf(row.found.sourceId));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className={classNames('page__scroller hit-list', className)}
      role="tree"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={holdFocus}
    >
      <div className="hit-list__all" role="presentation" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows.row(index);
          return (
            row && (
              <Line
                {...props}
                key={index}
                id={`${id}-${index}`}
                row={row}
                top={start}
                isActive={index === active}
                name={names.get(row.found.sourceId) ?? ''}
                onAct={(isBeside) => {
                  setActive(index);
                  act(row, isBeside);
                }}
                onToggle={() => {
                  setActive(index);
                  onToggle(row);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function openPlace<T extends PlacesIn>({ found, place }: OnePlaceRow<T>, isBeside: boolean): void {
  openTab(
    { kind: 'document', sourceId: found.sourceId },
    { reveal: spanOf(found, place), ...(isBeside ? { split: 'right' } : {}) },
  );
}

interface LineProps<T extends PlacesIn>
  extends Pick<PlaceTreeProps<T>, 'tickOf' | 'tickedIn' | 'isDone' | 'children'> {
  readonly id: string;
  readonly row: PlaceRow<T>;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  /** Of the document. */
  readonly name: string;
  readonly onAct: (isBeside: boolean) => void;
  readonly onToggle: () => void;
}

function Line<T extends PlacesIn>(props: LineProps<T>) {
  const { id, row, top, isActive, name, tickOf, tickedIn, isDone, onAct, onToggle, children } = props;
  const { t } = useTranslation();
  const onClick = (event: MouseEvent) => {
    const isTick = event.target instanceof Element && event.target.closest('.tick') !== null;
    if (isTick) onToggle();
    else onAct(event.ctrlKey || event.metaKey);
  };
  const isDocument = row.kind === 'document';
  const isOver = row.kind === 'place' && (isDone?.(row) ?? false);
  const tick = tickOf(row);
  const all = row.found.spans.length / 2;
  const ticked = tickedIn(row.found);
  const Chevron = isDocument && row.isClosed ? ChevronRight : ChevronDown;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keyboard
    <div
      id={id}
      className={classNames(
        'hit',
        isDocument && 'hit--document',
        isActive && 'is-active',
        isOver && 'is-coded',
      )}
      style={{ transform: `translateY(${top}px)` }}
      role="treeitem"
      tabIndex={-1}
      aria-level={isDocument ? 1 : 2}
      aria-checked={tick}
      aria-disabled={isOver || undefined}
      {...(isDocument ? { 'aria-expanded': !row.isClosed } : {})}
      onClick={onClick}
    >
      {isDocument && <Chevron size={14} strokeWidth={1.5} aria-hidden />}
      <Tick state={tick} />
      {isDocument ? (
        <>
          <FileText size={14} strokeWidth={1.5} aria-hidden />
          <span className="hit__name">{name}</span>
          <span className="hit__count">
            {ticked === all ? formatNumber(all) : t('find:some', { some: ticked, all })}
          </span>
        </>
      ) : (
        children(row)
      )}
    </div>
  );
}
