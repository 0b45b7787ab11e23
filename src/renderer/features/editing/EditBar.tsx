import { ChevronDown, PencilLine, Redo2, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { CodeId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { PaintedCode } from '../../editor/paint/coding-model';
import { useTranslation } from '../../i18n';
import { Button, classNames, IconButton } from '../../ui';
import type { EditSession } from './edit-session';
import { LossList } from './LossList';

interface EditBarProps {
  readonly session: EditSession;
  readonly codes: ReadonlyMap<CodeId, PaintedCode>;
  /** False where the saved text is another by now. */
  readonly canSave: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onJump: (place: TextSpan) => void;
}

/** What is being done, what it does to the quotations, and the two ways out of it. */
export function EditBar(props: EditBarProps) {
  const { session, codes, canSave, onUndo, onRedo, onSave, onDiscard, onJump } = props;
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
          disabled={!canSave || !session.isChanged || session.isSaving}
        >
          {session.isSaving ? t('editing:saving') : t('editing:save')}
        </Button>
      </div>
      {isOpen && hasLosses && (
        <LossList id={listId} losses={losses} codes={codes} onJump={onJump} onLeave={() => setOpen(false)} />
      )}
    </div>
  );
}

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
