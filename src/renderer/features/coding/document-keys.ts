import { currentSession } from '../../client';
import { workspaceStore } from '../../app/workspace-store';
import { codingActions } from './actions';
import { openCodePalette } from './code-palette-store';
import type { OpenDocument } from './open-documents';
import { passageToCode } from './passage';
import { isShortcut } from './shortcut-keys';

/**
 * Keys in the text. It can't be typed into, so every key is free: a letter opens the list of codes with the letter
 * typed, digits apply recent codes, and the space bar turns the page. True when the key was taken.
 */
export function handleDocumentKey(event: KeyboardEvent, document: OpenDocument): boolean {
  if (event.isComposing) return false;
  const context = { session: currentSession(), activeTab: workspaceStore.getState().activeTab };
  for (const action of codingActions) {
    const shortcuts = typeof action.shortcut === 'string' ? [action.shortcut] : (action.shortcut ?? []);
    if (!shortcuts.some((shortcut) => isShortcut(event, shortcut))) continue;
    event.preventDefault();
    if (action.isEnabled?.(context) ?? true) void action.run(context);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === ' ') {
    event.preventDefault();
    document.surface.scrollByPage(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!/^\p{L}$/u.test(event.key)) return false;
  event.preventDefault();
  const span = passageToCode(document);
  if (span) openCodePalette({ kind: 'apply', sourceId: document.sourceId, span }, event.key);
  return true;
}
