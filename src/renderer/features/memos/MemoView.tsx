import { ArrowUpRight, Ellipsis } from 'lucide-react';
import { codeColors } from '../../../core/colors';
import type { MemoTarget } from '../../../core/entities';
import { useTheme } from '../../app/theme-store';
import { closeTab } from '../../app/workspace-store';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, IconButton, Menu, Swatch } from '../../ui';
import { flushDrafts } from './draft-registry';
import { MemoEditor } from './MemoEditor';
import { MemoTitle } from './MemoTitle';
import { MemoTypeSelect } from './MemoTypeSelect';
import './MemoView.css';
import { openMemoTypes } from './memo-types-store';
import { useMemoSubject } from './use-memo-subject';

export interface MemoViewProps {
  readonly target: MemoTarget;
  readonly autoFocus?: boolean;
  /** Somebody is about to write. */
  readonly onFocus?: () => void;
}

/** One memo as a page: what it is on, and room to write. */
export function MemoView({ target, autoFocus = true, onFocus }: MemoViewProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const subject = useMemoSubject(target);
  const { data: memo } = useEngineQuery('memo.on', { target });
  const isFree = target.kind === 'free';
  if (isFree && memo === null) {
    return (
      <EmptyState
        title={t('memos:goneTitle')}
        body={t('memos:goneBody')}
        action={<Button onClick={() => closeTab({ kind: 'memo', target })}>{t('closeTab')}</Button>}
      />
    );
  }
  const remove = async () => {
    await flushDrafts();
    if (memo) await runOrTell('memo.delete', { ids: [memo.id] });
  };
  return (
    <article className="memo-page">
      <div className="memo-page__column">
        <header className="memo-page__header">
          <div className="memo-page__kinds">
            <p className="memo-page__kind">{t(`memos:kind.${target.kind}`)}</p>
            <MemoTypeSelect target={target} isReadOnly={isReadOnly} />
            {memo && !isReadOnly && (
              <Menu
                align="end"
                trigger={<IconButton icon={Ellipsis} label={t('memos:more')} />}
                items={[
                  { label: t('memos:types.manage'), onSelect: openMemoTypes },
                  { type: 'separator' },
                  { label: t('memos:delete'), danger: true, onSelect: () => void remove() },
                ]}
              />
            )}
          </div>
          {!isFree && (
            <div className="memo-page__line">
              <h2 className="memo-page__title">
                {subject?.color && (subject.quote === null || target.kind === 'coding') && (
                  <Swatch color={subject.color} />
                )}
                {subject?.title ?? ''}
              </h2>
              {subject?.open && (
                <Button size="small" variant="quiet" icon={ArrowUpRight} onClick={subject.open}>
                  {t(`memos:open.${target.kind}`)}
                </Button>
              )}
            </div>
          )}
          {subject?.quote != null && (
            <blockquote
              className="memo-page__quote"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, which keys must be able to do
              tabIndex={0}
              style={subject.color ? { borderColor: codeColors(subject.color, theme).mark } : {}}
            >
              {subject.quote}
            </blockquote>
          )}
        </header>
        <MemoTitle key={JSON.stringify(target)} target={target} isReadOnly={isReadOnly} />
        <MemoEditor
          target={target}
          size="page"
          autoFocus={autoFocus}
          onFocus={onFocus}
          label={
            isFree
              ? t('memos:kind.free')
              : target.kind === 'coding'
                ? t('memos:onCoding', { code: subject?.title ?? '' })
                : t('memos:memoOn', { name: subject?.quote ?? subject?.title ?? '' })
          }
        />
      </div>
    </article>
  );
}
