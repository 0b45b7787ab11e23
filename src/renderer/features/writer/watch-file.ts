import { engine, usable } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui';

/**
 * Lets the engine look at lock and file while the window is seen, and at once when it comes to the front; says once
 * what another program has done. Returns the stop.
 */
export function watchFile(): () => void {
  let isOver = false;
  const look = () => {
    if (!isOver) void engine.run('session.look', { isSeen: document.visibilityState === 'visible' });
  };
  // Nothing can have happened to the file while the window is still being filled from it.
  void usable.then(look);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  const stop = engine.subscribe((event) => {
    if (event.name !== 'outside') return;
    const { what, path } = event.payload;
    const message = t(`writer:outside.${what}`, { file: fileOf(path) });
    tell({ kind: 'info', message, topic: 'outside' });
  });
  return () => {
    isOver = true;
    void engine.run('session.look', { isSeen: false });
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('focus', look);
    stop();
  };
}

export function fileOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
