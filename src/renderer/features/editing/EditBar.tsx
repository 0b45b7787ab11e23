import { ChevronDown, PencilLine, Redo2, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { CodeId } from '../../../core/ids';
import { quoteLine, type TextSpan } from '../../../core/text';
import type { PaintedCode } from '../../editor/paint/coding-model';
import { formatNumber, useTranslation } from '../../i18n';
import { Button, classNames, IconButton, Swatch } from '../../ui';
import type { EditSession } from './edit-session';
import type { Loss } from './live-quotations';

interface EditBarProps {
  readonly session: EditSession;
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onJump: (place: TextSpan) => void;
}

/** What is being done, what it does to the quotations, and the two ways out of it. */
export function EditBar({ session, codes, onUndo, onRedo, onSave, onDiscard, onJump }: EditBarProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const { losses } = session.outcome;
  const { history } = session.edit;
  const hasLosses = losses.length > 0;
  return (
    <div className="edit-bar">
      <div className="edit-bar__row" role="toolbar" aria-label={t('editing:toolbar')}>
        <PencilLine size={16} strokeWidth={1.75} aria-hidden className="edit-bar__icon" />
        <strong className="edit-bar__title">{t('editing:title')}</strong>
        <Summary
          session={session}
          listId={listId}
          isOpen={isOpen && hasLosses}
          onToggle={() => setOpen(!isOpen)}
        />
        <IconButton
          icon={Undo2}
          label={t('editing:undo')}
          shortcut="Mod+Z"
          disabled={!history.canUndo}
          onClick={onUndo}
        />
        <IconButton
          icon={Redo2}
          label={t('editing:redo')}
          shortcut="Mod+Shift+Z"
          disabled={!history.canRedo}
          onClick={onRedo}
        />
        <Button size="small" onClick={onDiscard} disabled={session.isSaving}>
          {session.isChanged ? t('editing:discard') : t('editing:leave')}
        </Button>
        <Button
          size="small"
          variant="primary"
          shortcut="Mod+S"
          onClick={onSave}
          disabled={!session.isChanged || session.isSaving}
        >
          {session.isSaving ? t('editing:saving') : t('editing:save')}
        </Button>
      </div>
      {isOpen && hasLosses && (
        <ul id={listId} className="edit-losses" aria-label={t('editing:losses')}>
          {losses.slice(0, mostShown).map((loss) => (
            <LossLine key={loss.id} loss={loss} codes={codes} onJump={onJump} />
          ))}
          {losses.length > mostShown && (
            <li className="edit-losses__more">{t('editing:more', { count: losses.length - mostShown })}</li>
          )}
        </ul>
      )}
    </div>
  );
}

const mostShown = 200;

interface SummaryProps {
  readonly session: EditSession;
  /** Of the list that it opens. */
  readonly listId: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Said politely too, since it changes while somebody looks at the text. */
function Summary({ session, listId, isOpen, onToggle }: SummaryProps) {
  const { t } = useTranslation();
  const { changed, losses } = session.outcome;
  const emptied = losses.filter(({ fate }) => fate === 'emptied').length;
  const cut = losses.length - emptied;
  const parts = [
    ...(emptied > 0 ? [t('editing:emptied', { count: emptied })] : []),
    ...(cut > 0 ? [t('editing:cut', { count: cut })] : []),
    ...(changed > 0 ? [t('editing:changed', { count: changed })] : []),
  ];
  const text = parts.length > 0 ? parts.join(' · ') : t('editing:nothingLost');
  return (
    <div className="edit-bar__summary">
      <span role="status" className={losses.length > 0 ? 'visually-hidden' : undefined}>
        {text}
      </span>
      {losses.length > 0 && (
        <button
          type="button"
          className={classNames('edit-bar__losses', emptied > 0 && 'edit-bar__losses--emptied')}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={onToggle}
        >
          {text}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </div>
  );
}

interface LossLineProps {
  readonly loss: Loss;
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
  readonly onJump: (place: TextSpan) => void;
}

function LossLine({ loss, codes, onJump }: LossLineProps) {
  const { t } = useTranslation();
  const { fate, words, codeIds, hasMemo, place } = loss;
  const known = codeIds.flatMap((id) => codes.get(id) ?? []);
  return (
    <li>
      <button type="button" className="edit-loss" onClick={() => onJump(place)}>
        <span className={classNames('edit-loss__fate', fate === 'emptied' && 'edit-loss__fate--emptied')}>
          {t(fate === 'emptied' ? 'editing:isEmptied' : 'editing:isCut')}
        </span>
        <span className="edit-loss__words">“{quoteLine(words, 90)}”</span>
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
