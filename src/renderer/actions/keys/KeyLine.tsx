import { Plus, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n';
import { Button, classNames, IconButton, Kbd } from '../../ui';
import { shortcutText } from '../../ui/shortcut';
import type { Action } from '../action';
import type { KeyPress } from '../shortcut-match';
import { isChanged, shortcutsOf } from '../shortcut-store';
import type { Heard, Recording } from './keys-model';

export interface KeyLineProps {
  readonly action: Action;
  readonly title: string;
  readonly titleOf: (action: Action) => string;
  /** Keys are awaited for this action now. */
  readonly recording: Recording | null;
  readonly heard: (Heard & { readonly press: KeyPress }) | null;
  readonly onRecord: (recording: Recording | null) => void;
  readonly onTake: (shortcut: string, from: readonly Action[], press: KeyPress) => void;
  readonly onRemove: (shortcut: string) => void;
  readonly onReset: () => void;
}

/** A command and its keys: each a button to change it, Delete on it takes it away. */
export function KeyLine(props: KeyLineProps) {
  const { action, title, recording, onRecord, onRemove, onReset } = props;
  const { t } = useTranslation();
  const shortcuts = shortcutsOf(action);
  const line = useRef<HTMLLIElement>(null);
  const wasRecording = useRef(false);
  // What was pressed to begin may be gone: the keyboard stays in the line.
  useEffect(() => {
    const isOver = wasRecording.current && !recording;
    wasRecording.current = recording !== null;
    if (isOver && !line.current?.contains(document.activeElement))
      line.current?.querySelector('button')?.focus();
  }, [recording]);
  return (
    <li ref={line} className={classNames('key-line', recording && 'is-recording')}>
      <div className="key-line__row">
        <span className="key-line__title">{title}</span>
        {action.isShortcutHandledByView && (
          <span className="key-line__where">{t('actions:keys.inText')}</span>
        )}
        <span className="key-line__keys">
          {shortcuts.map((shortcut) => (
            <button
              key={shortcut}
              type="button"
              className="key-line__key"
              aria-label={t('actions:keys.change', { keys: shortcutText(shortcut), title })}
              onClick={() => onRecord({ action, replaced: shortcut })}
              onKeyDown={(event) => {
                if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                event.preventDefault();
                onRemove(shortcut);
              }}
            >
              <Kbd keys={shortcut} isPlain />
            </button>
          ))}
          {isChanged(action) && (
            <IconButton
              icon={RotateCcw}
              size="small"
              label={t('actions:keys.reset', { title })}
              onClick={onReset}
            />
          )}
          <IconButton
            icon={Plus}
            size="small"
            label={t('actions:keys.add', { title })}
            onClick={() => onRecord({ action, replaced: null })}
          />
        </span>
      </div>
      {recording && <Listening {...props} recording={recording} />}
    </li>
  );
}

function Listening({
  title,
  titleOf,
  recording,
  heard,
  onRecord,
  onTake,
  onRemove,
}: KeyLineProps & { readonly recording: Recording }) {
  const { t } = useTranslation();
  const field = useRef<HTMLDivElement>(null);
  const isTaken = heard?.kind === 'taken';
  // Back from the buttons that answer, or from the one that began it.
  useEffect(() => {
    if (!isTaken) field.current?.focus();
  }, [isTaken]);
  return (
    <div className="key-line__listening">
      <div
        ref={field}
        className="key-line__field"
        role="application"
        tabIndex={-1}
        aria-label={t('actions:keys.press', { title })}
      >
        {heard?.kind === 'refused' ? (
          <span role="alert">{heard.why}</span>
        ) : isTaken ? (
          <span role="alert">
            {t('actions:keys.taken', {
              keys: shortcutText(heard.shortcut),
              titles: heard.from.map(titleOf).join('”, “'),
            })}
          </span>
        ) : (
          <span>{t('actions:keys.press', { title })}</span>
        )}
      </div>
      {isTaken ? (
        <>
          <Button
            size="small"
            variant="primary"
            autoFocus
            onClick={() => onTake(heard.shortcut, heard.from, heard.press)}
          >
            {t('actions:keys.take')}
          </Button>
          <Button size="small" onClick={() => onRecord(null)}>
            {t('actions:keys.leave')}
          </Button>
        </>
      ) : (
        <>
          <span className="key-line__hint">{t('actions:keys.pressHint')}</span>
          {recording.replaced !== null && (
            <Button
              size="small"
              variant="quiet"
              aria-label={t('actions:keys.removeKeys', { keys: shortcutText(recording.replaced), title })}
              onClick={() => recording.replaced !== null && onRemove(recording.replaced)}
            >
              {t('actions:keys.remove')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => onRecord(null)}>
            {t('cancel')}
          </Button>
        </>
      )}
    </div>
  );
}
