import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

const post = 'The Future of The Netroots Movement';

test('FD in a document: words are found, stepped through, and coded where the search ends', async ({
  launch,
  folder,
}) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  const { page } = window;
  await window.isOpen('Netroots');
  const view = await window.openDocument(post);
  await view.select('Lamont');

  await test.step('the selected words are what is looked for', async () => {
    await window.press('Control+f');
    const field = page.getByRole('textbox', { name: 'Find in this document' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('Lamont');
    await expect(bar(window).getByRole('status')).toHaveText(/^1 of \d+$/);
  });

  await test.step('hits are marked in the text, the one in hand apart', async () => {
    await expect.poll(() => marked(window, 'emic-found-current')).toBe(1);
    expect(await marked(window, 'emic-found')).toBeGreaterThan(0);
  });

  await test.step('accents and case count only when asked for', async () => {
    const field = page.getByRole('textbox', { name: 'Find in this document' });
    const count = async () =>
      Number(/of (\d+)/.exec((await bar(window).getByRole('status').textContent()) ?? '')?.[1]);
    await field.fill('the');
    await expect.poll(count).toBeGreaterThan(20);
    const all = await count();
    await window.press('Alt+w');
    await expect.poll(count).toBeLessThan(all);
    const whole = await count();
    await window.press('Alt+c');
    await expect.poll(count).toBeLessThan(whole);
    await window.press('Alt+c');
    await window.press('Alt+w');
    await field.fill('“netroots”');
    await field.fill("don't");
    await expect(bar(window).getByRole('status')).toHaveText(/^1 of \d/);
  });

  await test.step('F3 goes on, over the end to the beginning, with a quiet sign', async () => {
    const field = page.getByRole('textbox', { name: 'Find in this document' });
    await field.fill('Connecticut');
    await expect(bar(window).getByRole('status')).toHaveText(/\d of 3/);
    const status = bar(window).getByRole('status');
    const total = Number(/of (\d+)/.exec((await status.textContent()) ?? '')?.[1]);
    for (let step = 0; step < total; step += 1) {
      await window.press('F3');
      await expect.poll(() => isHitInView(window)).toBe(true);
    }
    await expect(status).toContainText('Went on from the beginning');
    await window.press('Shift+F3');
    await expect(status).toContainText('Went on from the end');
  });

  await test.step('a regular expression that can’t be read, and one that never ends, are told', async () => {
    const field = page.getByRole('textbox', { name: 'Find in this document' });
    await window.press('Alt+r');
    await field.fill('(');
    await expect(bar(window).getByRole('alert')).toHaveText(/can’t be read: unterminated group/);
    await field.fill('([a-zA-Z ,]+)+#');
    await expect(bar(window).getByRole('alert')).toHaveText(/takes too long/, { timeout: 15_000 });
    await field.fill('^[A-Z]\\w+ ');
    await expect(bar(window).getByRole('status')).toHaveText(/of \d+/);
    await window.press('Alt+r');
  });

  await test.step('Escape leaves with the hit selected, ready for a code', async () => {
    const field = page.getByRole('textbox', { name: 'Find in this document' });
    await field.fill('party vs. network');
    await field.fill('decentralized');
    await expect(bar(window).getByRole('status')).toHaveText(/of \d/);
    expect(await axeViolations(page, '.find-bar')).toEqual([]);
    await window.press('Escape');
    await expect(bar(window)).toBeHidden();
    await expect.poll(() => view.selected()).toMatch(/^decentralized$/i);
    await expect.poll(() => marked(window, 'emic-found')).toBe(0);
    await window.press('Control+f');
    await expect(page.getByRole('textbox', { name: 'Find in this document' })).toHaveValue(/decentralized/i);
    await window.press('Escape');
  });
  await window.noErrors();
});

test('FD in all documents: hits come, are chosen, and coded in one step', async ({ launch, folder }) => {
  const path = copyOfSample(folder);
  const long = Array.from(
    { length: 4000 },
    (_, n) => `Paragraph ${n}: the netroots move money, number ${n}.`,
  );
  writeFileSync(join(folder, 'long.txt'), long.join('\n'));
  emicPrints('import', path, join(folder, 'long.txt'), '--coder', 'Robin');
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await window.isOpen('Netroots');
  await window.press('Control+Shift+f');
  const field = page.getByRole('searchbox', { name: 'Words' });
  await expect(field).toBeFocused();
  await expect(page.getByText('Words in all documents')).toBeVisible();

  const tree = page.getByRole('tree', { name: 'Hits' });
  await test.step('hits in context, by document', async () => {
    await page.keyboard.type('netroots');
    await expect(page.getByText(/^4,[01]\d\d hits in \d documents/)).toBeVisible();
    await expect(tree.getByRole('treeitem', { level: 1 }).first()).toBeVisible();
    await expect(tree.getByRole('treeitem', { level: 2 }).first().locator('mark')).toHaveText(/netroots/i);
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(80);
    expect(await axeViolations(page, '.find-view')).toEqual([]);
  });

  await test.step('only some documents are searched', async () => {
    await page
      .getByRole('search')
      .getByRole('button', { name: /^Documents/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Choose none' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'long' }).click();
    await window.press('Escape');
    await expect(page.getByText('4,000 hits in 1 document')).toBeVisible();
  });

  await test.step('hits are chosen by keyboard and opened in their document', async () => {
    await field.press('ArrowDown');
    await expect(tree).toBeFocused();
    await window.press(' ');
    await expect(page.getByText('0 of 4,000 hits chosen')).toBeVisible();
    for (const key of ['ArrowDown', ' ', 'ArrowDown', ' ', 'ArrowDown', ' ']) await window.press(key);
    await expect(page.getByText('3 of 4,000 hits chosen')).toBeVisible();
    await window.press('Enter');
    const view = window.document('long');
    await view.isOpen();
    await window.press('Control+Shift+f');
    await expect(page.getByText('3 of 4,000 hits chosen')).toBeVisible();
  });

  await test.step('the sentences of the chosen hits get a code, in one step of undo', async () => {
    await page.getByRole('radio', { name: 'Sentence' }).click();
    await page.getByRole('button', { name: 'Code the hits…' }).click();
    const picker = page.getByRole('dialog', { name: 'Code the hits…' });
    await picker.getByRole('combobox').fill('Means > whip-round');
    await picker.getByRole('combobox').press('Enter');
    await expect(window.messages.filter({ hasText: '3 passages were coded with whip-round.' })).toBeVisible();
    await expect.poll(() => window.undoLabel()).toContain('apply whip-round to 3 passages');
    await window.messages.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => window.undoLabel()).not.toContain('3 passages');
  });

  await test.step('a list of terms, and an earlier search again', async () => {
    await page.getByRole('radio', { name: 'List of terms' }).click();
    const terms = page.getByRole('textbox', { name: /^Terms/ });
    await terms.fill('netroot*\nnumber 7');
    await expect(page.getByText(/^4,001 hits in 1 document/)).toBeVisible();
    await page.getByRole('radio', { name: 'Expression' }).click();
    await page.getByRole('searchbox', { name: 'Regular expression' }).fill('number \\d{4}(');
    await expect(page.getByRole('alert').filter({ hasText: 'can’t be read' })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Regular expression' }).fill('number 39\\d\\d');
    await expect(page.getByText('100 hits in 1 document')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Regular expression' }).press('Enter');
    await page.getByRole('button', { name: 'Earlier searches' }).click();
    await page.getByRole('menuitem', { name: 'netroots' }).click();
    await expect(page.getByText('4,000 hits in 1 document')).toBeVisible();
  });
  await window.noErrors();
  const settings = () => readFileSync(join(window.emic.userData, 'settings.json'), 'utf8');
  await expect.poll(settings).toContain('number 39');
});

function bar(window: EmicWindow) {
  return window.page.getByRole('search', { name: 'Find in this document' });
}

/** The hit in hand stands within the window onto the text. */
function isHitInView(window: EmicWindow): Promise<boolean> {
  return window.page.evaluate(() => {
    const [hit] = CSS.highlights.get('emic-found-current') ?? [];
    const view = document.querySelector('.document-scroller')?.getBoundingClientRect();
    if (!hit || !view) return false;
    const range = document.createRange();
    range.setStart(hit.startContainer, hit.startOffset);
    range.setEnd(hit.endContainer, hit.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return top >= view.top && bottom <= view.bottom;
  });
}

/** How many ranges a highlight of the page has. */
function marked(window: EmicWindow, name: string): Promise<number> {
  return window.page.evaluate((wanted) => CSS.highlights.get(wanted)?.size ?? 0, name);
}
