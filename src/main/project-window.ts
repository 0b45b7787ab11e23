import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, type WebContents } from 'electron';
import type { Settings, Shell, ShownProject } from '../contract/shell';
import { EngineHost } from './engine-host';
import { mark } from './measure';
import { headingsMenu, readMenu } from './menu';
import { pageUrl } from './page';
import { smallest, type WindowStateStore } from './window-state';

/** The page's own background (`--bg` of its two themes), so that nothing flashes before it paints. */
const backgrounds = { light: '#f4f2ee', dark: '#1b1a18' };
const highContrastBackgrounds = { light: '#ffffff', dark: '#000000' };

const words = {
  givenUp: 'This window can’t go on: the part of Emic that reads and writes projects keeps stopping.',
  whatIsSafe:
    'Everything that was saved is in the project file. Open Emic again; if that does not help, install it again.',
};

/** A page that crashes this soon after it was loaded again would only crash again. */
const calmInMilliseconds = 10_000;

/** What the page is told without asking; each has a method of its name in the shell. */
export type Notice = Extract<keyof Shell, 'onMenuAction' | 'onOpenProject' | 'onEngineEnded'>;

export interface ProjectWindowOptions {
  readonly openPath: string | null;
  readonly beside: BrowserWindow | undefined;
  readonly state: WindowStateStore;
  readonly settings: () => Settings;
}

export function themeBackground(): string {
  const colors = nativeTheme.shouldUseHighContrastColors ? highContrastBackgrounds : backgrounds;
  return nativeTheme.shouldUseDarkColors ? colors.dark : colors.light;
}

/** One window with one engine process behind it, and so one project. */
export class ProjectWindow {
  readonly engine: EngineHost;
  readonly window: BrowserWindow;
  readonly contents: WebContents;
  private menu: Menu | null = null;
  private sections = '';
  private lastCrash = 0;
  /** What the window shows, by its own word; what it is about to open until then. */
  private shown: ShownProject | null = null;
  private expected: string | null;

  constructor(private readonly options: ProjectWindowOptions) {
    this.expected = options.openPath;
    // The engine first: it starts in another process while this one is busy with the window.
    this.engine = new EngineHost({
      script: join(__dirname, 'engine.cjs'),
      codeCache: join(app.getPath('userData'), 'engine-code.bin'),
      openPath: options.openPath,
      coder: () => options.settings().coder,
      backupFolder: () => options.settings().backupFolder,
      reopenPath: () => this.projectPath,
      onEnded: () => this.notify('onEngineEnded'),
      onOpenFailed: (path) => {
        this.expected = null;
        this.notify('onOpenProject', path);
      },
      onGivenUp: () => void this.giveUp(),
    });
    mark('engineForked');
    this.window = this.makeWindow();
    this.contents = this.window.webContents;
    mark('windowMade');
    this.contents.on('render-process-gone', (_event, details) => this.whenPageGone(details.reason));
    // A page has no say in whether its window closes.
    this.contents.on('will-prevent-unload', (event) => event.preventDefault());
    void this.window.loadURL(pageUrl);
    this.showHeadings();
  }

  /** The project that is open here, or about to be; null on the welcome screen. */
  get projectPath(): string | null {
    return this.shown?.path ?? this.expected;
  }

  notify(notice: Notice, payload?: string): void {
    if (!this.contents.isDestroyed()) this.contents.send(notice, payload);
  }

  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
  }

  openProject(path: string): void {
    this.notify('onOpenProject', path);
    this.focus();
  }

  setProject(project: ShownProject | null): void {
    this.shown = project;
    this.expected = null;
    this.window.setTitle(project ? `${project.name} — Emic` : 'Emic');
    if (process.platform === 'darwin') this.window.setRepresentedFilename(project?.path ?? '');
  }

  setMenu(sections: unknown): void {
    const asText = JSON.stringify(sections);
    if (asText === this.sections) return;
    const template = readMenu(sections, (id) => this.notify('onMenuAction', id));
    this.menu = Menu.buildFromTemplate(template);
    this.sections = asText;
    this.options.state.save({ menuHeadings: template.map((section) => section.label ?? '') });
    this.showMenu();
  }

  private makeWindow(): BrowserWindow {
    const window = new BrowserWindow({
      ...this.options.state.place(this.options.beside),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      // Else the page would wait for the graphics process before it runs its first line.
      paintWhenInitiallyHidden: false,
      title: 'Emic',
      backgroundColor: themeBackground(),
      webPreferences: {
        preload: join(__dirname, '../preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
        v8CacheOptions: 'bypassHeatCheck',
      },
    });
    window.webContents.once('dom-ready', () => {
      mark('domReady');
      if (this.options.state.value.isMaximized && !this.options.beside) window.maximize();
      window.show();
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('close', () =>
      this.options.state.save({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
    );
    if (process.platform === 'darwin') window.on('focus', () => this.showMenu());
    return window;
  }

  private showHeadings(): void {
    const { menuHeadings } = this.options.state.value;
    if (process.platform !== 'darwin' && menuHeadings.length > 0)
      this.window.setMenu(headingsMenu(menuHeadings));
  }

  private showMenu(): void {
    if (this.menu === null) return;
    if (process.platform !== 'darwin') this.window.setMenu(this.menu);
    else if (this.window.isFocused()) Menu.setApplicationMenu(this.menu);
  }

  private async giveUp(): Promise<void> {
    await dialog.showMessageBox(this.window, {
      type: 'error',
      message: words.givenUp,
      detail: words.whatIsSafe,
    });
    this.window.destroy();
  }

  private whenPageGone(reason: string): void {
    if (reason === 'clean-exit') return;
    console.error(`The page ended unexpectedly (${reason}).`);
    const isRepeated = Date.now() - this.lastCrash < calmInMilliseconds;
    this.lastCrash = Date.now();
    if (isRepeated) this.window.destroy();
    else this.contents.reload();
  }
}
