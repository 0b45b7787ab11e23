import { NotebookPen } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { MemoRow } from '../../../contract/queries';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote } from '../../ui';
import { filterMemos } from './filter-memos';
import { MemoList } from './MemoList';
import { MemosTools } from './MemosTools';
import './MemosView.css';
import { MemoView } from './MemoView';
import { memosStore } from './memos-store';
import { newMemo } from './new-memo';

/** All memos with search; the chosen one beside them, to read and to write on. */
export function MemosView() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const { data, error } = useEngineQuery('memos.list', {});
  const wishes = useDeferredValue(memosStore());
  const [picked, setPicked] = useState<MemoRow | null>(null);
  const memos = useMemo(() => filterMemos(data ?? [], wishes), [data, wishes]);
  // What was picked stays open although the search has lost it, or its last letter has just been deleted.
  const isThere =
    picked === null || picked.target.kind !== 'free' || data?.some(({ id }) => id === picked.id);
  const chosen = (isThere ? picked : null) ?? memos[0];

  if (error) return <ErrorNote error={error} />;
  if (!data || !session) return null;
  if (data.length === 0 && !picked) {
    return (
      <EmptyState
        icon={NotebookPen}
        title={t('memos:none.title')}
        body={t('memos:none.body')}
        action={
          <>
            <Button onClick={() => openTab({ kind: 'memo', target: { kind: 'project' } })}>
              {t('memos:none.action')}
            </Button>
            {session.readOnly === null && <Button onClick={() => void newMemo()}>{t('memos:new')}</Button>}
          </>
        }
      />
    );
  }
  return (
    <div className="memos-frame">
      <div className="memos">
        <section className="memos__list" aria-label={t('memos:list')}>
          <MemosTools memos={data} shown={memos.length} />
          {memos.length > 0 ? (
            <MemoList memos={memos} chosenId={chosen?.id ?? null} onChoose={setPicked} />
          ) : (
            <p className="memos__nothing">{t('memos:nothingFound')}</p>
          )}
        </section>
        {chosen && (
          <MemoView
            key={chosen.id}
            target={chosen.target}
            autoFocus={false}
            onFocus={() => setPicked(chosen)}
          />
        )}
      </div>
    </div>
  );
}
