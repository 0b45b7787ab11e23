import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import {
  type Emic,
  electronUnderTest,
  expect,
  launchArguments,
  robin,
  stubDialogs,
  test,
} from './support/emic';

/** What surrounds the page: windows, the engine process behind each, files named from outside, remembered choices. */
const sampleTitle = 'Netroots — Emic';
const sampleFile = () => join(electronUnderTest().folder, 'out', 'sample', 'Netroots.emic');

test.describe('a project named from outside', () => {
  test('is open when the window appears, and closed without a trace when it goes', async ({
    launch,
    folder,
  }) => {
    const project = sampleIn(folder);
    const emic = await launch({ project });
    await expect.poll(() => titles(emic.app)).toEqual([sampleTitle]);
    expect(readdirSync(folder).length).toBeGreaterThan(1);
    await emic.close();
    expect(besideBackups(folder)).toEqual([basename(project)]);
  });

  test('opens in the window that has none, then in a new one, then brings its own to the front', async ({
    launch,
    folder,
  }) => {
    const first = sampleIn(folder, 'first.emic');
    const second = sampleIn(folder, 'second.emic');
    const emic = await launch();
    await expect.poll(() => titles(emic.app)).toEqual(['Emic']);

    await startAgain(emic, first);
    await expect.poll(() => titles(emic.app)).toEqual([sampleTitle]);

    await startAgain(emic, second);
    await expect.poll(() => titles(emic.app)).toEqual([sampleTitle, sampleTitle]);

    await startAgain(emic, first);
    await startAgain(emic);
    expect(await titles(emic.app)).toHaveLength(2);
    const recent = await emic.page.evaluate(() => Reflect.get(window, 'emic').recentProjects());
    expect(recent).toMatchObject([{ path: second }, { path: first }]);
  });

  test('is framed as it was left while the engine opens it, unless it is another one', async ({
    launch,
    folder,
  }) => {
    const project = sampleIn(folder);
    const first = await launch({ project });
    expect(await openingOf(first)).toEqual({ path: project, asLeft: null });
    await expect.poll(() => titles(first.app)).toEqual([sampleTitle]);
    await first.close();

    // A name that only the remembered entry has tells the frame from what the engine answers.
    const remembered = join(first.userData, 'recent-projects.json');
    const [entry] = JSON.parse(readFileSync(remembered, 'utf8'));
    writeFileSync(remembered, JSON.stringify([{ ...entry, name: 'As it was left' }]));
    const second = await launch({ project, userData: first.userData });
    const { lineage } = entry;
    expect(await openingOf(second)).toEqual({
      path: project,
      asLeft: { path: project, name: 'As it was left', lineage },
    });
    await expect(second.page.getByRole('heading', { name: 'Netroots' })).toBeVisible();
    await second.close();

    // Another project at the same place: what was remembered of the old one gives way to it.
    writeFileSync(remembered, JSON.stringify([{ ...entry, lineage: 'another' }]));
    const third = await launch({ project, userData: first.userData });
    await expect(third.page.getByRole('treeitem').first()).toBeVisible();
    await third.close();
    expect(JSON.parse(readFileSync(remembered, 'utf8'))).toMatchObject([{ path: project, lineage }]);

    const without = await launch({ userData: first.userData });
    expect(await openingOf(without)).toBeNull();
  });

  test('that is not there is said so, and the window stays usable', async ({ launch, folder }) => {
    const { app, page } = await launch({ project: join(folder, 'gone.emic') });
    await expect(page.getByText(/gone\.emic/).first()).toBeVisible();
    expect(await titles(app)).toEqual(['Emic']);
  });
});

