import { NotebookPen, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { MemoRow } from '../../../contract/queries';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote, Select, TextField } from '../../ui';
import { filterMemos, type MemoKindFilter } from './filter-memos';
import { MemoList } from './MemoList';
import { MemoView } from './MemoView';
import './MemosView.css';

const kinds: readonly MemoKindFilter[] = ['all', 'quotation', 'code', 'source', 'project'];

/** All memos with search; the chosen one beside them, to read and to write on. */
export function MemosView() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const { data, error } = useEngineQuery('memos.list', {});
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<MemoKindFilter>('all');
  const [picked, setPicked] = useState<MemoRow | null>(null);
  const wanted = useDeferredValue(search);
  const memos = useMemo(() => filterMemos(data ?? [], { kind, search: wanted }), [data, kind, wanted]);
  // What was picked stays open although the search has lost it, or its last letter has just been deleted.
  const chosen = picked ?? memos[0];

  if (error) return <ErrorNote error={error} />;
  if (!data || !session) return null;
  if (data.length === 0 && !picked) {
    return (
      <EmptyState
        icon={NotebookPen}
        title={t('memos:none.title')}
        body={t('memos:none.body')}
        action={
          <Button onClick={() => openTab({ kind: 'memo', target: { kind: 'project' } })}>
            {t('memos:none.action')}
          </Button>
        }
      />
    );
  }
  return (
    <div className="memos-frame">
      <div className="memos">
        <section className="memos__list" aria-label={t('memos:list')}>
          <div className="memos__tools">
            <TextField
              label={t('memos:search')}
              isLabelHidden
              icon={Search}
              placeholder={t('memos:search')}
              type="search"
              value={search}
              onChange={setSearch}
            />
            <Select
              label={t('memos:on')}
              value={kind}
              options={kinds.map((value) => ({ value, label: t(`memos:filter.${value}`) }))}
              onChange={setKind}
            />
          </div>
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
