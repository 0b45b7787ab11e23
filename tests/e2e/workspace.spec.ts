import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from './support/axe';
import { type Emic, expect, test } from './support/emic';
import type { DocumentView } from './support/pages/document-view';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

const post = 'The Future of The Netroots Movement';
const other = 'Veckans makthavare: Alan Rosenblatt';

/** For whoever wants to look: pictures of the stories' screens go to this folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.EMIC_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

function setSize({ app }: Emic, width: number, height: number): Promise<void> {
  return app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setBounds(size), {
    width,
    height,
  });
}

/** A key that codes, and the coding on the screen. */
async function coded(page: Page, key: string): Promise<void> {
  await page.evaluate(() => performance.clearMarks('emic:apply-painted'));
  await page.keyboard.press(key);
  await page.waitForFunction(() => performance.getEntriesByName('emic:apply-painted').length > 0);
}

/** Pairs of names and “+n” in the margin that lie over each other. */
function collisions(view: DocumentView): Promise<string[]> {
  return view.section.evaluate((section) => {
    const signs = [...section.querySelectorAll('.band-name, .band-overflow, .band-fold')].map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      const box = node.getBoundingClientRect();
      return {
        text: node.textContent,
        left: words.left,
        right: Math.min(words.right, box.right),
        top: words.top + 2,
        bottom: words.bottom - 2,
      };
    });
    return signs.flatMap((one, index) =>
      signs
        .slice(index + 1)
        .filter(
          (two) =>
            one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom,
        )
        .map((two) => `${one.text} / ${two.text}`),
    );
  });
}

test('sixty codings on one paragraph can be read, told apart and reached', async ({ launch, folder }) => {
  const emic = await launch({ project: copyOfSample(folder) });
  const window = new EmicWindow(emic);
  const { page } = window;
  const view = await window.openDocument(post);
  await view.click('A small cohesive group');
  await window.press('Alt+2');
  // The nine recent codes on a passage that grows by a sentence.
  for (let sentences = 1; sentences <= 7; sentences += 1) {
    for (let code = 1; code <= 9; code += 1) await coded(page, String(code));
    await window.press('Alt+Shift+ArrowDown');
  }
  await view.click('A small cohesive group');
  await page.mouse.move(4, 4);
  expect(await collisions(view)).toEqual([]);
  const folds = view.section.locator('.band-fold, .band-name.is-fold');
  await expect(folds.first()).toBeVisible();
  await picture(page, 'dense');

  // By mouse: the list of a “+n”, in which exactly one coding is emphasised, in text and margin.
  const list = page.getByTestId('codings-list');
  const sign = await folds.first().boundingBox();
  if (!sign) throw new Error('there is no “+n”');
  await page.mouse.move(sign.x + sign.width / 2, sign.y + sign.height / 2, { steps: 3 });
  await expect(list).toBeVisible();
  await picture(page, 'dense list');
  await list.getByRole('option').nth(1).hover();
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
  await page.mouse.move(4, 4);
  await expect(list).toBeHidden();

  // By keyboard: all codings at the caret, filtered by typing, and one of them in the inspector.
  await view.click('A small cohesive group');
  await window.press('Shift+Enter');
  const options = list.getByRole('option');
  expect(await options.count()).toBeGreaterThanOrEqual(60);
  await page.keyboard.type('clout');
  await expect(options.first()).toContainText('clout');
  await window.press('ArrowDown');
  await expect(view.section.locator('.band-foot')).toHaveCount(1);
  await window.press('Enter');
  await expect(list).toBeHidden();
  await expect(view.text).toBeFocused();
  await expect(window.inspector.locator('.chips .is-meant')).toHaveText(/clout/);
  await expect(view.section.locator('.band-foot')).toHaveCount(1);
  // The foot of the view has no room for sixty, and says so.
  await expect(view.section.getByRole('button', { name: /^All 6\d codings here/ })).toBeVisible();
  // What stands at the caret is said, not all sixty of them.
  await window.press('ArrowRight');
  await expect(view.section.getByRole('status')).toHaveText(/^Coded: .* and \d+ more$/);
  await window.noErrors();
});

test('what is hidden is told, comes back by one press, and never hides what was just coded', async ({
  launch,
  folder,
}) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  const { page } = window;
  const view = await window.openDocument(post);
  const names = view.section.locator('.band-name', { hasText: 'party vs. network' });
  await expect(names.first()).toBeVisible();
  await view.section.getByRole('button', { name: 'Choose which codings are shown' }).click();
  const choices = page.getByRole('dialog', { name: 'Choose which codings are shown' });
  await choices.getByRole('textbox', { name: 'Filter codes' }).fill('network');
  await choices.getByRole('button', { name: 'Hide these' }).click();
  await picture(page, 'shown filter');
  await window.press('Escape');
  await expect(names).toHaveCount(0);
  const chip = view.section.getByRole('button', { name: /^\d+ codings hidden · Show all$/ });
  await expect(chip).toBeVisible();

  await view.select('A small cohesive group');
  await view.chooseByMouse('party', 'party vs. network');
  await expect(names.first()).toBeVisible();
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(chip).toBeHidden();
  await window.noErrors();
});

