import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SourceId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { useTranslation } from '../../i18n';
import { chooseHits, type FindViewState, toggleClosed } from './find-view-store';
import { HitLine } from './HitLine';
import { type HitRow, hitRows } from './hit-rows';

interface HitListProps {
  readonly state: FindViewState;
  readonly names: ReadonlyMap<SourceId, string>;
}

const rowHeight = 28;
/** Lines that Page Up and Page Down go. */
const page = 12;

/** Hits by document, in their surroundings; a tree for the keyboard. */
export function HitList({ state, names }: HitListProps) {
  const { t } = useTranslation();
  const { found, closed, left } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => hitRows(found, closed), [found, closed]);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, rows.count - 1);
  const list = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const { asked } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [asked]);

  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.count - 1, to));
    setActive(next);
    list.scrollToIndex(next);
  };
  const act = (row: HitRow, isBeside: boolean) => {
    if (row.kind === 'document') toggleClosed(row.found.sourceId);
    else openHit(row, isBeside);
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
    else if (key === ' ') toggleRow(row, left);
    else if (key === 'ArrowRight' && row.kind === 'document' && row.isClosed)
      toggleClosed(row.found.sourceId);
    else if (key === 'ArrowLeft' && row.kind === 'document' && !row.isClosed)
      toggleClosed(row.found.sourceId);
    else if (key === 'ArrowLeft' && row.kind === 'hit') go(rows.lineOf(row.found.sourceId));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="page__scroller hit-list"
      role="tree"
      aria-label={t('find:list')}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? `hit-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="hit-list__all" role="presentation" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows.row(index);
          return (
            row && (
              <HitLine
                key={index}
                row={row}
                index={index}
                top={start}
                isActive={index === active}
                name={names.get(row.found.sourceId) ?? ''}
                left={left.get(row.found.sourceId)}
                onAct={(isBeside) => {
                  setActive(index);
                  act(row, isBeside);
                }}
                onToggle={() => {
                  setActive(index);
                  toggleRow(row, left);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function openHit({ found, hit }: Extract<HitRow, { kind: 'hit' }>, isBeside: boolean): void {
  const start = found.spans[hit * 2] ?? 0;
  const end = found.spans[hit * 2 + 1] ?? start;
  openTab(
    { kind: 'document', sourceId: found.sourceId },
    { reveal: { start, end }, ...(isBeside ? { split: 'right' } : {}) },
  );
}

function toggleRow(row: HitRow, left: FindViewState['left']): void {
  const { sourceId, spans } = row.found;
  const out = left.get(sourceId);
  if (row.kind === 'document') chooseHits(sourceId, (out?.size ?? 0) > 0);
  else {
    const start = spans[row.hit * 2] ?? 0;
    chooseHits(sourceId, out?.has(start) ?? false, start);
  }
}
