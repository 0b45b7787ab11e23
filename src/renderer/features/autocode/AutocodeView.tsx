import { Tag, Wand2 } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { canChange } from '../../actions/action';
import { runTask, useEngineQuery, useSession } from '../../client';
import { formatNumber, t, useTranslation } from '../../i18n';
import { Button, EmptyState } from '../../ui';
import { type Message, tell } from '../../ui/toast-store';
import { rememberCodes } from '../coding/recent-codes';
import { useCodes } from '../coding/use-codes';
import { SearchProgress } from '../find/SearchProgress';
import { tellUndoable } from '../history/tell-undoable';
import { AutocodeForm } from './AutocodeForm';
import { type AutocodeOptions, autocodeOptions, changeOptions, wordsOf } from './autocode-options';
import {
  type AutocodeResult,
  autocodeStore,
  chosenPlaces,
  mostListed,
  showAutocode,
  stopSearch,
  tick,
} from './autocode-store';
import { autocodeWish } from './autocode-wish';
import { PlaceList } from './PlaceList';
import { SpeakerChoice } from './SpeakerChoice';
import '../../ui/page.css';
import '../find/FindView.css';
import './AutocodeView.css';

/** The wish that was followed last, so that a view that is shown again does not begin anew. */
let followed = 0;

/** One code for every place that a rule finds, looked through place by place before anything is coded. */
export function AutocodeView() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const wish = autocodeWish();
  const result = autocodeStore();
  const { data: sources } = useEngineQuery('sources.tree', {});
  const names = useMemo(() => new Map(sources?.sources.map(({ id, name }) => [id, name]) ?? []), [sources]);

  useEffect(showAutocode, []);
  useEffect(() => {
    if (wish.count === followed) return;
    followed = wish.count;
    if (wish.wanted) {
      const { kind, speakers, sourceId } = wish.wanted;
      changeOptions({ kind, speakers, scope: [sourceId], unit: 'turn' });
    }
    field.current?.focus();
    field.current?.select();
  }, [wish]);

  return (
    <article className="page find-view autocode">
      <header className="page__head">
        <div className="page__head-content find-view__head">
          <h2 className="page__title">{t('autocode:title')}</h2>
          <AutocodeForm field={field} sources={sources} />
          <Progress result={result} />
        </div>
      </header>
      {result.places > 0 ? <PlaceList result={result} names={names} /> : <Nothing result={result} />}
      {result.places > 0 && <Apply result={result} />}
    </article>
  );
}

function Progress({ result }: { readonly result: AutocodeResult }) {
  const { t } = useTranslation();
  const { rule, error, places, found, documents, state } = result;
  return (
    <SearchProgress
      {...{ error, state, documents }}
      hint={!rule || state === 'idle' ? t('autocode:how') : null}
      found={t('autocode:found', {
        places: t('autocode:places', { count: places }),
        documents: t('documents', { count: found.length }),
      })}
      full={t('autocode:full', { count: mostListed })}
      onStop={stopSearch}
    />
  );
}

function Nothing({ result }: { readonly result: AutocodeResult }) {
  const { t } = useTranslation();
  const { kind, scope } = autocodeOptions();
  const { data: speakers } = useEngineQuery('speakers.list', scope ? { sourceIds: [...scope] } : {});
  if (result.error || result.state === 'running') return null;
  if (!result.rule && kind === 'speakers' && speakers && speakers.length > 0) {
    return (
      <SpeakerChoice
        speakers={speakers}
        onChoose={(speaker) => changeOptions({ speakers: [speaker], unit: 'turn' })}
      />
    );
  }
  if (!result.rule) {
    return <EmptyState icon={Wand2} title={t('autocode:empty')} body={t('autocode:emptyBody')} />;
  }
  return <EmptyState icon={Wand2} title={t('autocode:noPlaces')} body={t('autocode:noPlacesBody')} />;
}

/** How many places are chosen, and the button that codes them in one step of undo. */
function Apply({ result }: { readonly result: AutocodeResult }) {
  const { t } = useTranslation();
  const options = autocodeOptions();
  const isChangeable = canChange({ session: useSession(), activeTab: null });
  const { found, places, state } = result;
  const count = found.reduce((sum, { ticked }) => sum + ticked, 0);
  const name = useCodeName(options);
  const coded = found.reduce((sum, { states }) => sum + states.filter((each) => each !== 0).length, 0);
  return (
    <footer className="code-hits">
      <span className="code-hits__count" role="status">
        {t('autocode:chosen', { count, all: formatNumber(places) })}
        {coded > 0 && `, ${t('autocode:codedAlready', { count: coded })}`}
      </span>
      <Button variant="quiet" size="small" onClick={() => tick(true)}>
        {t('autocode:chooseAll')}
      </Button>
      <Button variant="quiet" size="small" onClick={() => tick(false)}>
        {t('autocode:chooseNone')}
      </Button>
      <span className="code-hits__gap" />
      <Button
        variant="primary"
        icon={Tag}
        disabled={!isChangeable || count === 0 || name === null || state === 'running'}
        title={name === null ? t('autocode:code.first') : undefined}
        onClick={() => void apply(result, options, name ?? '')}
      >
        <span className="autocode__apply">
          {name === null || count === 0
            ? t('autocode:codeThem', { count })
            : t('autocode:codeAs', { count, name })}
        </span>
      </Button>
    </footer>
  );
}

/** The code's name; null where none is chosen, or it has gone. */
function useCodeName({ code }: AutocodeOptions): string | null {
  const codes = useCodes();
  if (code === null) return null;
  if ('path' in code) return code.path.at(-1) ?? null;
  return codes.find(({ id }) => id === code.id)?.name ?? null;
}

async function apply({ found }: AutocodeResult, options: AutocodeOptions, name: string): Promise<void> {
  const { code } = options;
  if (code === null) return;
  const documents = chosenPlaces(found);
  const all = documents.reduce((sum, { spans }) => sum + spans.length / 2, 0);
  const wanted = 'id' in code ? code : { path: [...code.path] };
  const done = await runTask(t('autocode:task', { name }), 'coding.autocode', {
    ...{ code: wanted, documents, words: wordsOf(options) },
  });
  if (!done) return;
  const { codeId, added } = done.value;
  // What was new is there now: further places get the same code.
  changeOptions({ code: { id: codeId } });
  rememberCodes([codeId]);
  const before = all - added;
  const message: Message = {
    kind: 'success',
    message:
      t('autocode:coded', { count: added, name }) +
      (before > 0 ? ` ${t('autocode:codedBefore', { count: before })}` : ''),
  };
  if (added > 0) tellUndoable(message, t('undoTop'));
  else tell(message);
}
