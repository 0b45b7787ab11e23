import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { CodeId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { PaintedCode } from '../../editor/paint/coding-model';
import { formatNumber, useTranslation } from '../../i18n';
import { classNames, Swatch } from '../../ui';
import type { Loss, Piece } from './live-quotations';

interface LossListProps {
  readonly id: string;
  readonly losses: readonly Loss[];
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
  readonly onJump: (place: TextSpan) => void;
  readonly onLeave: () => void;
}

const mostShown = 200;

/** Quotations that lose words, each with what of it goes; the keyboard is in the list as soon as it opens. */
export function LossList({ id, losses, codes, onJump, onLeave }: LossListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = lines.findIndex((line) => line.matches(':focus'));
    if (event.key === 'ArrowDown') lines[at + 1]?.focus();
    else if (event.key === 'ArrowUp') lines[at - 1]?.focus();
    else if (event.key === 'Home') lines[0]?.focus();
    else if (event.key === 'End') lines.at(-1)?.focus();
    else if (event.key === 'Escape') {
      list.current?.parentElement?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
      onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul ref={list} id={id} className="edit-losses" aria-label={t('editing:losses')} onKeyDown={onKeyDown}>
      {losses.slice(0, mostShown).map((loss) => (
        <LossLine key={loss.id} loss={loss} codes={codes} onJump={onJump} />
      ))}
      {losses.length > mostShown && (
        <li className="edit-losses__more">{t('editing:more', { count: losses.length - mostShown })}</li>
      )}
    </ul>
  );
}

interface LossLineProps {
  readonly loss: Loss;
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
  readonly onJump: (place: TextSpan) => void;
}

function LossLine({ loss, codes, onJump }: LossLineProps) {
  const { t } = useTranslation();
  const { fate, pieces, codeIds, hasMemo, place } = loss;
  const known = codeIds.flatMap((id) => codes.get(id) ?? []);
  return (
    <li>
      <button type="button" className="edit-loss" onClick={() => onJump(place)}>
        <span className={classNames('edit-loss__fate', fate === 'emptied' && 'edit-loss__fate--emptied')}>
          {t(fate === 'emptied' ? 'editing:isEmptied' : 'editing:isCut')}
        </span>
        <span className="edit-loss__words">
          “
          {pieces.map((piece) =>
            piece.isGone ? (
              <del key={piece.start}>{shortened(piece)}</del>
            ) : (
              <span key={piece.start}>{shortened(piece)}</span>
            ),
          )}
          ”
        </span>
        <span className="edit-loss__codes">
          {known.slice(0, 3).map((code) => (
            <span key={code.id} className="edit-loss__code">
              <Swatch color={code.color} />
              {code.name}
            </span>
          ))}
          {known.length > 3 && <span>+{formatNumber(known.length - 3)}</span>}
          {hasMemo && <span>{t('editing:withMemo')}</span>}
        </span>
      </button>
    </li>
  );
}

/** Long pieces lose their middle, so that their ends, where something is cut, are seen. */
function shortened({ words }: Piece): string {
  const letters = Array.from(words.replace(/\s+/gu, ' '));
  return letters.length <= 64
    ? letters.join('')
    : `${letters.slice(0, 34).join('')} … ${letters.slice(-26).join('')}`;
}
