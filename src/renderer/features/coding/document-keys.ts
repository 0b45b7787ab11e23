import { canChange } from '../../actions/action';
import { isReadOnlyRefusal } from '../../actions/read-only';
import { actions, currentContext, isEnabled, runAction } from '../../actions/registry';
import { findByPress } from '../../actions/shortcut-match';
import { shortcutsOf } from '../../actions/shortcut-store';
import { shell } from '../../client';
import { handleAdjustKey } from './adjusting';
import type { OpenDocument } from './open-documents';
import { openPalette } from './open-palette';
import { passageToCode } from './selection-moves';

const isMac = shell.platform === 'darwin';

/** A function, because the registry and the view that has this may load each other. */
const ofText = () => actions.filter(({ isShortcutHandledByView }) => isShortcutHandledByView);

/**
 * Keys in the text. It can't be typed into, so every key is free: a letter opens the list of codes with the letter
 * typed, digits apply recent codes, and the space bar turns the page. True when the key was taken.
 */
export function handleDocumentKey(event: KeyboardEvent, document: OpenDocument): boolean {
  if (event.isComposing) return false;
  if (handleAdjustKey(event, document)) return true;
  const context = currentContext();
  const action = findByPress(ofText(), shortcutsOf, { press: event, isMac });
  if (action) {
    event.preventDefault();
    if (!isReadOnlyRefusal((as) => isEnabled(action, as), context)) void runAction(action.id);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === ' ') {
    event.preventDefault();
    document.surface.scrollByPage(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!/^\p{L}$/u.test(event.key)) return false;
  if (isReadOnlyRefusal(canChange, context)) {
    event.preventDefault();
    return true;
  }
  event.preventDefault();
  openPalette(document, passageToCode(document), event.key);
  return true;
}
