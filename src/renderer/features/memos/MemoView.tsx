import { ArrowUpRight } from 'lucide-react';
import { codeColors } from '../../../core/colors';
import type { MemoTarget } from '../../../core/entities';
import { useTheme } from '../../app/theme-store';
import { useTranslation } from '../../i18n';
import { Button, Swatch } from '../../ui';
import { MemoEditor } from './MemoEditor';
import './MemoView.css';
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
  const subject = useMemoSubject(target);
  return (
    <article className="memo-page">
      <div className="memo-page__column">
        <header className="memo-page__header">
          <p className="memo-page__kind">{t(`memos:kind.${target.kind}`)}</p>
          <div className="memo-page__line">
            <h2 className="memo-page__title">
              {subject?.color && subject.quote === null && <Swatch color={subject.color} />}
              {subject?.title ?? ''}
            </h2>
            {subject?.open && (
              <Button size="small" variant="quiet" icon={ArrowUpRight} onClick={subject.open}>
                {t(`memos:open.${target.kind}`)}
              </Button>
            )}
          </div>
          {subject?.quote != null && (
            <blockquote
              className="memo-page__quote"
              style={subject.color ? { borderColor: codeColors(subject.color, theme).mark } : {}}
            >
              {subject.quote}
            </blockquote>
          )}
        </header>
        <MemoEditor
          target={target}
          size="page"
          autoFocus={autoFocus}
          onFocus={onFocus}
          label={t('memos:memoOn', { name: subject?.quote ?? subject?.title ?? '' })}
        />
      </div>
    </article>
  );
}
