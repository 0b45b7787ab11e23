import { RotateCcw, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { shell } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, confirm, Dialog, TextField } from '../../ui';
import { shortcutText } from '../../ui/shortcut';
import { type Action, actionGroups } from '../action';
import { actions, currentContext, keywordsOf } from '../registry';
import type { KeyPress } from '../shortcut-match';
import {
  changeShortcuts,
  resetAllShortcuts,
  shortcutStore,
  shortcutsOf,
  usualShortcuts,
} from '../shortcut-store';
import { KeyLine } from './KeyLine';
import './KeysDialog.css';
import { give, type Heard, hear, isFound, plainTitle, type Recording } from './keys-model';

const isMac = shell.platform === 'darwin';

/** All commands with their keys, to give them others. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const changed = shortcutStore((store) => store.changed);
  const [search, setSearch] = useState('');
  const [recording, setRecording] = useState<Recording | null>(null);
  const [heard, setHeard] = useState<(Heard & { readonly press: KeyPress }) | null>(null);
  const [said, setSaid] = useState('');
  const context = currentContext();
  const titleOf = (action: Action) => plainTitle(action, context);

  const record = (next: Recording | null) => {
    setHeard(null);
    setRecording(next);
    if (next) setSaid(t('actions:keys.press', { title: titleOf(next.action) }));
  };

  const take = (shortcut: string, from: readonly Action[], press: KeyPress) => {
    if (!recording) return;
    give(recording, shortcut, from, press, isMac);
    const words = {
      title: titleOf(recording.action),
      keys: shortcutText(shortcut),
      titles: from.map(titleOf).join('”, “'),
    };
    record(null);
    setSaid(t(from.length > 0 ? 'actions:keys.givenTaken' : 'actions:keys.given', words));
  };

  const isListening = recording !== null && heard?.kind !== 'taken';
  useEffect(() => {
    if (!isListening || !recording) return;
    // First of all listeners: nothing else may make something of keys that are only being named.
    const listen = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      const isAlone = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      if (event.key === 'Escape' && isAlone) {
        record(null);
        setSaid('');
        return;
      }
      const answer = hear(event, recording, shell.platform);
      if (answer.kind === 'free') take(answer.shortcut, [], event);
      else if (answer.kind !== 'nothing') setHeard({ ...answer, press: event });
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  });

  const found = actions.filter((action) =>
    isFound(`${titleOf(action)} ${keywordsOf(action)}`, shortcutsOf(action), search),
  );
  const count = Object.keys(changed).length;
  const resetAll = async () => {
    const isWanted = await confirm({
      title: t('actions:keys.resetAllTitle'),
      body: t('actions:keys.resetAllBody', { count }),
      confirmLabel: t('actions:keys.resetAll'),
    });
    if (!isWanted) return;
    resetAllShortcuts();
    setSaid(t('actions:keys.resetAllDone'));
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('actions:keys.title')}
      width={720}
      footer={
        <>
          <p className="keys-dialog__said" role="status">
            {said}
          </p>
          <Button icon={RotateCcw} disabled={count === 0} onClick={() => void resetAll()}>
            {t('actions:keys.resetAll')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      <div className="keys-dialog">
        <TextField
          label={t('actions:keys.search')}
          isLabelHidden
          placeholder={t('actions:keys.search')}
          icon={Search}
          value={search}
          onChange={setSearch}
          onFocus={() => record(null)}
          autoFocus
        />
        <div className="keys-dialog__list">
          {found.length === 0 && <p className="keys-dialog__nothing">{t('actions:keys.nothing')}</p>}
          {actionGroups.map((group) => {
            const lines = found.filter((action) => action.group === group);
            if (lines.length === 0) return null;
            return (
              <section key={group} aria-label={t(`actions:groups.${group}`)}>
                <h3>{t(`actions:groups.${group}`)}</h3>
                <ul>
                  {lines.map((action) => (
                    <KeyLine
                      key={action.id}
                      action={action}
                      title={titleOf(action)}
                      titleOf={titleOf}
                      recording={recording?.action === action ? recording : null}
                      heard={recording?.action === action ? heard : null}
                      onRecord={record}
                      onTake={take}
                      onRemove={(shortcut) => {
                        changeShortcuts([[action, shortcutsOf(action).filter((one) => one !== shortcut)]]);
                        record(null);
                        setSaid(t('actions:keys.removed', { keys: shortcutText(shortcut) }));
                      }}
                      onReset={() => {
                        changeShortcuts([[action, usualShortcuts(action)]]);
                        record(null);
                        setSaid(t('actions:keys.isUsual', { title: titleOf(action) }));
                      }}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </div>
    </Dialog>
  );
}
