import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { type Emic, expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

const day = 86_400_000;

/** The name of a backup that was taken so many days ago. */
function nameOf(daysAgo: number, time: string, stem = 'Netroots'): string {
  const date = new Date(Date.now() - daysAgo * day);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${stem} ${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}.emic`;
}

/** The sample with backups of some days, the older the less was coded. */
function projectWithBackups(folder: string): { readonly path: string; readonly kept: string } {
  const path = copyOfSample(folder);
  const kept = join(folder, 'Netroots backups');
  mkdirSync(kept);
  for (const [daysAgo, time] of [
    [9, '1405'],
    [4, '0912'],
    [1, '1733'],
    [1, '0850'],
    [0, '0001'],
  ] as const) {
    copyFileSync(path, join(kept, nameOf(daysAgo, time)));
  }
  // As it was begun: nothing but an empty codebook.
  const first = join(folder, 'first.emic');
  emicPrints('new', first, '--name', 'Netroots, first try');
  copyFileSync(first, join(kept, nameOf(12, '1610')));
  rmSync(first);
  writeFileSync(join(kept, nameOf(6, '1120')), 'cut off by a full disk');
  return { path, kept };
}

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name: `Backups of ${name}` });

async function shot(emic: Emic, name: string): Promise<void> {
  const to = process.env.EMIC_SHOTS;
  if (!to) return;
  await emic.page.waitForTimeout(250);
  await emic.page.screenshot({ path: join(to, `${name}.png`) });
}

for (const theme of ['light', 'dark'] as const) {
  test(`a backup is restored from the welcome screen, by keyboard, ${theme}`, async ({ launch, folder }) => {
    const { path, kept } = projectWithBackups(folder);
    const first = await launch({ project: path, settings: { theme } });
    await new EmicWindow(first).isOpen('Netroots');
    await first.close();
    rmSync(path);
    const emic = await launch({ userData: first.userData });
    const { page } = emic;
    await page.setViewportSize({ width: 1280, height: 800 });
    const more = page.getByRole('button', { name: 'More about Netroots' });
    await more.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Restore from a backup…' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await shot(emic, `welcome-menu-${theme}`);
    await page.keyboard.press('Enter');
    const dialog = dialogOf(page, 'Netroots');
    await expect(dialog.getByText('Yesterday')).toBeVisible();
    // Another lineage: the project is gone, so nothing tells that it is none of its backups, but its name does.
    await expect(dialog.getByText('Holds “Netroots, first try”')).toBeVisible();
    await expect(dialog.getByText('damaged')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Restore the backup/ })).toHaveCount(6);
    expect(await axeViolations(page)).toEqual([]);
    await shot(emic, `backups-${theme}`);
    const before = readdirSync(kept);
    const newest = dialog.getByRole('button', { name: /^Restore the backup/ }).first();
    await newest.focus();
    await page.keyboard.press('Enter');
    const window = new EmicWindow(emic);
    await window.isOpen('Netroots');
    await expect(dialog).toBeHidden();
    await expect(window.messages).toContainText('Restored as Netroots (restored');
    await shot(emic, `restored-${theme}`);
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(kept)).toEqual(before);
    expect(readdirSync(folder).filter((name) => /^Netroots .restored.*emic$/.test(name))).toHaveLength(1);
    await window.noErrors();
  });
}

test('a damaged project: its backups are offered where the error is told', async ({ launch, folder }) => {
  const { path } = projectWithBackups(folder);
  const whole = readFileSync(path);
  const saved = join(folder, 'what could be read.emic');
  writeFileSync(path, whole.subarray(0, 20_000));
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await page.setViewportSize({ width: 1280, height: 800 });
  const message = window.messages.filter({ hasText: 'is damaged' });
  await expect(message).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await shot(window.emic, 'damaged-light');
  await stubDialogs(window.emic.app, { save: saved });
  await message.getByRole('button', { name: 'Save what can be read…' }).click();
  const report = window.messages.filter({ hasText: 'Saved as what could be read.emic' });
  await expect(report).toBeVisible();
  await shot(window.emic, 'salvaged');
  await report.getByRole('button', { name: 'Open it' }).click();
  await window.isOpen('Netroots');
  await window.runFromPalette('Close project');
  // The damaged one once more.
  await stubDialogs(window.emic.app, { open: [path] });
  await page.getByRole('button', { name: 'Open a project' }).click();
  await message.getByRole('button', { name: 'Backups…' }).click();
  await dialogOf(page, 'Netroots')
    .getByRole('button', { name: /^Restore the backup/ })
    .first()
    .click();
  await window.isOpen('Netroots');
  await expect(window.counts()).toBeVisible();
  expect(readFileSync(path).equals(whole.subarray(0, 20_000))).toBe(true);
});

test('backing up now, and keeping backups elsewhere, remembered on this machine', async ({
  launch,
  folder,
}) => {
  const path = copyOfSample(folder);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  const { page } = window;
  await page.setViewportSize({ width: 1280, height: 800 });
  await window.isOpen('Netroots');
  await window.runFromPalette('Restore from a backup…');
  const dialog = dialogOf(page, 'Netroots');
  await expect(dialog.getByText('There is no backup of this project yet.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await shot(emic, 'backups-none');
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(window.messages).toContainText('A backup was taken and checked.');
  await expect(dialog.getByRole('heading', { name: 'Today' })).toBeVisible();
  await shot(emic, 'backups-open-project');

  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  await stubDialogs(emic.app, { open: [elsewhere] });
  await dialog.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('menuitem', { name: 'Choose a folder…' }).click();
  await expect(dialog.getByText(elsewhere)).toBeVisible();
  // The one beside the project is found still.
  await expect(dialog.getByRole('button', { name: /^Restore the backup/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await window.createCode('a new thought');
  await window.runFromPalette('Back up now');
  await expect.poll(() => readdirSync(elsewhere)).toHaveLength(1);
  await emic.close();

  const again = await launch({ userData: emic.userData, project: path });
  const second = new EmicWindow(again);
  await second.isOpen('Netroots');
  await second.runFromPalette('Restore from a backup…');
  await expect(dialogOf(again.page, 'Netroots').getByText(elsewhere)).toBeVisible();
  await expect(
    dialogOf(again.page, 'Netroots').getByRole('button', { name: /^Restore the backup/ }),
  ).toHaveCount(2);
  await second.noErrors();
});

test('a folder for backups that has gone is told once; the work goes on', async ({ launch, folder }) => {
  const path = copyOfSample(folder);
  const emic = await launch({
    project: path,
    settings: { backupFolder: join(folder, 'unplugged') },
  });
  const window = new EmicWindow(emic);
  await window.isOpen('Netroots');
  await expect(window.messages).toContainText('the folder is not there', { timeout: 30_000 });
  await expect(window.messages).toContainText('The project itself is safe');
  await window.page.setViewportSize({ width: 1280, height: 800 });
  await shot(emic, 'failure');
  await window.createCode('goes on');
  await window.isSaved();
  await window.noErrors();
});
