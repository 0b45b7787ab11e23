import type { AppError } from '../../../core/result';
import { t } from '../../i18n';
import { tell, tellError } from '../../ui';
import { nameOfPath, openBackups } from './backups-store';

/** A project can't be opened: says why, and offers what may help where its file is damaged or gone. */
export function tellCantOpen(error: AppError, path: string): void {
  if (error.kind === 'cancelled') return;
  if (error.kind !== 'unreadableFile' && error.kind !== 'notFound') {
    tellError(error);
    return;
  }
  tell({
    kind: 'error',
    message: error.message,
    action: {
      label: t('backups:backups'),
      run: () => openBackups({ path, name: nameOfPath(path) }),
    },
    ...(error.kind === 'unreadableFile' && { otherAction: salvageOf(path) }),
  });
}

/** The way to what a damaged file still holds; its code is loaded when it is wanted. */
function salvageOf(path: string) {
  return {
    label: t('backups:salvage'),
    run: () => void import('./salvage').then(({ saveWhatCanBeRead }) => saveWhatCanBeRead(path)),
  };
}
