import { join } from 'node:path';
import { app, Menu, nativeTheme } from 'electron';
import { projectArgument } from './arguments';
import { isPath } from './checks';
import { GraphicsMemory } from './graphics-memory';
import { lockDown } from './lockdown';
import { mark } from './measure';
import { declarePageScheme, PageFiles } from './page';
import { RecentProjects } from './recent-projects';
import { SettingsStore, systemTheme } from './settings';
import { serveShell } from './shell-handlers';
import { silenceChromium } from './silence';
import { WindowStateStore } from './window-state';
import { Windows } from './windows';

/**
 * The main process: windows, menus, dialogs and paths. It never touches a project. Everything here is on the way
 * to the first window, so it imports nothing but Electron and its own small files.
 */
mark('main');

function start(firstProject: string | null): void {
  const userData = app.getPath('userData');
  const settings = new SettingsStore(join(userData, 'settings.json'));
  const recents = new RecentProjects(join(userData, 'recent-projects.json'));
  const state = new WindowStateStore(userData);
  const windows = new Windows({ state, settings: () => settings.value });
  const page = new PageFiles(join(__dirname, '..', 'renderer'));
  const graphics = new GraphicsMemory(join(userData, 'graphics.json'), process.versions.electron);
  let asked = firstProject;

  // macOS names a double-clicked file by this event, before or after the start.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) windows.show(path);
    else asked = path;
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const path = typeof data === 'object' && data !== null && 'openPath' in data ? data.openPath : null;
    windows.show(isPath(path) ? path : null);
  });
  app.on('activate', () => {
    if (app.isReady() && windows.isEmpty) windows.create(null);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    for (const store of [settings, recents, state, graphics]) store.flush();
    const closing = windows.enginesClosed();
    if (!closing) return;
    event.preventDefault();
    void closing.then(() => app.quit());
  });

  if (graphics.isKnownSoftware) {
    app.disableHardwareAcceleration();
    app.commandLine.appendSwitch('disable-software-rasterizer');
  }
  page.startReading();
  void app.whenReady().then(() => {
    mark('ready');
    nativeTheme.themeSource = systemTheme(settings.value);
    lockDown();
    page.serve();
    serveShell({ windows, settings, recents, graphics });
    windows.create(asked);
  });
}

// With V8's usual 1 MB the page would collect garbage again and again before its first paint.
if (!app.commandLine.hasSwitch('js-flags'))
  app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=16');
silenceChromium();
declarePageScheme();
// The window brings its own; Electron's default one is not even built.
Menu.setApplicationMenu(null);

const openPath = projectArgument(process.argv, app.isPackaged, process.cwd());
if (app.requestSingleInstanceLock({ openPath })) start(openPath);
else app.quit();
