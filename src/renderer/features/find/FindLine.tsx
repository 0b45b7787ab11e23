import { ChevronDown, ChevronUp, CornerDownLeft, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { formatNumber, useTranslation } from '../../i18n';
import { IconButton } from '../../ui';
import { FindToggles } from './FindToggles';
import type { HitInHand } from './find-steps';
import './FindBar.css';

interface FindLineProps extends HitInHand {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Name of the field. */
  readonly label: string;
  readonly text: string;
  readonly isInvalid: boolean;
  /** Of the hits; null where what is typed can't be looked for. */
  readonly count: number | null;
  readonly isCut: boolean;
  readonly onText: (text: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** What else can be done with the hits. */
  readonly children?: ReactNode;
}

/** The words looked for, how they are, the hit in hand of so many, and the way to the others. */
export function FindLine(props: FindLineProps) {
  const { field, label, text, isInvalid, count, isCut, index, wrapped, onStep } = props;
  const { t } = useTranslation();
  const of = `${formatNumber(count ?? 0)}${isCut ? '+' : ''}`;
  const told =
    text === '' || count === null
      ? ''
      : count === 0
        ? t('find:bar.none')
        : t('find:bar.count', { number: formatNumber(index + 1), count: of });
  return (
    <div className="find-bar__line">
      <input
        ref={field}
        className="field__input find-bar__field"
        aria-label={label}
        placeholder={label}
        aria-invalid={isInvalid || undefined}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => props.onText(target.value)}
      />
      <FindToggles hasRegex />
      <span className="find-bar__count" role="status">
        {told}
        {wrapped && (
          <span className="find-bar__wrapped" title={t(`find:bar.${wrapped}`)}>
            <CornerDownLeft size={13} strokeWidth={1.5} aria-hidden />
            <span className="visually-hidden">{t(`find:bar.${wrapped}`)}</span>
          </span>
        )}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('find:previous')}
        shortcut="Shift+F3"
        disabled={!count}
        onClick={() => onStep(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('find:next')}
        shortcut="F3"
        disabled={!count}
        onClick={() => onStep(1)}
      />
      {props.children}
      <span className="find-bar__gap" />
      <IconButton icon={X} label={t('find:bar.close')} shortcut="Escape" onClick={props.onClose} />
    </div>
  );
}
