import { FileX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { SourceId } from '../../../core/ids';
import { runAction } from '../../actions/registry';
import { useEngineQuery } from '../../client';
import { DocumentView } from '../../features/document';
import { useTranslation } from '../../i18n';
import { Button, EmptyState } from '../../ui';
import { ErrorBoundary } from '../ErrorBoundary';
import { closeTab, type Tab } from '../workspace-store';

const CooccurrenceView = lazy(() =>
  import('../../features/cooccurrence').then((m) => ({ default: m.CooccurrenceView })),
);
const CodebookView = lazy(() =>
  import('../../features/codebook/CodebookView').then((m) => ({ default: m.CodebookView })),
);
const MemoView = lazy(() => import('../../features/memos').then((m) => ({ default: m.MemoView })));
const MemosView = lazy(() => import('../../features/memos').then((m) => ({ default: m.MemosView })));
const HistoryView = lazy(() =>
  import('../../features/history/HistoryView').then((m) => ({ default: m.HistoryView })),
);
const QuotationsView = lazy(() =>
  import('../../features/quotations/QuotationsView').then((m) => ({ default: m.QuotationsView })),
);

/** What a tab shows, loaded when it is first looked at. */
export function TabContent({ tab }: { readonly tab: Tab }) {
  return (
    <ErrorBoundary>
      <Suspense>
        <View tab={tab} />
      </Suspense>
    </ErrorBoundary>
  );
}

function View({ tab }: { readonly tab: Tab }) {
  switch (tab.kind) {
    case 'document':
      return <LivingDocument sourceId={tab.sourceId} />;
    case 'cooccurrence':
      return <CooccurrenceView />;
    case 'codebook':
      return <CodebookView />;
    case 'memo':
      return <MemoView target={tab.target} />;
    case 'memos':
      return <MemosView />;
    case 'history':
      return <HistoryView />;
    case 'quotations':
      return <QuotationsView codeId={tab.codeId} sourceId={tab.sourceId} />;
  }
}

/** A document that was deleted may come back by undo: its tab waits and says so. */
function LivingDocument({ sourceId }: { readonly sourceId: SourceId }) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('sources.tree', {});
  const isThere = data?.sources.some(({ id }) => id === sourceId) ?? true;
  if (isThere) return <DocumentView sourceId={sourceId} />;
  return (
    <EmptyState
      icon={FileX}
      title={t('documents:deletedTitle')}
      body={t('documents:deletedBody')}
      action={
        <>
          <Button onClick={() => closeTab({ kind: 'document', sourceId })}>{t('closeTab')}</Button>
          <Button onClick={() => void runAction('history.undo')}>{t('undoTop')}</Button>
        </>
      }
    />
  );
}
