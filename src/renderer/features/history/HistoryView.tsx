import { useVirtualizer } from '@tanstack/react-virtual';
import { History, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { HistoryEntry } from '../../../contract/queries';
import { runAction } from '../../actions/registry';
import { useEngineQuery, useOpenSession } from '../../client';
import { formatDateTime, labelText, useTranslation } from '../../i18n';
import { Button, classNames, EmptyState, ErrorNote } from '../../ui';
import '../../ui/page.css';
import './HistoryView.css';

const mostEntries = 10_000;

type Line =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'entry'; readonly entry: HistoryEntry };

/** Who did what and when, newest first; nothing is ever taken off it. */
export function HistoryView() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const { data, error } = useEngineQuery('history.list', { limit: mostEntries });
  const lines = useMemo(() => linesOf(data ?? []), [data]);
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  if (data.length === 0)
    return <EmptyState icon={History} title={t('history:empty')} body={t('history:emptyBody')} />;
  const isReadOnly = session?.readOnly !== null;
  return (
    <article className="page">
      <header className="page__head">
        <div className="page__head-content page__line">
          <h2 className="page__title">{t('history:title')}</h2>
          <span className="page__note">{t('history:steps', { count: data.length })}</span>
          <Button
            size="small"
            icon={Undo2}
            disabled={isReadOnly || !session?.undo}
            onClick={() => void runAction('history.undo')}
          >
            {t('history:undo')}
          </Button>
          <Button
            size="small"
            icon={Redo2}
            disabled={isReadOnly || !session?.redo}
            onClick={() => void runAction('history.redo')}
          >
            {t('history:redo')}
          </Button>
        </div>
      </header>
      <Lines lines={lines} />
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? 38 : 30),
    overscan: 20,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="page__scroller" ref={scroller} tabIndex={0} aria-label={t('history:list')}>
      <ol className="page__list history__list" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, size }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li key={index} style={{ transform: `translateY(${start}px)`, height: size }}>
              {line.kind === 'day' ? <h3>{line.day}</h3> : <Entry entry={line.entry} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation();
  const { kind, label, coderName, at, state, revision } = entry;
  const what = kind === 'change' ? labelText(label) : t(`history:${kind}Of`, { label: labelText(label) });
  return (
    <div className={classNames('history__entry', `history__entry--${state}`)}>
      <span className="history__revision">{revision}</span>
      <span className="history__what" title={what}>
        {what}
      </span>
      {state !== 'done' && <span className="history__state">{t(`history:${state}`)}</span>}
      <span className="history__who">{coderName}</span>
      <time className="history__when" dateTime={at} title={formatDateTime(at)}>
        {timeFormat.format(new Date(at))}
      </time>
    </div>
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function linesOf(entries: readonly HistoryEntry[]): readonly Line[] {
  let last = '';
  return entries.flatMap((entry): readonly Line[] => {
    const day = dayFormat.format(new Date(entry.at));
    const isNew = day !== last;
    last = day;
    return isNew
      ? [
          { kind: 'day', day },
          { kind: 'entry', entry },
        ]
      : [{ kind: 'entry', entry }];
  });
}
