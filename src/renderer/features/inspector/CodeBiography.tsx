import { useState } from 'react';
import type { CodeMoment } from '../../../contract/history';
import { codeColors } from '../../../core/colors';
import type { CodeId } from '../../../core/ids';
import { useTheme } from '../../app/theme-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { formatDateTime, useTranslation } from '../../i18n';
import { Button, Swatch } from '../../ui';
import { showHistory } from '../history/history-store';
import { Section } from './Section';
import './CodeBiography.css';

const fewMoments = 5;

/** The life of a code, newest first: made, renamed, redefined, moved, merged into; each with day and coder. */
export function CodeBiography({ id }: { readonly id: CodeId }) {
  const { t } = useTranslation();
  const lineage = useOpenSession()?.project.lineage ?? '';
  const { data } = useEngineQuery('code.biography', { id });
  const [isAll, setAll] = useState(false);
  if (!data || data.length === 0) return null;
  const newestFirst = data.toReversed();
  const shown = isAll ? newestFirst : newestFirst.slice(0, fewMoments);
  return (
    <Section
      title={t('history:biography.title')}
      aside={
        <Button
          variant="quiet"
          size="small"
          className="biography__show"
          onClick={() => showHistory(lineage, { codeId: id })}
        >
          {t('history:biography.show')}
        </Button>
      }
    >
      <ol className="biography" aria-label={t('history:biography.title')}>
        {shown.map((moment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one entry may be several moments
          <li key={`${moment.sequence} ${index}`} className="biography__moment">
            <Moment moment={moment} />
          </li>
        ))}
      </ol>
      {data.length > fewMoments && (
        <Button variant="quiet" size="small" className="inspector__more" onClick={() => setAll(!isAll)}>
          {isAll
            ? t('history:biography.fewer')
            : t('history:biography.all', { count: data.length - fewMoments })}
        </Button>
      )}
    </Section>
  );
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

function Moment({ moment }: { readonly moment: CodeMoment }) {
  const { t } = useTranslation();
  const { mark } = codeColors(moment.coderColor ?? '#808080', useTheme());
  const { at, coderName, what, before, after, why } = moment;
  return (
    <>
      <span className="biography__dot" aria-hidden style={{ backgroundColor: mark }} />
      <span className="biography__what" title={what === 'definition' ? after : undefined}>
        {t(`history:biography.${momentKey(moment)}`, momentValues(moment))}
        {what === 'recolored' && (
          <span className="biography__colors" aria-hidden>
            <Swatch color={before} /> → <Swatch color={after} />
          </span>
        )}
      </span>
      <span className="biography__about">
        <time dateTime={at} title={formatDateTime(at)}>
          {dayFormat.format(new Date(at))}
        </time>
        {coderName && ` · ${coderName}`}
      </span>
      {why && <span className="biography__why">{why}</span>}
    </>
  );
}

function momentKey({ what, before, after, count }: CodeMoment): string {
  switch (what) {
    case 'created':
      return after === '' ? 'created' : 'createdAs';
    case 'definition':
      return before === '' ? 'definition' : 'redefined';
    case 'moved':
      return after === '' ? 'movedTop' : 'moved';
    case 'mergedInto':
      return before === '' ? 'mergedIntoMany' : count ? 'mergedIntoWith' : 'mergedInto';
    case 'splitInto':
      return count ? 'splitIntoWith' : 'splitInto';
    default:
      return what;
  }
}

function momentValues({ before, after, count }: CodeMoment) {
  return { before, after, ...(count === null ? {} : { count }) };
}
