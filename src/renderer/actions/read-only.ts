import { t } from '../i18n';
import { tell } from '../ui/toast-store';
import type { ActionContext } from './action';

/** Whether something is refused for no other reason than that the project is open for reading only; tells so. */
export function isReadOnlyRefusal(
  isPossible: (context: ActionContext) => boolean,
  context: ActionContext,
): boolean {
  const { session } = context;
  if (session.state !== 'open' || session.readOnly === null || isPossible(context)) return false;
  if (!isPossible({ ...context, session: { ...session, readOnly: null } })) return false;
  tell({ kind: 'info', topic: 'readOnly', message: t('nothingChanges', { reason: session.readOnly }) });
  return true;
}
