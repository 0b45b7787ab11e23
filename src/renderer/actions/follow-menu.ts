import { readingStore } from '../app/reading-store';
import { themeStore } from '../app/theme-store';
import { trailStore } from '../app/trail-store';
import { workspaceStore } from '../app/workspace-store';
import { sessionStore } from '../client/session-store';
import { shell } from '../client/shell';
import { usable } from '../client/usable';
import { buildMenu } from './native-menu';
import { currentContext, runAction } from './registry';
import { shortcutStore } from './shortcut-store';

const calm = 80;

/** Keeps the native menu true; a burst of changes makes one menu. */
export function followMenu(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  const show = () => {
    const menu = buildMenu(currentContext());
    const asText = JSON.stringify(menu);
    if (asText === shown) return;
    shown = asText;
    shell.setMenu(menu);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, calm);
  };
  void usable.then(() => {
    sessionStore.subscribe(later);
    workspaceStore.subscribe(later);
    themeStore.subscribe(later);
    readingStore.subscribe(later);
    trailStore.subscribe(later);
    shortcutStore.subscribe(later);
    later();
  });
  shell.onMenuAction((id) => void runAction(id));
}
