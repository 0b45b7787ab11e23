import { FileSearch } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { EmptyState } from '../../ui';
import { CodeHits } from './CodeHits';
import { FindForm } from './FindForm';
import { changeOptions } from './find-options';
import { type FindViewState, findView, mostListed, search, stopSearch } from './find-view-store';
import { findWish } from './find-wish';
import { HitList } from './HitList';
import { SearchProgress } from './SearchProgress';
import '../../ui/page.css';
import './FindBar.css';
import './FindView.css';

/** The wish that was followed last, so that a view that is shown again does not begin anew. */
let followed = 0;

/** Words in all documents, hit by hit in context, ready to be coded. */
export function FindView() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const wish = findWish();
  const state = findView();
  const { data: sources } = useEngineQuery('sources.tree', {});
  const names = useMemo(() => new Map(sources?.sources.map(({ id, name }) => [id, name]) ?? []), [sources]);

  useEffect(() => {
    if (wish.count === followed) return;
    followed = wish.count;
    if (wish.pattern) {
      const { text, kind, matchCase = false, matchAccents = false, wholeWord = false } = wish.pattern;
      changeOptions({ kind, matchCase, matchAccents, wholeWord });
      findView.setState({ text, scope: wish.sourceId ? [wish.sourceId] : null });
      search();
    }
    field.current?.focus();
    // The words that were put in are there after the next paint.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, [wish]);

  return (
    <article className="page find-view">
      <header className="page__head">
        <div className="page__head-content find-view__head">
          <h2 className="page__title">{t('find:title')}</h2>
          <FindForm field={field} sources={sources?.sources ?? []} />
          <Progress state={state} />
        </div>
      </header>
      {state.hits > 0 ? (
        <>
          <HitList state={state} names={names} />
          <CodeHits state={state} />
        </>
      ) : (
        <Nothing state={state} />
      )}
    </article>
  );
}

function Progress({ state: found }: { readonly state: FindViewState }) {
  const { t } = useTranslation();
  const { asked, error, hits, documents, state } = found;
  const hint = !asked || state === 'idle' ? t('find:how') : hits === 0 && state === 'done' ? '' : null;
  return (
    <SearchProgress
      {...{ error, state, documents, hint }}
      found={t('find:found', {
        hits: t('find:hits', { count: hits }),
        documents: t('documents', { count: found.found.length }),
      })}
      full={t('find:full', { count: mostListed })}
      onStop={stopSearch}
    />
  );
}

function Nothing({ state }: { readonly state: FindViewState }) {
  const { t } = useTranslation();
  if (state.error || state.state === 'running') return null;
  if (!state.asked) {
    return <EmptyState icon={FileSearch} title={t('find:empty')} body={t('find:emptyBody')} />;
  }
  return <EmptyState icon={FileSearch} title={t('find:noHits')} body={t('find:noHitsBody')} />;
}
