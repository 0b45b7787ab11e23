import { engine } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui';
import { askAgain } from './backups-store';

/** Backups that are taken by themselves are not spoken of; only why one could not be. */
export function followBackups(): void {
  engine.subscribe((event) => {
    if (event.name !== 'backup') return;
    askAgain();
    const { failure } = event.payload;
    if (failure === null) return;
    tell({
      kind: 'error',
      topic: 'backup',
      message: failure,
      action: {
        label: t('backups:backups'),
        // Loaded when it is wanted: what is not needed at start waits.
        run: () => void import('./backup-commands').then(({ restoreFromBackup }) => restoreFromBackup()),
      },
    });
  });
}
