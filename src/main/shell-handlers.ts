import { dirname, isAbsolute } from 'node:path';
import { app, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, nativeTheme, shell } from 'electron';
import type { OpeningProject, Shell, ShownProject } from '../contract/shell';
import type { Result } from '../core/result';
import { isPath, isRecord, isText } from './checks';
import { chooseDocuments, chooseFolder, chooseProject, chooseSavePath } from './dialogs';
import type { GraphicsMemory } from './graphics-memory';
import { isOwnPage } from './lockdown';
import { mark, printMarks } from './measure';
import { type ProjectWindow, themeBackground } from './project-window';
import type { RecentProjects } from './recent-projects';
import { copySample } from './sample';
import { type SettingsStore, systemTheme } from './settings';
import type { Windows } from './windows';

/**
 * The main process's side of `Shell`: one channel a method, named like it. Only our own page is answered, and
 * nothing that it sends is believed to have the right shape.
 */
type Asked =
  | 'chooseProject'
  | 'chooseDocuments'
  | 'chooseFolder'
  | 'chooseSavePath'
  | 'copySample'
  | 'showIfOpen';
type AskedOfRecents = 'recentProjects' | 'forgetRecentProject';
type Told = 'saveSetting' | 'requestPort' | 'showInFolder' | 'setMenu' | 'setProject' | 'reportUsable';

type Answers = { readonly [K in Asked | AskedOfRecents]: Answer<Awaited<ReturnType<Shell[K]>>> };
type Answer<T> = (window: ProjectWindow, argument: unknown) => T | Promise<T>;
type Deeds = { readonly [K in Told]: (window: ProjectWindow, first: unknown, second: unknown) => void };

type StartValues = Pick<Shell, 'settings' | 'version' | 'opening'>;

export interface ShellServices {
  readonly windows: Windows;
  readonly settings: SettingsStore;
  readonly recents: RecentProjects;
  readonly graphics: GraphicsMemory;
}

function readProject(value: unknown): ShownProject | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !isPath(value.path) || !isText(value.name, 500) || !isText(value.lineage, 100))
    return undefined;
  return { path: value.path, name: value.name, lineage: value.lineage };
}

function openingOf({ projectPath }: ProjectWindow, recents: RecentProjects): OpeningProject | null {
  return projectPath === null ? null : { path: projectPath, asLeft: recents.asLeft(projectPath) };
}

function answersOf({ windows, recents }: ShellServices): Answers {
  return {
    chooseProject: ({ window }) => chooseProject(window),
    chooseDocuments: ({ window }) => chooseDocuments(window),
    chooseFolder: ({ window }, purpose) => chooseFolder(window, purpose),
    chooseSavePath: ({ window, projectPath }, options) =>
      chooseSavePath(window, options, projectPath === null ? undefined : dirname(projectPath)),
    copySample: () => copySample(),
    showIfOpen: (window, path) => isPath(path) && windows.showOther(window, path),
    recentProjects: () => recents.list(),
    forgetRecentProject: (_window, path) => {
      if (isPath(path)) recents.forget(path);
    },
  };
}

function deedsOf({ windows, settings, recents, graphics }: ShellServices): Deeds {
  return {
    saveSetting: (window, key, value) => {
      if (!settings.save(key, value)) return;
      // How a window is arranged is its own affair.
      const others = key === 'layouts' ? [] : windows.all().filter((each) => each !== window);
      for (const { contents } of others) contents.send('onSettingSaved', { [String(key)]: value });
      if (key !== 'theme') return;
      nativeTheme.themeSource = systemTheme(settings.value);
      for (const { window } of windows.all()) window.setBackgroundColor(themeBackground());
    },
    requestPort: ({ contents, engine }) => contents.postMessage('port', null, [engine.connect()]),
    showInFolder: (_window, path) => {
      if (isPath(path) && isAbsolute(path)) shell.showItemInFolder(path);
    },
    setMenu: (window, sections) => window.setMenu(sections),
    setProject: (window, value) => {
      const project = readProject(value);
      if (project === undefined) return;
      window.setProject(project);
      if (project === null) return;
      recents.add(project, new Date());
      app.addRecentDocument(project.path);
    },
    reportUsable: () => {
      mark('usable');
      printMarks();
      // Where the graphics card was switched off by hand, nothing is learnt of it.
      if (!app.commandLine.hasSwitch('disable-gpu'))
        graphics.note(app.getGPUFeatureStatus().gpu_compositing === 'disabled_software');
    },
  };
}

/** Made here and not by `fail`: at run time this process shares no module with the engine's, so no file either. */
function refused(message: string): Result<never> {
  return { ok: false, error: { kind: 'bug', message } };
}

export function serveShell(services: ShellServices): void {
  const windowOf = (event: IpcMainEvent | IpcMainInvokeEvent): ProjectWindow | undefined =>
    isOwnPage(event.senderFrame) ? services.windows.of(event.sender) : undefined;

  for (const [name, answer] of Object.entries(answersOf(services))) {
    ipcMain.handle(name, async (event, argument: unknown): Promise<Result<unknown>> => {
      const window = windowOf(event);
      if (!window) return refused(`${name} is not for this page.`);
      try {
        return { ok: true, value: await answer(window, argument) };
      } catch (error) {
        return refused(error instanceof Error ? error.message : String(error));
      }
    });
  }
  for (const [name, deed] of Object.entries(deedsOf(services))) {
    ipcMain.on(name, (event, first: unknown, second: unknown) => {
      const window = windowOf(event);
      if (window) deed(window, first, second);
    });
  }
  // Asked by the preload before the page's first line: a call that waits takes under a millisecond here, and
  // gives the settings of now after a reload too, which an argument of the process would not.
  ipcMain.on('settings', (event) => {
    const window = windowOf(event);
    event.returnValue = window
      ? ({
          version: app.getVersion(),
          settings: services.settings.value,
          opening: openingOf(window, services.recents),
        } satisfies StartValues)
      : null;
  });
}