test('text, tabs and places are as they were left, and the way back is kept', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const emic = await launch({ project });
  const window = new EmicWindow(emic);
  const { page } = window;
  await setSize(emic, 1600, 900);
  const view = await window.openDocument(post);
  const scroller = view.section.getByTestId('document-scroller');
  const size = () => view.text.evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  const width = () => view.text.evaluate((text) => text.getBoundingClientRect().width);
  const [usualSize, usualWidth] = [await size(), await width()];
  await window.press('Control+=');
  await expect.poll(size).toBeGreaterThan(usualSize);
  await window.press('Control+0');
  await expect.poll(size).toBe(usualSize);
  await window.runFromPalette('Narrow text');
  await expect.poll(width).toBeLessThan(usualWidth);
  await expect(view.section.locator('.band-number').nth(1)).toHaveText('2');
  await window.runFromPalette('Number lines');
  await expect(view.section.locator('.band-number').nth(1)).not.toHaveText('2');
  await window.runFromPalette('High contrast, light');
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(255, 255, 255)');

  // Back and on again: between documents, and from a jump within one.
  await view.click('Credited with the defeat');
  await window.press('Control+End');
  const low = () => scroller.evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(low).toBeGreaterThan(500);
  await window.openDocument(other);
  await window.press('Alt+ArrowLeft');
  await expect(view.text).toBeVisible();
  await expect.poll(low).toBeGreaterThan(500);
  await window.press('Alt+ArrowLeft');
  await expect.poll(low).toBeLessThan(200);
  await window.press('Alt+ArrowRight');
  await expect.poll(low).toBeGreaterThan(500);
  await window.press('Alt+ArrowRight');
  await expect(window.document(other).text).toBeVisible();

  // Side by side; the others closed, and one of them back.
  const tab = (name: string) => page.getByRole('tab', { name });
  await tab(other).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move beside' }).click();
  await expect(view.text).toBeVisible();
  await expect(window.document(other).text).toBeVisible();
  await window.press('Control+w');
  await expect(tab(other)).toBeHidden();
  await window.press('Control+Shift+t');
  await expect(window.document(other).text).toBeVisible();

  await tab(post).click();
  await view.isOpen();
  await view.click('direct support');
  const top = await low();
  await expect.poll(async () => await page.evaluate(() => getSelection()?.anchorOffset)).toBeGreaterThan(0);
  await page.waitForTimeout(700);
  await picture(page, 'comfort');
  await emic.close();

  const again = new EmicWindow(await launch({ project, userData: emic.userData }));
  const same = again.document(post);
  await same.isOpen();
  const place = () => same.section.getByTestId('document-scroller').evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(async () => Math.abs((await place()) - top)).toBeLessThan(4);
  await expect(again.page.getByRole('tab', { name: other })).toBeVisible();
  await expect(same.section.locator('.band-number').first()).not.toHaveText('2');
  await again.press('Control+3');
  await expect
    .poll(() => again.page.evaluate(() => getSelection()?.anchorNode?.textContent ?? ''))
    .toContain('direct support');
  await again.noErrors();
});

test('a document is printed with its codings and a legend', async ({ launch, folder }) => {
  const emic = await launch({ project: copyOfSample(folder) });
  const window = new EmicWindow(emic);
  const { page } = window;
  const view = await window.openDocument(post);
  await expect(view.section.locator('.band-name').first()).toBeVisible();
  // The system's dialog is out of a test's reach; all before it is done.
  await page.evaluate(() => {
    globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await window.press('Control+p');
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  const printed = page.locator('.print-page');
  expect(await printed.locator('.printed-document__legend li').count()).toBeGreaterThan(8);
  expect(await printed.locator('.is-overlap').count()).toBeGreaterThan(2);
  await expect(printed.locator('p').filter({ hasText: 'Credited with the defeat' })).toHaveCount(1);
  const { pages, bytes, latin } = await emic.app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    const latin = pdf?.toString('latin1') ?? '';
    return { pages: latin.match(/\/Type \/Page\b/g)?.length ?? 0, bytes: latin.length, latin };
  });
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThan(8);
  expect(bytes).toBeGreaterThan(10_000);
  if (process.env.EMIC_PICTURES) writeFileSync(`${process.env.EMIC_PICTURES}/print.pdf`, latin, 'latin1');
  await window.noErrors();
});

test('in forced colours, in high contrast and in a narrow window it is whole and clean', async ({
  launch,
  folder,
}) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  const { page } = window;
  const view = await window.openDocument(post);
  await view.click('no election is local');
  await expect(view.codesHere.first()).toBeVisible();
  for (const theme of ['High contrast, dark', 'High contrast, light']) {
    await window.runFromPalette(theme);
    expect.soft(await axeViolations(page), theme).toEqual([]);
    await picture(page, theme);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await expect
    .poll(() =>
      view.section
        .locator('.band-bracket')
        .first()
        .evaluate((path) => getComputedStyle(path).stroke),
    )
    .toBe(
      await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'CanvasText';
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      }),
    );
  await picture(page, 'forced colours');
  await window.noErrors();
});
