import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

const post = 'The Future of The Netroots Movement';

for (const theme of ['light', 'dark'] as const) {
  test(`a copy goes to a colleague and comes back with more in it, ${theme}`, async ({ launch, folder }) => {
    test.slow();
    const project = copyOfSample(folder);
    const copy = join(folder, 'For Kim.emic');
    const window = new EmicWindow(await launch({ project, settings: { theme } }));
    const { page } = window;
    await window.isOpen('Netroots');
    const picture = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });

    await window.runFromPalette('Save a copy for a colleague…');
    const dialog = page.getByRole('dialog', { name: 'Save a copy for a colleague' });
    await expect(dialog.getByText(/^about .*B$/).first()).toBeVisible();
    await dialog.getByRole('radio', { name: /Without the history/ }).click();
    // By the keyboard: the next answer of the other question. A person holds a key for a moment.
    await dialog.getByRole('radio', { name: /Names as they are/ }).focus();
    await page.keyboard.press('ArrowDown', { delay: 100 });
    await expect(dialog.getByRole('radio', { name: /Initials/ })).toBeChecked();
    expect(await axeViolations(page)).toEqual([]);
    await picture('dialog');
    await stubDialogs(window.emic.app, { save: copy });
    await dialog.getByRole('button', { name: 'Save…' }).click();
    const saved = window.messages.filter({ hasText: 'For Kim.emic was saved' });
    await expect(saved.getByRole('button', { name: 'Show in folder' })).toBeVisible();
    await picture('saved');
    expect(existsSync(copy)).toBe(true);
    expect(emicPrints('check', copy)).toContain('0 changes: all is well');

    await stubDialogs(window.emic.app, { open: [copy] });
    await window.runFromPalette('Compare with a copy…');
    await expect(page.getByText('Nothing differs', { exact: true })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);

    // The colleague works on it; so does the person here.
    const definition = 'Money that comes in by many small gifts';
    emicPrints('code', 'add', copy, 'hope', '--definition', definition, '--coder', 'Kim');
    for (const [start, end] of [
      [0, 40],
      [60, 130],
    ]) {
      emicPrints(
        ...['code', 'apply', copy, '--code', 'hope', '--document', post],
        ...['--start', String(start), '--end', String(end), '--coder', 'Kim'],
      );
    }
    const view = await window.openDocument(post);
    await view.select('no election is local');
    await view.chooseByMouse('fundr', 'fundraising');
    await page.getByRole('tab', { name: `Compare: ${basename(copy)}` }).click();
    await expect(page.getByText('Something was changed here since')).toBeVisible();
    await page.getByRole('button', { name: 'Compare again' }).click();

    const list = page.getByRole('region', { name: 'Differences' });
    await expect(list.getByRole('heading', { name: /^Codings new there 2$/ })).toBeVisible();
    await expect(list.getByText(definition)).toBeVisible();
    await expect(page.getByRole('row', { name: /^There .*4 entries: Kim$/ })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await picture('there');

    await page.getByRole('radio', { name: /^Done here/ }).click();
    const coding = list.getByRole('button', { name: /no election is local/ }).first();
    await expect(coding).toBeVisible();
    await picture('here');
    expect(await axeViolations(page)).toEqual([]);
    await coding.press('Enter');
    await expect(window.inspector.getByText('no election is local').first()).toBeVisible();
    await view.isOpen();

    // Both are as they were: comparing changes nothing.
    const before = readFileSync(copy);
    await page.getByRole('tab', { name: `Compare: ${basename(copy)}` }).click();
    await page.getByRole('button', { name: 'Compare again' }).click();
    await expect(list).toBeVisible();
    expect(readFileSync(copy).equals(before)).toBe(true);
    await window.noErrors();
  });
}

test('what is no copy of the project is told in a sentence', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const other = join(folder, 'Other.emic');
  emicPrints('new', other);
  const window = new EmicWindow(await launch({ project }));
  await window.isOpen('Netroots');
  await stubDialogs(window.emic.app, { open: [other] });
  await window.runFromPalette('Compare with a copy…');
  await expect(window.page.getByRole('alert')).toContainText('Other.emic is not a copy of this project');
  await window.noErrors();
});

test('what both have changed is shown as they have it', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const copy = join(folder, 'For Kim.emic');
  emicPrints('copy', project, '--to', copy);
  // The last step of the sample is its memo.
  expect(emicPrints('undo', copy, '--coder', 'Kim')).toContain('write project memo');
  const window = new EmicWindow(await launch({ project }));
  const { page } = window;
  await window.isOpen('Netroots');
  await window.runFromPalette('Project memo');
  const memo = page.getByRole('tabpanel').getByRole('textbox', { name: /^Memo on/ });
  await memo.click();
  await window.press('Control+End');
  await page.keyboard.type(' Coded again in spring.');
  await stubDialogs(window.emic.app, { open: [copy] });
  await window.runFromPalette('Compare with a copy…');
  const list = page.getByRole('region', { name: 'Differences' });
  await expect(list.getByRole('heading', { name: 'Coders new there 1' })).toBeVisible();
  await page.getByRole('radio', { name: /^On both sides 1/ }).click();
  await expect(list.getByRole('heading', { name: 'Memos changed on both sides 1' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('both.png') });
  expect(await axeViolations(page)).toEqual([]);
  await list.getByRole('button', { name: /Project memo/ }).click();
  await expect(memo).toBeVisible();
  await window.noErrors();
});
