import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { HistoryPage } from './support/pages/history-page';
import { makeProject } from './support/projects';

const post = '000_4a41a69cea41d9c1';
const plan = {
  documents: [post],
  codings: [
    { document: post, code: 'decentralization', words: 'no election is local' },
    { document: post, code: 'money', words: 'In a state dominated by Independents' },
  ],
};

test('counts follow coding after coding without a rest; the history begins at its list and is narrowed down as last time', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  const { page } = window;
  await window.isOpen('Study');
  await page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem').first().click();
  await page.locator('.document-layer > *').first().waitFor({ state: 'attached' });
  await window.press('Control+3');
  const before = Number(await page.locator('.row__count').first().textContent());
  // Faster than the hands ever rest.
  for (let sentence = 0; sentence < 8; sentence += 1) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('1');
  }
  await expect
    .poll(async () => Number(await page.locator('.row__count').first().textContent()))
    .toBeGreaterThan(before + 4);
  const shown = Number(await page.locator('.row__count').first().textContent());
  // What the engine says, past every answer that the window holds.
  await page.reload();
  await window.isOpen('Study');
  await expect(page.locator('.row__count').first()).toHaveText(String(shown));

  await window.press('Control+Shift+H');
  await expect(page.locator('.history__line:focus')).toHaveCount(1);
  const history = new HistoryPage(page);
  await history.pick('Code', 'decen');
  await expect(history.count).toContainText(' of ');
  const narrowed = await history.count.textContent();
  await emic.close();

  const next = new EmicWindow(await launch({ project: path, userData: emic.userData }));
  await next.isOpen('Study');
  const again = new HistoryPage(next.page);
  await again.open(next);
  await expect(again.count).toHaveText(narrowed ?? '');
  await next.noErrors();
});