test.describe('the engine process', () => {
  test('is started again when it dies, with the project open', async ({ launch, folder }) => {
    const emic = await launch({ project: sampleIn(folder) });
    await expect.poll(() => titles(emic.app)).toEqual([sampleTitle]);
    const before = await engineProcess(emic.app);
    process.kill(before, 'SIGKILL');
    await expect.poll(() => engineProcess(emic.app)).not.toBe(before);
    expect(await engineProcess(emic.app)).toBeGreaterThan(0);

    await emic.page.reload();
    await expect(emic.page.getByText('The Future of The Netroots Movement').first()).toBeVisible();
    await emic.close();
    expect(besideBackups(folder)).toEqual(['Netroots.emic']);
  });

  test('ends with its window', async ({ launch, folder }) => {
    const emic = await launch({ project: sampleIn(folder, 'first.emic') });
    await expect.poll(() => titles(emic.app)).toEqual([sampleTitle]);
    const opened = emic.app.waitForEvent('window');
    await startAgain(emic, sampleIn(folder, 'second.emic'));
    await expect.poll(() => titles(emic.app)).toEqual([sampleTitle, sampleTitle]);
    await (await opened).close();
    await expect
      .poll(() => besideBackups(folder).filter((name) => name.includes('second')))
      .toEqual(['second.emic']);
  });
});

test.describe('this machine', () => {
  test('remembers choices and how the window was left', async ({ launch }) => {
    const first = await launch();
    await first.page.evaluate(() => {
      const shell = Reflect.get(window, 'emic');
      shell.saveSetting('theme', 'dark');
      shell.saveSetting('choices', { one: 1 });
      shell.saveSetting('choices', { two: 2 });
    });
    await expect.poll(() => first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    const bounds = { x: 60, y: 40, width: 1000, height: 640 };
    await first.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      bounds,
    );
    await expect.poll(() => boundsOf(first.app)).toMatchObject({ width: 1000, height: 640 });
    const left = await boundsOf(first.app);
    await first.close();

    const second = await launch({ userData: first.userData });
    expect(await boundsOf(second.app)).toEqual(left);
    const settings = await second.page.evaluate(() => Reflect.get(window, 'emic').settings);
    expect(settings).toMatchObject({ coder: robin, theme: 'dark', choices: { one: 1, two: 2 } });
  });

  test('starts afresh from damaged settings', async ({ launch }) => {
    const first = await launch({ settings: { theme: 'dark' } });
    await first.close();
    for (const name of ['settings.json', 'window.json', 'recent-projects.json']) {
      writeFileSync(join(first.userData, name), '{ "theme": "dark", ');
    }
    const { page } = await launch({ userData: first.userData });
    const shell = await page.evaluate(async () => {
      const { settings, recentProjects } = Reflect.get(window, 'emic');
      return { settings, recent: await recentProjects() };
    });
    expect(shell.settings).toMatchObject({ coder: null, theme: 'system', textZoom: 100 });
    expect(shell.recent).toEqual([]);
  });

  test('gets a new copy of the sample each time', async ({ launch }) => {
    const { page, documents } = await launch();
    const copies = await page.evaluate(async () => {
      const { copySample } = Reflect.get(window, 'emic');
      return [await copySample(), await copySample()];
    });
    expect(copies).toEqual([
      join(documents, 'Emic', 'Netroots.emic'),
      join(documents, 'Emic', 'Netroots 2.emic'),
    ]);
    for (const copy of copies) expect(readFileSync(copy).equals(readFileSync(sampleFile()))).toBe(true);
  });
});

test.describe('the native dialogs', () => {
  test('give paths, and nothing when they are cancelled', async ({ launch, folder }) => {
    const { app, page } = await launch();
    const ask = () =>
      page.evaluate(async () => {
        const shell = Reflect.get(window, 'emic');
        const filters = [{ name: 'Table', extensions: ['csv'] }];
        return {
          project: await shell.chooseProject(),
          documents: await shell.chooseDocuments(),
          folder: await shell.chooseFolder(),
          save: await shell.chooseSavePath({ title: 'Save', defaultName: 'a/b: c', filters }),
        };
      });
    await stubDialogs(app, {});
    expect(await ask()).toEqual({ project: null, documents: [], folder: null, save: null });
    await stubDialogs(app, { open: ['/one.txt', '/two.txt'], save: join(folder, 'table') });
    expect(await ask()).toEqual({
      project: '/one.txt',
      documents: ['/one.txt', '/two.txt'],
      folder: '/one.txt',
      save: join(folder, 'table.csv'),
    });
  });

  test('name a dropped file by its path', async ({ launch, folder }) => {
    const { page } = await launch();
    const file = join(folder, 'interview.txt');
    writeFileSync(file, 'text');
    await page.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement('input'), { type: 'file', id: 'file-under-test' }),
      );
    });
    await page.setInputFiles('#file-under-test', file);
    const paths = await page.evaluate(() => {
      const { pathOfFile } = Reflect.get(window, 'emic');
      const [chosen] = document.querySelector<HTMLInputElement>('#file-under-test')?.files ?? [];
      return [pathOfFile(chosen), pathOfFile(new File(['text'], 'made-by-the-page.txt'))];
    });
    expect(paths).toEqual([file, '']);
  });
});

