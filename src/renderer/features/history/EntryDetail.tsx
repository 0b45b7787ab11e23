import { CornerUpLeft, MessageSquareText, Undo2 } from 'lucide-react';
import type { FieldChange, HistoryEntry, HistoryPassage } from '../../../contract/history';
import { quoteLine } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, ErrorNote, Swatch } from '../../ui';
import { canRevert, restoreTo, revertEntry } from './entry-actions';

export interface EntryDetailProps {
  readonly entry: HistoryEntry;
  readonly onExplain: () => void;
  readonly onShow: (sequence: number) => void;
}

const fullTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' });

/** What an entry changed: rows, texts before and after, passages; and what can be done about it. */
export function EntryDetail({ entry, onExplain, onShow }: EntryDetailProps) {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const { data, error } = useEngineQuery('history.entry', { sequence: entry.sequence });
  if (error) return <ErrorNote error={error} />;
  if (!data) return <div className="history__detail" aria-busy />;
  const counts = data.counts.flatMap(({ table, added, changed, removed }) =>
    (
      [
        ['added', added],
        ['changed', changed],
        ['removed', removed],
      ] as const
    ).flatMap(([how, count]) =>
      count > 0 ? [t(`history:rows.${how}`, { what: t(`history:tables.${table}`, { count }) })] : [],
    ),
  );
  return (
    <div className="history__detail">
      <p className="history__facts">
        <span>{t('history:number', { number: entry.sequence })}</span>
        <time dateTime={entry.at}>{fullTime.format(new Date(entry.at))}</time>
        <span>{counts.length > 0 ? counts.join(', ') : t('history:noRows')}</span>
        {entry.target !== null && (
          <Button size="small" variant="quiet" onClick={() => entry.target && onShow(entry.target)}>
            {t('history:showEntry', { number: entry.target })}
          </Button>
        )}
        {entry.takenBackBy !== null && (
          <Button size="small" variant="quiet" onClick={() => entry.takenBackBy && onShow(entry.takenBackBy)}>
            {t('history:showEntry', { number: entry.takenBackBy })}
          </Button>
        )}
      </p>
      {data.fields.length > 0 && (
        <dl className="history__fields">
          {data.fields.map((field) => (
            <Field key={`${field.table} ${field.name} ${field.field}`} change={field} />
          ))}
        </dl>
      )}
      {data.passages.length > 0 && (
        <ul className="history__passages" aria-label={t('history:passages')}>
          {data.passages.map((passage) => (
            <li key={passage.quotationId}>
              <Passage passage={passage} />
            </li>
          ))}
        </ul>
      )}
      {data.passageCount > data.passages.length && (
        <p className="history__more">
          {t('history:morePassages', { count: data.passageCount - data.passages.length })}
        </p>
      )}
      <div className="history__actions">
        <Button size="small" icon={MessageSquareText} disabled={isReadOnly} onClick={onExplain}>
          {t(entry.why === '' ? 'history:explain' : 'history:explainAnew')}
        </Button>
        {entry.kind === 'change' && (
          <Button
            size="small"
            icon={Undo2}
            disabled={isReadOnly || !canRevert(entry)}
            onClick={() => void revertEntry(entry)}
          >
            {t('history:revert')}
          </Button>
        )}
        <Button size="small" icon={CornerUpLeft} disabled={isReadOnly} onClick={() => void restoreTo(entry)}>
          {t('history:restore')}
        </Button>
      </div>
    </div>
  );
}

function Field({ change: { name, field, before, after } }: { readonly change: FieldChange }) {
  const { t } = useTranslation();
  const known = t(`history:fields.${field}`, { defaultValue: field });
  return (
    <div className="history__field">
      <dt>
        {known}
        {name && <span className="history__field-of"> {t('history:fieldOf', { name })}</span>}
      </dt>
      <dd>
        <Value field={field} value={before} isOld />
        <span className="history__arrow" aria-hidden>
          →
        </span>
        <span className="visually-hidden">{t('history:became')}</span>
        <Value field={field} value={after} />
      </dd>
    </div>
  );
}

function Value({
  field,
  value,
  isOld = false,
}: {
  readonly field: string;
  readonly value: string;
  readonly isOld?: boolean;
}) {
  const { t } = useTranslation();
  if (value === '') return <i className="history__empty">{t('history:nothing')}</i>;
  const words = field === 'is_codable' ? t(value === '1' ? 'history:yes' : 'history:no') : value;
  const text = (
    <>
      {field === 'color' && <Swatch color={value} size={10} />}
      {words}
    </>
  );
  return isOld ? <del className="history__old">{text}</del> : <ins className="history__new">{text}</ins>;
}

function Passage({ passage }: { readonly passage: HistoryPassage }) {
  const { t } = useTranslation();
  const { sourceId, sourceName, quotationId, isThere, start, end, text } = passage;
  const words = text === null ? t('history:wordsGone') : `“${quoteLine(text, 160)}”`;
  const face = (
    <>
      <span className={text === null ? 'history__empty' : 'history__passage-text'}>{words}</span>
      <span className="history__passage-place">
        {sourceName}
        {!isThere && ` · ${t('history:passageGone')}`}
      </span>
    </>
  );
  if (text === null) return <div className="history__passage">{face}</div>;
  return (
    <button
      type="button"
      className="history__passage"
      onClick={() => {
        if (isThere) inspect({ kind: 'quotation', id: quotationId });
        openTab(
          { kind: 'document', sourceId },
          { reveal: { start, end, ...(isThere ? { quotationId } : {}) } },
        );
      }}
    >
      {face}
    </button>
  );
}
