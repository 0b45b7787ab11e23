import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SourceId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { useTranslation } from '../../i18n';
import { type AutocodeResult, tick, toggleClosed } from './autocode-store';
import { PlaceLine, tickOf } from './PlaceLine';
import { type PlaceRow, placeRows } from './place-rows';

interface PlaceListProps {
  readonly result: AutocodeResult;
  readonly names: ReadonlyMap<SourceId, string>;
}

const rowHeight = 28;
/** Lines that Page Up and Page Down go. */
const page = 12;

/** Places by document, in their surroundings, each with its tick; a tree for the keyboard. */
export function PlaceList({ result, names }: PlaceListProps) {
  const { t } = useTranslation();
  const { found, closed, rule } = result;
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
  const question = JSON.stringify(rule);
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
  const act = (row: PlaceRow, isBeside: boolean) => {
    if (row.kind === 'document') toggleClosed(row.found.sourceId);
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
    else if (key === ' ') toggle(row);
    else if (key === 'ArrowRight' && row.kind === 'document' && row.isClosed)
      toggleClosed(row.found.sourceId);
    else if (key === 'ArrowLeft' && row.kind === 'document' && !row.isClosed)
      toggleClosed(row.found.sourceId);
    else if (key === 'ArrowLeft' && row.kind === 'place') go(rows.lineOf(row.found.sourceId));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="page__scroller hit-list place-list"
      role="tree"
      aria-label={t('autocode:list')}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? `place-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="hit-list__all" role="presentation" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows.row(index);
          return (
            row && (
              <PlaceLine
                key={index}
                row={row}
                index={index}
                top={start}
                isActive={index === active}
                name={names.get(row.found.sourceId) ?? ''}
                onAct={(isBeside) => {
                  setActive(index);
                  act(row, isBeside);
                }}
                onToggle={() => {
                  setActive(index);
                  toggle(row);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function openPlace({ found, place }: Extract<PlaceRow, { kind: 'place' }>, isBeside: boolean): void {
  const start = found.spans[place * 2] ?? 0;
  const end = found.spans[place * 2 + 1] ?? start;
  openTab(
    { kind: 'document', sourceId: found.sourceId },
    { reveal: { start, end }, ...(isBeside ? { split: 'right' } : {}) },
  );
}

function toggle(row: PlaceRow): void {
  const isIn = tickOf(row) !== true;
  tick(isIn, row.found.sourceId, row.kind === 'place' ? row.place : undefined);
}