test('the native menu shows the window’s actions and runs them', async ({ launch }) => {
  const { app, page } = await launch();
  // Electron does not tell which menu a window has: it is caught on its way there.
  await app.evaluate(({ BrowserWindow, Menu }) => {
    for (const [target, method] of [
      [BrowserWindow.prototype, 'setMenu'] as const,
      [Menu, 'setApplicationMenu'] as const,
    ]) {
      const original: (menu: unknown) => void = Reflect.get(target, method);
      Reflect.set(target, method, function (this: unknown, menu: unknown) {
        Reflect.set(globalThis, 'caughtMenu', menu);
        return original.call(this, menu);
      });
    }
  });
  const ran = page.evaluate(
    () => new Promise((resolve) => Reflect.get(window, 'emic').onMenuAction((id: string) => resolve(id))),
  );
  const setTrial = () =>
    page.evaluate(() => {
      Reflect.get(window, 'emic').setMenu([
        {
          label: 'Trial',
          items: [
            { type: 'action', id: 'trial.off', label: 'Off', isEnabled: false },
            { type: 'separator' },
            { type: 'submenu', label: 'More', items: [{ type: 'role', role: 'selectAll', label: 'All' }] },
            {
              type: 'action',
              id: 'trial.run',
              label: 'Run',
              isEnabled: true,
              accelerator: 'CmdOrCtrl+J',
              isChecked: true,
            },
            { type: 'role', role: 'forceReload', label: 'Not among the allowed ones' },
            'not an item',
          ],
        },
      ]);
    });
  const readMenu = () =>
    app.evaluate(() => {
      const [section] = Reflect.get(globalThis, 'caughtMenu')?.items ?? [];
      const items: Electron.MenuItem[] = section?.label === 'Trial' ? section.submenu.items : [];
      return items.map(({ label, type, enabled, checked }) => ({ label, type, enabled, checked }));
    });
  // The window sets its own menu once it has time to: ours has to be the one that stays.
  await expect(async () => {
    await setTrial();
    await page.waitForTimeout(500);
    expect(await readMenu()).toMatchObject([
      { label: 'Off', type: 'normal', enabled: false },
      { type: 'separator' },
      { label: 'More', type: 'submenu' },
      { label: 'Run', type: 'checkbox', enabled: true, checked: true },
    ]);
  }).toPass();
  expect(await readMenu()).toHaveLength(4);
  await app.evaluate(() => Reflect.get(globalThis, 'caughtMenu').items[0].submenu.items[3].click());
  expect(await ran).toBe('trial.run');
});

function sampleIn(folder: string, name = 'Netroots.emic'): string {
  const copy = join(folder, name);
  if (!existsSync(copy)) copyFileSync(sampleFile(), copy);
  return copy;
}

/** What is in a folder; how long a test lasts decides whether a backup was due. */
function besideBackups(folder: string): string[] {
  return readdirSync(folder).filter((name) => !name.endsWith(' backups'));
}

/** What the page was told at its start of the project to come. */
function openingOf({ page }: Emic): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'emic').opening);
}

function titles(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
}

function boundsOf(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
}

/** The process id of the first engine; 0 while there is none. */
function engineProcess(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: running }) => {
    const engine = running.getAppMetrics().find((metric) => metric.name === 'Emic engine');
    return engine?.pid ?? 0;
  });
}

/** Starts Emic once more with the same settings, as a double click does; resolves when that process has ended. */
async function startAgain(emic: Emic, project?: string): Promise<void> {
  const args = launchArguments(project ? { project } : {}, emic.userData);
  const again = spawn(electronUnderTest().executable, args, { stdio: 'ignore' });
  const code = await new Promise((resolve) => again.once('exit', resolve));
  expect(code).toBe(0);
}
