import { useVirtualizer } from '@tanstack/react-virtual';
import { Combine, Layers2, X } from 'lucide-react';
import { useRef } from 'react';
import type { CodeRow, QueryArgs, SourceRow } from '../../../contract/queries';
import { canChange } from '../../actions/action';
import { useEngineQuery, useSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote } from '../../ui';
import { RedundantGroup } from './RedundantGroup';
import { keepLongest, unite } from './redundant-commands';

interface RedundantListProps {
  readonly filter: QueryArgs<'codings.redundant'>;
  readonly codes: readonly CodeRow[];
  readonly sources: readonly SourceRow[];
}

/** Codings of one code on passages that overlap, group by group: one of all, or the longest alone. */
export function RedundantList({ filter, codes, sources }: RedundantListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const isChangeable = canChange({ session: useSession(), activeTab: null });
  const { data, error } = useEngineQuery('codings.redundant', filter, { keepPrevious: true });
  const groups = data ?? [];
  const list = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 140,
    overscan: 4,
  });
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={Layers2}
        title={t('quotations:empty.redundant')}
        body={t('quotations:emptyBody.redundant')}
      />
    );
  }
  return (
    <>
      <div ref={scroller} className="page__scroller">
        <ul
          className="page__list"
          style={{ height: list.getTotalSize() }}
          aria-label={t('quotations:redundant.list')}
        >
          {list.getVirtualItems().map(({ index, start }) => {
            const group = groups[index];
            return (
              group && (
                <li
                  key={index}
                  ref={list.measureElement}
                  data-index={index}
                  className="redundant"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <RedundantGroup
                    group={group}
                    code={codes.find(({ id }) => id === group.codeId)}
                    source={sources.find(({ id }) => id === group.sourceId)}
                    isChangeable={isChangeable}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      <footer className="selection-bar">
        <span className="selection-bar__count" role="status">
          {t('quotations:redundant.found', { count: groups.length })}
        </span>
        <span className="selection-bar__gap" />
        <Button icon={X} disabled={!isChangeable} onClick={() => void keepLongest(groups, true)}>
          {t('quotations:redundant.keepAll')}
        </Button>
        <Button
          icon={Combine}
          variant="primary"
          disabled={!isChangeable}
          onClick={() => void unite(groups, true)}
        >
          {t('quotations:redundant.uniteAll')}
        </Button>
      </footer>
    </>
  );
}
