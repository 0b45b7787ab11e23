import { useVirtualizer } from '@tanstack/react-virtual';
import { BookOpen, Download, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { focusFilter } from '../../app/focus-store';
import { printPage } from '../../app/print-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote } from '../../ui';
import { openExportDialog } from '../export/export-store';
import { CodeEntry } from './CodeEntry';
import '../../ui/page.css';
import './CodebookView.css';
import { later as afterMenu } from '../document/after-menu';
import { codebookStore } from './codebook-store';
import { PrintedCodebook } from './PrintedCodebook';

/** The wish for which a definition got the keyboard last: a codebook that is opened again takes it no more. */
let answered = 0;

/** The codebook as a page: every code with its definition, written where it stands. */
export function CodebookView() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const { data, error } = useEngineQuery('codes.tree', {});
  const reveal = codebookStore((store) => store.reveal);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: data?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 96,
    overscan: 6,
    getItemKey: (index) => data?.[index]?.id ?? index,
  });
  const index = data?.findIndex(({ id }) => id === reveal?.id) ?? -1;
  useEffect(() => {
    if (!reveal || index < 0) return;
    list.scrollToIndex(index, { align: 'start' });
    if (answered >= reveal.count) return;
    answered = reveal.count;
    afterMenu(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] textarea`)?.focus(),
    );
  }, [list, reveal, index]);
  if (error) return <ErrorNote error={error} />;
  if (!data || !session) return null;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={BookOpen}
        title={t('codebook:empty')}
        body={t('codebook:emptyBody')}
        action={<Button onClick={focusFilter}>{t('codebook:firstCode')}</Button>}
      />
    );
  }
  return (
    <article className="page">
      <header className="page__head">
        <div className="page__head-content page__line">
          <h2 className="page__title">{t('codebook:title')}</h2>
          <span className="page__note">{t('codes', { count: data.length })}</span>
          <Button
            icon={Printer}
            onClick={() => void printPage(<PrintedCodebook project={session.project.name} codes={data} />)}
          >
            {t('codebook:print')}
          </Button>
          <Button icon={Download} onClick={() => openExportDialog('codebook')}>
            {t('codebook:export')}
          </Button>
        </div>
      </header>
      <div className="page__scroller" ref={scroller}>
        <ol
          className="page__list codebook__list"
          style={{ height: list.getTotalSize() }}
          aria-label={t('codebook:title')}
        >
          {list.getVirtualItems().map(({ index: at, key, start }) => {
            const code = data[at];
            if (!code) return null;
            return (
              <li
                key={key}
                ref={list.measureElement}
                data-index={at}
                style={{ transform: `translateY(${start}px)` }}
              >
                <CodeEntry
                  code={code}
                  canEdit={session.readOnly === null}
                  isRevealed={code.id === reveal?.id}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </article>
  );
}
