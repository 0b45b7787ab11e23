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
  await expect(words).toHaveValue('');
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
  await next.codes.choose('movement', 'Memo');
  await expect(next.page.getByRole('textbox', { name: 'Memo on movement' }).first()).toHaveValue(
    'Kept at most one second after the last key.',
  );
  await expect(next.statusBar.getByText('Saved', { exact: true })).toBeVisible();
});
