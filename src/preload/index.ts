import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Shell } from '../contract/shell';
import type { Result } from '../core/result';

/**
 * The only door between the page and the machine: exactly `Shell`, as `window.emic`, and the engine's port as a
 * window message. Channels are named like the shell's methods.
 */
async function ask<T>(method: keyof Shell, argument?: unknown): Promise<T> {
  const result: Result<T> = await ipcRenderer.invoke(method, argument);
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}

function tell(method: keyof Shell, ...args: readonly unknown[]): void {
  ipcRenderer.send(method, ...args);
}

/** Passes what the main process says to one listener or more; what comes before the first is kept for it. */
function notices<T>(method: keyof Shell): (listener: (payload: T) => void) => () => void {
  const listeners = new Set<(payload: T) => void>();
  let waiting: T[] = [];
  ipcRenderer.on(method, (_event, payload: T) => {
    if (listeners.size === 0) waiting.push(payload);
    for (const listener of listeners) listener(payload);
  });
  return (listener) => {
    listeners.add(listener);
    const missed = waiting;
    waiting = [];
    for (const payload of missed) listener(payload);
    return () => {
      listeners.delete(listener);
    };
  };
}

/**
 * The port is fetched before the page's first line and handed over when the page asks. It can't cross the bridge,
 * only a window message.
 */
const port = {
  ready: undefined as MessagePort | undefined,
  isAwaited: true,
  isWanted: false,
};

function fetchPort(): void {
  port.isAwaited = true;
  tell('requestPort');
}

function handOver(): void {
  if (!port.ready || !port.isWanted) return;
  window.postMessage('emic:port', location.origin, [port.ready]);
  port.ready = undefined;
  port.isWanted = false;
}

ipcRenderer.on('port', (event) => {
  port.isAwaited = false;
  port.ready = event.ports[0];
  handOver();
});
fetchPort();

const onEngineEnded = notices<void>('onEngineEnded');
onEngineEnded(() => {
  port.ready = undefined;
});

function pathOfFile(file: File): string {
  // Electron before 32 has no `webUtils` but a property of the file.
  if (webUtils) return webUtils.getPathForFile(file);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

const { settings, version, opening }: Pick<Shell, 'settings' | 'version' | 'opening'> =
  ipcRenderer.sendSync('settings');

const shell: Shell = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  version,
  settings,
  opening,
  saveSetting: (key, value) => tell('saveSetting', key, value),
  requestPort: () => {
    port.isWanted = true;
    if (port.ready) handOver();
    else if (!port.isAwaited) fetchPort();
  },
  chooseProject: () => ask('chooseProject'),
  chooseDocuments: () => ask('chooseDocuments'),
  chooseFolder: (purpose) => ask('chooseFolder', purpose),
  chooseSavePath: (options) => ask('chooseSavePath', options),
  copySample: () => ask('copySample'),
  showIfOpen: (path) => ask('showIfOpen', path),
  recentProjects: () => ask('recentProjects'),
  forgetRecentProject: (path) => ask('forgetRecentProject', path),
  pathOfFile,
  showInFolder: (path) => tell('showInFolder', path),
  setMenu: (menu) => tell('setMenu', menu),
  onMenuAction: notices('onMenuAction'),
  onOpenProject: notices('onOpenProject'),
  onSettingSaved: notices('onSettingSaved'),
  onEngineEnded: (listener) => onEngineEnded(() => listener()),
  setProject: (project) => tell('setProject', project),
  reportUsable: () => tell('reportUsable'),
};

contextBridge.exposeInMainWorld('emic', shell);
