import { spawn } from 'node:child_process';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations } from './support/axe';
import { emic, emicPrints } from './support/command-line';
import { type Emic, electronUnderTest, expect, launchArguments, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';
const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'movement', words: 'A small cohesive group' },
    { document: post, code: 'clout', words: 'they will be a force to be reckoned with' },
  ],
};
/** EMIC_SHOTS names a folder for pictures. */
const shots = process.env.EMIC_SHOTS;

// Each starts Emic twice or more.
test.describe.configure({ timeout: 120_000 });

const note = (page: Page) => page.getByRole('region', { name: 'About this project’s file' });

async function shoot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function isAccessible(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
}

function codesIn(path: string): string {
  return emicPrints('list', path, 'codes');
}

test.describe('another writer', () => {
  for (const theme of shots ? (['light', 'dark'] as const) : (['light'] as const)) {
    test(`a second instance reads along, and may write when the first has gone (${theme})`, async ({
      launch,
      folder,
    }) => {
      const { path } = makeProject(folder, plan);
      const first = await launch({ project: path, settings: { theme } });
      const window = new EmicWindow(first);
      await window.isOpen('Study');
      const kim = { name: 'Kim', color: '#c2571a' };
      const second = await launch({ project: path, settings: { coder: kim, theme } });
      const reader = new EmicWindow(second);
      await reader.isOpen('Study');
      await expect(note(second.page)).toContainText(
        /Robin has this project open in another window or program on this computer since \d\d:\d\d\. You can read it/,
      );
      await isAccessible(second.page);
      await shoot(second.page, `second-window-${theme}`);
      await note(second.page).getByRole('button', { name: 'Try again' }).click();
      await expect(reader.messages.filter({ hasText: 'still is open there' })).toBeVisible({
        timeout: 20_000,
      });

      await window.createCode('seen at once');
      await expect(reader.codes.row('seen at once')).toBeVisible({ timeout: 10_000 });

      await first.close();
      const open = note(second.page).getByRole('button', { name: 'Open for editing' });
      await expect(open).toBeVisible({ timeout: 10_000 });
      await shoot(second.page, `free-again-${theme}`);
      await open.click();
      await expect(note(second.page)).toHaveCount(0);
      await reader.createCode('written by Kim');
      expect(codesIn(path)).toContain('written by Kim');
      await reader.noErrors();
    });
  }

  test('a silent one on another computer is taken over after a question, here and on the command line', async ({
    launch,
    folder,
  }) => {
    const { path } = makeProject(folder, plan);
    const lock = join(folder, `.${path.split('/').at(-1)}.lock`);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const leave = (heartbeat: string) =>
      writeFileSync(
        lock,
        JSON.stringify({
          nonce: 'anna',
          pid: 4711,
          host: 'laptop-2#0a1b2c3d',
          processStart: null,
          coder: 'Anna',
          since: ago(200),
          heartbeat,
        }),
      );
    leave(ago(0));
    const refused = emic('code', 'add', path, 'mine', '--take-over');
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(/Anna has this project open on laptop-2/),
    ]);
    leave(ago(180));
    expect(emic('code', 'add', path, 'mine').err).toContain('call again with --take-over');

    const { page } = await launch({ project: path });
    await expect(note(page)).toContainText('Anna has this project open on laptop-2 since');
    await expect(note(page)).toContainText('Last sign of life: 3 hours ago.');
    await isAccessible(page);
    await shoot(page, 'other-computer');
    await note(page).getByRole('button', { name: 'Take over…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take this project over from Anna?' });
    await expect(dialog).toContainText('stays on laptop-2 as a second version');
    await isAccessible(page);
    await shoot(page, 'take-over');
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await expect(note(page)).toHaveCount(0);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ coder: 'Robin' });

    leave(ago(180));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(note(page)).toContainText('Anna has taken this project over on laptop-2');
    await shoot(page, 'taken');
    expect(emicPrints('code', 'add', path, 'by hand', '--take-over')).toContain('Added by hand');
  });
});

test.describe('the file under the window', () => {
  test('replaced by another version: both are kept', async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const started = await launch({ project: path });
    const window = new EmicWindow(started);
    const { page, app } = started;
    await window.isOpen('Study');
    const other = join(folder, 'other.part');
    copyFileSync(path, other);
    emicPrints('code', 'add', other, 'theirs', '--coder', 'Robin');
    await window.createCode('mine');
    renameSync(other, path);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(note(page)).toContainText('Another version was put in the place of this project’s file.');
    await expect(note(page)).toContainText(
      'Yours has 1 change that it lacks; it has 1 change that yours lacks.',
    );
    await isAccessible(page);
    await shoot(page, 'replaced');
    const copy = join(folder, 'Study (mine).emic');
    await stubDialogs(app, { save: copy });
    await note(page).getByRole('button', { name: 'Save mine as a copy…' }).click();
    await expect(note(page)).toContainText('Yours was saved as Study (mine).emic.');
    expect(codesIn(copy)).toContain('mine');
    await shoot(page, 'replaced-saved');
    await note(page).getByRole('button', { name: 'Open the other version' }).click();
    await expect(note(page)).toHaveCount(0);
    await expect(window.codes.row('theirs')).toBeVisible();
    await expect(window.codes.row('mine')).toHaveCount(0);
    expect(readdirSync(folder).filter((name) => name.includes('kept'))).toEqual([]);
    await window.noErrors();
  });

  test('deleted: it is put back; changed by another program: it is shown and told', async ({
    launch,
    folder,
  }) => {
    const { path } = makeProject(folder, plan);
    const started = await launch({ project: path });
    const window = new EmicWindow(started);
    const { page } = started;
    await window.isOpen('Study');
    rmSync(path);
    await expect(note(page)).toContainText('This project’s file was deleted.', { timeout: 10_000 });
    await isAccessible(page);
    await shoot(page, 'deleted');
    await note(page).getByRole('button', { name: 'Put it back here' }).click();
    await expect(note(page)).toHaveCount(0);
    await window.createCode('after');
    expect(codesIn(path)).toContain('after');

    const more = join(folder, 'more.part');
    copyFileSync(path, more);
    emicPrints('code', 'add', more, 'from elsewhere');
    renameSync(more, path);
    await expect(window.codes.row('from elsewhere')).toBeVisible({ timeout: 10_000 });
    await expect(window.messages.filter({ hasText: 'Another program has changed' })).toBeVisible();
    await window.noErrors();
  });
});

test('one project has one window, whatever name it is asked for by', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const link = join(folder, 'link.emic');
  symlinkSync(path, link);
  const started = await launch({ project: path });
  const window = new EmicWindow(started);
  await window.isOpen('Study');
  await startAgain(started, link);
  expect(await windowsOf(started)).toBe(1);

  const opened = started.app.waitForEvent('window');
  const second = join(folder, 'Second.emic');
  emicPrints('new', second);
  await startAgain(started, second);
  const other = await opened;
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Second');
  await stubDialogs(started.app, { open: [link] });
  await other.keyboard.press('Control+o');
  await expect.poll(() => focusedTitle(started)).toContain('Study');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Second');
  await expect(note(other)).toHaveCount(0);
});

function windowsOf({ app }: Emic): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

function focusedTitle({ app }: Emic): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle() ?? '');
}

/** Starts Emic once more with the same settings, as a double click does; resolves when that process has ended. */
async function startAgain(running: Emic, project: string): Promise<void> {
  const args = launchArguments({ project }, running.userData);
  const again = spawn(electronUnderTest().executable, args, { stdio: 'ignore' });
  expect(await new Promise((resolve) => again.once('exit', resolve))).toBe(0);
}
