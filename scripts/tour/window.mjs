/** Emic's window for the tour: its controls by the names that everybody has for them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { findWords } from '../../tests/e2e/support/pages/find-words.mjs';

/** Starts Emic as for a person who has never used it; `close` also takes the traces away. */
export async function startEmic() {
  const { EMIC_ELECTRON, EMIC_ELECTRON_ARGS, EMIC_APP } = process.env;
  const profile = mkdtempSync(join(tmpdir(), 'emic-tour-'));
  const app = await _electron.launch({
    executablePath: EMIC_ELECTRON,
    args: [...JSON.parse(EMIC_ELECTRON_ARGS ?? '[]'), EMIC_APP, `--user-data-dir=${profile}`],
    env: { ...process.env },
  });
  // The sample is copied to the person's documents; here they are the profile's.
  await app.evaluate(({ app: running }, path) => running.setPath('documents', path), profile);
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  const close = async () => {
    await app.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return { app, page, close };
}

/** What the native dialogs answer from now on: the only thing that is done for the person. */
export function answerDialogs(app, { open = [], save = '' }) {
  return app.evaluate(
    ({ dialog }, answers) => {
      dialog.showOpenDialog = async () => ({ canceled: answers.open.length === 0, filePaths: answers.open });
      dialog.showSaveDialog = async () => ({ canceled: !answers.save, filePath: answers.save });
    },
    { open, save },
  );
}

export function treeRow(page, tree, name) {
  return page.getByRole('tree', { name: tree }).getByRole('treeitem', { name, exact: true });
}

export async function openDocument(page, name) {
  await treeRow(page, 'Documents', name).click();
  await documentText(page, name).waitFor();
}

export function documentText(page, name) {
  return page.getByRole('region', { name, exact: true }).getByRole('textbox', { name, exact: true });
}

/** Gives a document another name where it stands. */
export async function renameDocument(page, from, to) {
  await treeRow(page, 'Documents', from).click();
  await page.keyboard.press('F2');
  const field = page.getByRole('tree', { name: 'Documents' }).getByRole('textbox');
  await field.fill(to);
  await field.press('Enter');
  await treeRow(page, 'Documents', to).waitFor();
}

/** Drags the mouse over words of an open document. */
export async function selectWords(page, documentName, words) {
  const section = page.getByRole('region', { name: documentName, exact: true });
  const { from, to } = await section.evaluate(findWords, { words, occurrence: 1 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction((wanted) => String(getSelection()) === wanted, words);
  await page.getByRole('toolbar', { name: 'Selected passage' }).waitFor();
}

/** Gives the selected passage a code by the list that opens with Enter; one that is missing is created. */
export async function applyCode(page, code) {
  const count = await codingCount(page);
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: 'Apply a code' });
  await list.getByRole('combobox').fill(code);
  await list.getByRole('option', { name: code }).first().waitFor();
  await page.keyboard.press('Enter');
  await waitForCoding(page, count);
}

/** The number of codings that the tree of codes shows, added up. */
export function codingCount(page) {
  return page
    .getByRole('tree', { name: 'Codes' })
    .locator('.row__count')
    .evaluateAll((counts) => counts.reduce((sum, { textContent }) => sum + Number(textContent), 0))
    .catch(() => 0);
}

export async function waitForCoding(page, before) {
  await page.waitForFunction((count) => {
    const counts = document.querySelectorAll('[role="tree"][aria-label="Codes"] .row__count');
    return [...counts].reduce((sum, { textContent }) => sum + Number(textContent), 0) > count;
  }, before);
}

/** Runs a command by the palette, as one does who does not know its keys. */
export async function runCommand(page, words) {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search documents and codes, or run a command' });
  await field.fill(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Writes a file by the export dialog. */
export async function exportFile({ app, page }, { command, format, path }) {
  await answerDialogs(app, { save: path });
  await runCommand(page, command);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: format }).click();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  const message = page.getByTestId('message').filter({ hasText: 'was written' });
  await message.getByRole('button', { name: 'Close' }).click();
  await message.waitFor({ state: 'detached' });
}

/** Closes every message that is shown. */
export async function closeMessages(page) {
  const messages = page.getByTestId('message');
  for (let left = await messages.count(); left > 0; left = await messages.count()) {
    await messages.first().getByRole('button', { name: 'Close' }).click();
    await messages.nth(left - 1).waitFor({ state: 'detached' });
  }
}
