import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';
const plan = {
  documents: [post],
  codings: [{ document: post, code: 'movement', words: 'Netroots movement faces its biggest challenge' }],
};

interface MemoRow {
  readonly text: string;
}

function memosOnDisk(path: string): string[] {
  const rows: MemoRow[] = JSON.parse(emicPrints('list', path, 'memos', '--json'));
  return rows.map(({ text }) => text);
}

test('memos on a code, a document and a quotation are on disk within a second', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.codes.choose('movement', 'Memo');
  await page.getByRole('textbox', { name: 'Memo on movement' }).pressSequentially('Who belongs to it?');
  const typed = Date.now();
  await expect.poll(() => memosOnDisk(path), { intervals: [100] }).toContain('Who belongs to it?');
  // Looking takes a while by itself: the promise is one second, plus one look.
  expect(Date.now() - typed).toBeLessThan(2000);

  await window.documents.choose(post, 'Memo');
  await page.getByRole('textbox', { name: `Memo on ${post}` }).pressSequentially('A post of 2006.');
  const view = await window.openDocument(post);
  await view.select('A small cohesive group');
  await view.toolbar.getByRole('button', { name: 'Memo on the passage' }).click();
  const words = page.getByRole('textbox', { name: /^Memo on/ }).and(page.locator(':focus'));
  await expect(words).toHaveText('');
  await page.keyboard.type('Small, but tight.');
  await expect
    .poll(() => memosOnDisk(path).sort())
    .toEqual(['A post of 2006.', 'Small, but tight.', 'Who belongs to it?']);
  await window.noErrors();
});

test('what was written survives a kill of the application', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  await window.codes.choose('movement', 'Memo');
  const field = window.page.getByRole('textbox', { name: 'Memo on movement' });
  await field.pressSequentially('Kept at most one second after the last key.');
  await expect(window.page.locator('.memo__state[data-state="saved"]').first()).toBeVisible();
  const ended = emic.app.waitForEvent('close');
  emic.app.process().kill('SIGKILL');
  await ended;

  const next = new EmicWindow(await launch({ userData: emic.userData, project: path }));
  await next.isOpen('Study');
  await next.codes.row('movement').click();
  await expect(next.page.getByRole('textbox', { name: 'Memo on movement' }).first()).toHaveText(
    'Kept at most one second after the last key.',
  );
  await expect(next.statusBar.getByText('Saved', { exact: true })).toBeVisible();
});

test('a free memo by keyboard: title, headings, lists, a link that jumps and is known where it leads', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.isOpen('Study');
  await window.runFromPalette('New memo');
  const memo = page.getByRole('textbox', { name: 'Free memo' });
  await expect(memo).toBeFocused();
  await page.keyboard.type('## What holds it together');
  await window.press('Enter');
  await page.keyboard.type('It is **held** by [[biggest');
  const offers = page.getByRole('listbox', { name: 'Link to' });
  await expect(offers.getByRole('option')).toHaveCount(1);
  await window.press('Enter');
  await expect(memo).toBeFocused();
  await page.keyboard.type(' and [[mov');
  await expect(offers.getByRole('option').first()).toContainText('movement');
  await window.press('Enter');
  await window.press('Enter');
  await page.keyboard.type('- one');
  await window.press('Enter');
  await page.keyboard.type('two');
  await expect(memo.getByRole('heading', { name: 'What holds it together' })).toBeVisible();
  await expect(memo.getByRole('listitem')).toHaveText(['one', 'two']);
  await expect(memo.locator('strong')).toHaveText('held');
  await page.getByRole('textbox', { name: 'Title' }).fill('On ties');
  await expect
    .poll(() => memosOnDisk(path))
    .toEqual([
      expect.stringMatching(
        /^What holds it together\nIt is held by \[000_4a41a69cea41d9c1, \d+–\d+\] and \[movement\]\n- one\n- two$/,
      ),
    ]);
  await expect.poll(() => emicPrints('list', path, 'memos', '--json')).toContain('"title": "On ties"');

  await test.step('a click on the link shows the passage, and the passage names the memo', async () => {
    await memo.getByRole('link', { name: /Netroots movement faces/ }).click();
    await expect(window.document(post).section).toBeVisible();
    const back = window.inspector.getByRole('button', { name: /On ties/ });
    await expect(back).toBeVisible();
    await back.click();
    await expect(memo).toBeVisible();
  });

  await test.step('what a link led to is gone, and comes back with undo', async () => {
    await window.codes.row('movement').click();
    await window.press('Delete');
    await window.dialog.getByRole('button', { name: /Delete/ }).click();
    await expect(memo.getByText('a code that is gone')).toBeVisible();
    await window.runFromPalette('Undo');
    await expect(memo.getByRole('link', { name: 'movement', exact: true })).toBeVisible();
  });
  await window.noErrors();
});

test('memos have types, and the list finds them', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  for (const code of ['network', 'party']) emicPrints('code', 'add', path, code, '--coder', 'Robin');
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.isOpen('Study');
  await window.runFromPalette('Memo types…');
  await window.dialog.getByRole('textbox', { name: 'New type' }).fill('method');
  await window.press('Enter');
  await expect(window.dialog.getByRole('textbox', { name: 'Name of method' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await window.press('Escape');
  await window.runFromPalette('New memo');
  await page.getByRole('textbox', { name: 'Free memo' }).pressSequentially('How often were they met?');
  await page.getByRole('button', { name: 'Type: No type' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'method' }).click();
  await expect(page.getByRole('button', { name: 'Type: method' })).toBeVisible();
  await window.codes.choose('network', 'Memo');
  await page.getByRole('textbox', { name: 'Memo on network' }).pressSequentially('An old word.');

  await window.runFromPalette('Memos');
  const list = page.getByRole('listbox', { name: 'Memos' });
  await expect(list.getByRole('option')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search memos' }).fill('often');
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText('method');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: /^On/ }).click();
  await page.getByRole('menuitemradio', { name: 'codes', exact: true }).click();
  await expect(list.getByRole('option')).toContainText(['network']);
  expect(await axeViolations(page)).toEqual([]);
  await window.noErrors();
});
