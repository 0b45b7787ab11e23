import { workspaceStore } from '../app/workspace-store';
import { currentSession } from '../client/session-store';
import { autocodeActions } from '../features/autocode/actions';
import { codingActions } from '../features/coding/actions';
import { documentActions } from '../features/document/document-actions';
import { editingActions } from '../features/editing/actions';
import { findActions } from '../features/find/actions';
import { structureActions } from '../features/structure/actions';
import { t } from '../i18n';
import { tellError } from '../ui/toast-store';
import type { Action, ActionContext } from './action';
import { editActions } from './edit-actions';
import { fileActions } from './file-actions';
import { helpActions } from './help-actions';
import { shortcutsOf } from './shortcut-store';
import { viewActions } from './view-actions';

/** Everything that can be done in the window. A feature's actions are one more line here. */
export const actions: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...findActions,
  ...editingActions,
  ...codingActions,
  ...structureActions,
  ...documentActions,
  ...autocodeActions,
  ...viewActions,
  ...helpActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));

export function findAction(id: string): Action | undefined {
  return byId.get(id);
}

export function currentContext(): ActionContext {
  return { session: currentSession(), activeTab: workspaceStore.getState().activeTab };
}

export function isEnabled(action: Action, context: ActionContext): boolean {
  return action.isEnabled?.(context) ?? true;
}

/** The action's name with its values: `Undo “apply clout”`. */
export function actionTitle(action: Action, context: ActionContext): string {
  return t(action.title, { ...action.titleValues?.(context) });
}

/** Other words by which it is looked for: “tag”, “highlight” for coding. */
export function keywordsOf({ id }: Action): string {
  return t(`actions:keywords.${id}`, { defaultValue: '' });
}

/** The shortcut that is shown. */
export function shownShortcut(action: Action): string | undefined {
  return shortcutsOf(action)[0];
}

/** Runs the action if it is possible now. A bug in it is told, not swallowed. */
export async function runAction(id: string): Promise<void> {
  const action = byId.get(id);
  const context = currentContext();
  if (!action || !isEnabled(action, context)) return;
  try {
    await action.run(context);
  } catch (error) {
    tellError({
      kind: 'bug',
      message: t('actionFailed', { title: actionTitle(action, context) }),
      detail: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
    });
  }
}
