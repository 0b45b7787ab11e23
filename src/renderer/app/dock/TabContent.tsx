import { FileX } from 'lucide-react';
import { Suspense } from 'react';
import type { SourceId } from '../../../core/ids';
import { runAction } from '../../actions/registry';
import { useEngineQuery } from '../../client';
import { DocumentView } from '../../features/document';
import { useTranslation } from '../../i18n';
import { Button, EmptyState } from '../../ui';
import { ErrorBoundary } from '../ErrorBoundary';
import { lazyView } from '../lazy-view';
import { closeTab, type Tab } from '../workspace-store';

const CooccurrenceView = lazyView(() =>
  import('../../features/cooccurrence').then((m) => m.CooccurrenceView),
);
const CodebookView = lazyView(() =>
  import('../../features/codebook/CodebookView').then((m) => m.CodebookView),
);
const MemoView = lazyView(() => import('../../features/memos').then((m) => m.MemoView));
const MemosView = lazyView(() => import('../../features/memos').then((m) => m.MemosView));
const HistoryView = lazyView(() => import('../../features/history/HistoryView').then((m) => m.HistoryView));
const ComparisonView = lazyView(() =>
  import('../../features/copies/ComparisonView').then((m) => m.ComparisonView),
);
const FindView = lazyView(() => import('../../features/find/FindView').then((m) => m.FindView));
const QuotationsView = lazyView(() =>
  import('../../features/quotations/QuotationsView').then((m) => m.QuotationsView),
);

const AutocodeView = lazyView(() =>
  import('../../features/autocode/AutocodeView').then((m) => m.AutocodeView),
);

const SplitView = lazyView(() => import('../../features/split/SplitView').then((m) => m.SplitView));

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
    case 'find':
      return <FindView />;
    case 'autocode':
      return <AutocodeView />;
    case 'split':
      return <SplitView codeId={tab.codeId} />;
    case 'comparison':
      return <ComparisonView path={tab.path} />;
    case 'quotations':
      return <QuotationsView tab={tab} />;
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
