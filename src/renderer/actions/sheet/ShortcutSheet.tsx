import { Keyboard } from 'lucide-react';
import { useTranslation } from '../../i18n';
import { Button, Dialog, Kbd } from '../../ui';
import { actionGroups } from '../action';
import { openDialog } from '../dialog-store';
import { plainTitle } from '../keys/keys-model';
import { actions, currentContext } from '../registry';
import { shortcutsOf } from '../shortcut-store';
import './ShortcutSheet.css';

/** Of an action with many keys; all are in the dialog that changes them. */
const mostShown = 2;

/** All keys, made from the actions themselves. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const context = currentContext();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('actions:sheetTitle')}
      bodyLabel={t('actions:sheetTitle')}
      width={860}
      footer={
        <Button icon={Keyboard} onClick={() => openDialog('keys')}>
          {t('actions:changeShortcuts')}
        </Button>
      }
    >
      <div className="shortcut-sheet">
        {actionGroups.map((group) => {
          const lines = actions.filter(
            (action) =>
              action.group === group && shortcutsOf(action).length > 0 && !action.hiddenIn?.includes('sheet'),
          );
          if (lines.length === 0) return null;
          return (
            <section key={group} className="shortcut-sheet__group">
              <h3>{t(`actions:groups.${group}`)}</h3>
              <dl>
                {lines.map((action) => (
                  <div key={action.id}>
                    <dt>{plainTitle(action, context)}</dt>
                    <dd>
                      {shortcutsOf(action)
                        .slice(0, mostShown)
                        .map((shortcut) => (
                          <Kbd key={shortcut} keys={shortcut} />
                        ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
