import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const thread = '000_4a41a69cea41d9c1';
const reply = '003_fce9ceef5ec29ab1';

function codingsOnDisk(path: string): string[] {
  const rows: { text: string; code_path: string }[] = JSON.parse(
    emicPrints('list', path, 'codings', '--json'),
  );
  return rows.map(({ text, code_path }) => `${code_path}: ${text}`);
}

function preview(path: string, ...args: string[]): string[] {
  const rows: { text: string }[] = JSON.parse(emicPrints('autocode', path, '--preview', '--json', ...args));
  return rows.map(({ text }) => text);
}

test('words are coded by their sentence: seen first, one left out, one undo', async ({ launch, folder }) => {
  const { path } = makeProject(folder, { documents: [thread, reply] });
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.isOpen('Study');

  // All by keyboard: open, type, choose a new code, leave one out, code.
  await window.press('Control+Shift+K');
  const field = page.getByRole('searchbox', { name: 'Words to look for' });
  await expect(field).toBeFocused();
  await page.keyboard.type('netroots');
  const places = page.getByRole('tree', { name: 'Passages to be coded' });
  const expected = preview(path, '--words', 'netroots', '--whole-word', '--unit', 'sentence');
  expect(expected.length).toBeGreaterThan(8);
  await expect(page.getByRole('status').filter({ hasText: 'chosen' })).toHaveText(
    `${expected.length} of ${expected.length} chosen`,
  );
  expect(await axeViolations(page)).toEqual([]);
  const chooser = page.getByRole('button', { name: /^As / });
  await chooser.press('Enter');
  await page.keyboard.type('form > web');
  await page.getByRole('option', { name: 'Create “form > web”' }).waitFor();
  await window.press('Enter');
  await expect(chooser).toHaveText(/new: form > web/);
  await field.press('ArrowDown');
  await expect(places).toBeFocused();
  for (const key of ['ArrowDown', 'ArrowDown', 'Space']) await window.press(key);
  const code = page.getByRole('button', { name: /^Code \d+ passages as web/ });
  await expect(code).toHaveText(`Code ${expected.length - 1} passages as web`);
  await code.press('Enter');
  await expect(window.messages).toContainText(`${expected.length - 1} passages were coded as web`);
  const left = expected.filter((_, index) => index !== 1);
  expect(codingsOnDisk(path)).toEqual(left.map((text) => `form > web: ${text}`));
  await expect(window.codes.count('web')).toHaveText(String(left.length));

  // What has the code is marked, and not coded again; the one that was left out stays so.
  await expect(places.getByText('already coded')).not.toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'chosen' })).toHaveText(
    `0 of ${expected.length} chosen, ${left.length} coded already`,
  );
  await window.press('Control+z');
  await expect.poll(() => codingsOnDisk(path)).toEqual([]);
  await expect(window.codes.row('web')).toBeHidden();
  await window.noErrors();
});

test('a speaker’s turns, terms in what somebody says, and an expression that never ends', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, { documents: [thread] });
  const stuck = join(folder, 'stuck.txt');
  writeFileSync(stuck, `${'a'.repeat(40)}!`);
  emicPrints('import', path, stuck, '--coder', 'Robin');
  const window = new EmicWindow(await launch({ project: path, settings: { theme: 'dark' } }));
  const { page } = window;
  await window.isOpen('Study');
  await window.createCode('host');
  await window.documents.row(thread).click();

  // From the list of speakers, by mouse.
  await window.inspector.getByRole('button', { name: 'Autocode the turns of M.L. Schneider' }).click();
  const places = page.getByRole('tree', { name: 'Passages to be coded' });
  await expect(places.getByRole('treeitem')).toHaveCount(5);
  await page.getByRole('button', { name: /^As / }).click();
  await page.getByRole('option', { name: 'host' }).click();
  await page.getByRole('button', { name: 'Code 4 passages as host' }).click();
  await expect(window.codes.count('host')).toHaveText('4');
  expect(codingsOnDisk(path)).toEqual(
    preview(path, '--speaker', 'M.L. Schneider').map((text) => `host: ${text}`),
  );
  await window.closeMessage('4 passages were coded');

  // Terms, in what two of them say.
  await page.getByRole('radio', { name: 'List of terms' }).click();
  await page.getByRole('textbox', { name: /^Terms/ }).fill('net*\nstate*');
  await page.getByRole('button', { name: /^Said by/ }).click();
  await page.getByRole('button', { name: 'Choose none' }).last().click();
  await page.getByRole('checkbox', { name: 'David R. Remer' }).click();
  await window.press('Escape');
  await page.getByRole('button', { name: /^Code its turn/ }).click();
  await page.getByRole('menuitemradio', { name: 'the match itself' }).click();
  const terms = preview(path, '--terms', 'net*, state*', '--speaker', 'David R. Remer');
  expect(terms).toEqual(['Netroots', 'state', 'net']);
  await expect(places.locator('mark')).toHaveText(terms);
  expect(await axeViolations(page)).toEqual([]);

  // A repetition within a repetition: a sentence, and the window goes on.
  await page.getByRole('button', { name: 'Lift the filter Said by' }).click();
  await page.getByRole('button', { name: 'Lift the filter Documents' }).click();
  await page.getByRole('radio', { name: 'Regular expression' }).click();
  await page.getByRole('searchbox').fill('(a+)+$');
  await expect(page.getByRole('alert')).toContainText('takes too long', { timeout: 15_000 });
  await page.getByRole('searchbox').fill('Lamont.s');
  await expect(places.locator('mark')).toHaveText(
    preview(path, '--regex', 'Lamont.s', '--documents', thread),
  );
  await window.noErrors();
});
