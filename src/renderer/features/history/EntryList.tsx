import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { HistoryOutline } from '../../../contract/history';
import { useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { listStep } from '../memos/list-step';
import { EntryRow } from './EntryRow';
import { linesOf } from './history-lines';
import { useEntries } from './use-entries';

export interface EntryListProps {
  readonly outline: HistoryOutline;
  /** Lifts the filter for an entry that it hides. */
  readonly onShowHidden: (sequence: number) => void;
}

const dayHeight = 40;
const entryHeight = 30;

/** All entries under their days. Arrow keys walk, Enter opens, W writes why; only what is in sight is read. */
export function EntryList({ outline, onShowHidden }: EntryListProps) {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const scroller = useRef<HTMLDivElement>(null);
  const { sequences } = outline;
  const { lines, places } = useMemo(() => linesOf(outline), [outline]);
  const [chosen, setActive] = useState<number | null>(null);
  const [focusWish, setFocusWish] = useState<number | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [explaining, setExplaining] = useState<number | null>(null);

  const count = sequences.length;
  /** From the newest, 0; -1 for an entry that is not in the list. */
  const placeOf = (sequence: number) => count - 1 - sequences.lastIndexOf(sequence);
  const found = chosen === null ? 0 : placeOf(chosen);
  const at = found >= count ? 0 : found;
  const active = sequences[count - 1 - at] ?? null;
  const activeLine = places[at] ?? 0;

  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? dayHeight : entryHeight),
    getItemKey: (index) => {
      const line = lines[index];
      return line?.kind === 'entry' ? line.sequence : `day ${line?.time ?? index}`;
    },
    overscan: 12,
    // The entry that the keyboard is at stays, so that Tab finds the list.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        [...new Set([...defaultRangeExtractor(range), activeLine])].sort((a, b) => a - b),
      [activeLine],
    ),
  });
  const items = rows.getVirtualItems();
  const inSight = items.flatMap(({ index }) => {
    const line = lines[index];
    return line?.kind === 'entry' && index !== activeLine ? [line.index] : [];
  });
  const activeIndex = count - 1 - at;
  const entries = useEntries(
    sequences,
    inSight.length > 0 ? Math.min(...inSight) : activeIndex,
    inSight.length > 0 ? Math.max(...inSight) : activeIndex,
  );

  const goTo = (place: number) => {
    const sequence = sequences[count - 1 - place];
    const line = places[place];
    if (sequence === undefined || line === undefined) return;
    setActive(sequence);
    setFocusWish(sequence);
    // The day's heading comes along with its first entry.
    rows.scrollToIndex(lines[line - 1]?.kind === 'day' ? line - 1 : line);
  };
  const show = (sequence: number) => {
    const place = placeOf(sequence);
    if (place >= count) onShowHidden(sequence);
    else goTo(place);
  };
  const toggle = (sequence: number) => {
    const next = new Set(opened);
    if (!next.delete(sequence)) next.add(sequence);
    setOpened(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isOnLine = event.target instanceof HTMLElement && event.target.matches('.history__line');
    if (!isOnLine || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === 'w' && active !== null && !isReadOnly) {
      event.preventDefault();
      setExplaining(active);
      return;
    }
    const isOpen = active !== null && opened.has(active);
    if (active !== null && event.key === (isOpen ? 'ArrowLeft' : 'ArrowRight')) {
      event.preventDefault();
      toggle(active);
      return;
    }
    const next = listStep(event.key, { at, count });
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <section
      className="page__scroller history__scroller"
      ref={scroller}
      data-keyboard-first=""
      aria-label={t('history:list')}
      onKeyDown={onKeyDown}
    >
      <ol className="page__list history__list" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const line = lines[index];
          if (!line) return null;
          const entry = line.kind === 'entry' ? entries.get(line.sequence) : undefined;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.kind === 'day' ? (
                <h3 className="history__day">{dayFormat.format(new Date(line.time))}</h3>
              ) : entry ? (
                <EntryRow
                  entry={entry}
                  isActive={line.sequence === active}
                  isOpen={opened.has(line.sequence)}
                  isExplaining={explaining === line.sequence}
                  isReadOnly={isReadOnly}
                  wantsFocus={focusWish === line.sequence}
                  onFocus={() => {
                    setActive(line.sequence);
                    setFocusWish(null);
                  }}
                  onToggle={() => toggle(line.sequence)}
                  onExplain={(isOn) => setExplaining(isOn ? line.sequence : null)}
                  onShow={show}
                />
              ) : (
                <div className="history__waiting" />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
