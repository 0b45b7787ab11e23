import { useTranslation } from '../../i18n';
import { Dialog, Kbd } from '../../ui';
import { actionGroups } from '../action';
import { actions, actionTitle, currentContext, shownShortcut } from '../registry';
import './ShortcutSheet.css';

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
    >
      <div className="shortcut-sheet">
        {actionGroups.map((group) => {
          const lines = actions.filter(
            (action) => action.group === group && action.shortcut && !action.hiddenIn?.includes('sheet'),
          );
          if (lines.length === 0) return null;
          return (
            <section key={group} className="shortcut-sheet__group">
              <h3>{t(`actions:groups.${group}`)}</h3>
              <dl>
                {lines.map((action) => (
                  <div key={action.id}>
                    <dt>{actionTitle(action, context)}</dt>
                    <dd>
                      <Kbd keys={shownShortcut(action) ?? ''} />
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
