import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  test as base,
  type ElectronApplication,
  type Page,
  type TestInfo,
} from '@playwright/test';
import type { Settings } from '../../../src/contract/shell';

/** The coder of a machine on which Emic was used before. */
export const robin = { name: 'Robin', color: '#3a7bd5' };

export interface LaunchOptions {
  /** A project file to open at start, as a double click would. */
  readonly project?: string;
  /** A folder of an earlier launch, to start again as the same person; otherwise a fresh one. */
  readonly userData?: string;
  /** Settings as they were left; `coder` is Robin unless said otherwise. */
  readonly settings?: Partial<Settings>;
  /** Nobody has used Emic here: no settings at all. */
  readonly firstRun?: boolean;
  /** Further arguments of the process. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another executable that holds the application itself (a package). */
  readonly executable?: string;
}

/** A running Emic with its first window. */
export interface Emic {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Its own folder of settings; `documents` below is what it takes for the person's documents. */
  readonly userData: string;
  readonly documents: string;
  /** Uncaught errors of the page and what it logged as errors, as they come. */
  readonly errors: readonly string[];
  /** Quits as the menu does and waits for the end. */
  close(): Promise<void>;
}

export interface Electron {
  readonly executable: string;
  /** Before the application's folder. */
  readonly args: readonly string[];
  readonly folder: string;
}

/** The Electron that `npm test` and `npm run e2e` have set up. */
export function electronUnderTest(): Electron {
  const { EMIC_ELECTRON, EMIC_ELECTRON_ARGS, EMIC_APP } = process.env;
  if (!EMIC_ELECTRON || !EMIC_APP)
    throw new Error('No Electron is set up: start the tests with `npm run e2e`.');
  const args: readonly string[] = JSON.parse(EMIC_ELECTRON_ARGS ?? '[]');
  return { executable: EMIC_ELECTRON, args, folder: EMIC_APP };
}

/** A fresh settings folder for one launch, with the settings written as Emic writes them. */
export function makeUserData(options: Pick<LaunchOptions, 'settings' | 'firstRun'> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'emic-user-'));
  if (!options.firstRun) {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ coder: robin, ...options.settings }));
  }
  return folder;
}

/** Everything after the executable: Electron's own arguments, the application's folder, ours. */
export function launchArguments(options: LaunchOptions, userData: string): string[] {
  const electron = electronUnderTest();
  const ours = [
    ...(options.project ? [options.project] : []),
    `--user-data-dir=${userData}`,
    ...(options.args ?? []),
  ];
  return [...electron.args, ...(options.executable ? [] : [electron.folder]), ...ours];
}

/** Starts Emic and waits for its window. Whoever calls it closes it; the fixture `launch` does so by itself. */
export async function launchEmic(options: LaunchOptions = {}): Promise<Emic> {
  const userData = options.userData ?? makeUserData(options);
  const documents = join(userData, 'documents');
  mkdirSync(documents, { recursive: true });
  const app = await _electron.launch({
    executablePath: options.executable ?? electronUnderTest().executable,
    args: launchArguments(options, userData),
    env: { ...inherited(), ...options.env },
  });
  await app.evaluate(({ app: running }, path) => running.setPath('documents', path), documents);
  const page = await app.firstWindow();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.waitForLoadState('domcontentloaded');
  return { app, page, userData, documents, errors, close: () => app.close() };
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

/** What the native dialogs answer from now on; one that is not named is cancelled. */
export interface DialogAnswers {
  readonly open?: readonly string[];
  readonly save?: string;
}

/** Answers the native file dialogs, which a test can't reach. */
export async function stubDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = async () => ({ canceled: !open?.length, filePaths: [...(open ?? [])] });
    dialog.showSaveDialog = async () => ({ canceled: !save, filePath: save ?? '' });
  }, answers);
}

interface Fixtures {
  /** Starts Emic; ended with the test, and its settings folder deleted. */
  readonly launch: (options?: LaunchOptions) => Promise<Emic>;
  /** A folder for the test's own files. */
  readonly folder: string;
}

export const test = base.extend<Fixtures>({
  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'emic-test-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ browserName: _ }, use, testInfo) => {
    const launched: Emic[] = [];
    await use(async (options) => {
      const emic = await launchEmic(options);
      launched.push(emic);
      return emic;
    });
    if (testInfo.status !== testInfo.expectedStatus) await photograph(launched, testInfo);
    for (const emic of launched) await emic.close().catch(() => undefined);
    for (const { userData } of launched) {
      if (existsSync(userData)) rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});

/** Pictures of the windows of a failed test, beside its report. */
async function photograph(launched: readonly Emic[], testInfo: TestInfo): Promise<void> {
  for (const [index, { page }] of launched.entries()) {
    await page.screenshot({ path: testInfo.outputPath(`window ${index + 1}.png`) }).catch(() => undefined);
  }
}

export { expect } from '@playwright/test';
