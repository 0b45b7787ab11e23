import { ChevronRight, MoreHorizontal } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { EntryDocuments, HistoryEntry } from '../../../contract/history';
import { codeColors } from '../../../core/colors';
import { useTheme } from '../../app/theme-store';
import { useEngineQuery } from '../../client';
import { formatDateTime, useTranslation } from '../../i18n';
import { ContextMenu, classNames, IconButton, Menu } from '../../ui';
import { EntryDetail } from './EntryDetail';
import { entryMenu } from './entry-actions';
import { Sentence } from './Sentence';
import { WhyField } from './WhyField';

export interface EntryRowProps {
  readonly entry: HistoryEntry;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isExplaining: boolean;
  readonly isReadOnly: boolean;
  /** The keyboard has come to this entry and its line takes the focus. */
  readonly wantsFocus: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onExplain: (isExplaining: boolean) => void;
  readonly onShow: (sequence: number) => void;
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** An entry as a line: when, who, what, what became of it; its reason beneath, and on demand what it changed. */
export function EntryRow(props: EntryRowProps) {
  const { entry, isActive, isOpen, isExplaining, isReadOnly, wantsFocus } = props;
  const { onFocus, onToggle, onExplain, onShow } = props;
  const { t } = useTranslation();
  const line = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (wantsFocus) line.current?.focus({ preventScroll: true });
  }, [wantsFocus]);
  const { at, coderName, state, why } = entry;
  const documents = useDocuments(entry);
  const isPast = state !== 'done' || entry.takenBackBy !== null;
  const explain = () => onExplain(true);
  const menu = () => entryMenu(entry, { isReadOnly, documents, onExplain: explain });
  return (
    <ContextMenu items={menu}>
      <div className={classNames('history__entry', isOpen && 'is-open', isPast && 'is-past')}>
        <div className="history__row">
          <button
            ref={line}
            type="button"
            className="history__line"
            tabIndex={isActive ? 0 : -1}
            aria-expanded={isOpen}
            onFocus={onFocus}
            onClick={onToggle}
          >
            <ChevronRight className="history__chevron" size={14} strokeWidth={1.5} aria-hidden />
            <time className="history__when" dateTime={at} title={formatDateTime(at)}>
              {timeFormat.format(new Date(at))}
            </time>
            <span className="history__who" title={coderName}>
              <CoderDot color={entry.coderColor} />
              {coderName}
            </span>
            <span className="history__what">
              <Sentence entry={entry} />
            </span>
            <State entry={entry} />
            <Where documents={documents} />
          </button>
          <Menu
            align="end"
            items={menu}
            trigger={
              <IconButton
                className="history__menu"
                icon={MoreHorizontal}
                size="small"
                tabIndex={isActive ? 0 : -1}
                label={t('history:actions', { number: entry.sequence })}
              />
            }
          />
        </div>
        {isExplaining ? (
          <WhyField
            entry={entry}
            onDone={() => {
              onExplain(false);
              line.current?.focus({ preventScroll: true });
            }}
          />
        ) : (
          why !== '' && (
            <button
              type="button"
              className="history__why"
              tabIndex={isActive ? 0 : -1}
              disabled={isReadOnly}
              title={t('history:explainAnew')}
              onClick={explain}
            >
              {why}
            </button>
          )
        )}
        {isOpen && <EntryDetail entry={entry} onExplain={explain} onShow={onShow} />}
      </div>
    </ContextMenu>
  );
}

/** Of an entry that touched a great many rows they are asked for alone, so that the list need not wait. */
function useDocuments({ sequence, documents }: HistoryEntry): EntryDocuments | null {
  const { data } = useEngineQuery('history.documents', { sequence }, { enabled: documents === null });
  return documents ?? data ?? null;
}

function Where({ documents }: { readonly documents: EntryDocuments | null }) {
  const { t } = useTranslation();
  const [first] = documents?.shown ?? [];
  if (!documents || !first) return null;
  return (
    <span className="history__where" title={documents.shown.map(({ name }) => name).join(', ')}>
      {first.name}
      {documents.count > 1 && ` ${t('history:andDocuments', { count: documents.count - 1 })}`}
    </span>
  );
}

function CoderDot({ color }: { readonly color: string | null }) {
  const { mark } = codeColors(color ?? '#808080', useTheme());
  return <span className="history__dot" aria-hidden style={{ backgroundColor: mark }} />;
}

function State({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation();
  const { state, takenBackBy } = entry;
  if (state === 'done' && takenBackBy === null) return null;
  return (
    <span className="history__state">
      {state === 'done' ? t('history:takenBackBy', { number: takenBackBy }) : t(`history:${state}`)}
    </span>
  );
}
