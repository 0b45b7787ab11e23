import type { Page } from '@playwright/test';
import { axeViolations } from './support/axe';
import { expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample, makeProject } from './support/projects';
import { seedFiles, seedPath } from './support/spans';

const post = 'The Future of The Netroots Movement';

/** Every screen in turn, looked at by axe in the given theme. */
async function lookAtEveryScreen(window: EmicWindow, theme: 'light' | 'dark'): Promise<void> {
  const { page } = window;
  const clean = (screen: string) =>
    test.step(screen, async () => {
      expect.soft(await axeViolations(page), `${screen}, ${theme}`).toEqual([]);
    });
  const closed = async () => {
    await window.press('Escape');
    await expect(window.dialog).toBeHidden();
  };
  await window.isOpen('Netroots');
  await clean('a project with no document open');
  const view = await window.openDocument(post);
  await view.click('no election is local');
  await clean('a document, its codings at the caret, the inspector');
  await view.codesHere.getByRole('button').first().click();
  await clean('a quotation in the inspector');
  await window.press('Control+f');
  await page.keyboard.type('party');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/of \d/);
  await clean('the search in a document');
  await window.press('Escape');
  await view.select('In a state dominated by Independents');
  await clean('the toolbar at the selection');
  await window.press('Enter');
  await expect(view.palette).toBeVisible();
  await clean('the list of codes');
  await page.keyboard.type('some');
  await clean('the list of codes, typed in');
  await window.press('Escape');
  await window.codes.row('fundraising').click();
  await clean('a code in the inspector');
  await window.codes.row('fundraising').click({ button: 'right' });
  await clean('a context menu');
  await window.press('Escape');
  await page.getByRole('button', { name: 'Colour of fundraising' }).click();
  await clean('the ring of colours');
  await window.press('Escape');
  await page.getByRole('button', { name: 'From quotations…' }).click();
  await clean('examples to pick');
  await window.press('Escape');
  await window.codes.choose('fundraising', /Split into/);
  await page.getByRole('button', { name: 'Make the first subcode' }).click();
  await clean('a code being split');
  await window.codes.section.getByRole('button', { name: 'More for codes' }).click();
  await page.getByRole('menuitem', { name: 'Code sets', exact: true }).hover();
  await page.getByRole('menuitem', { name: 'Manage sets…' }).click();
  await window.dialog.getByRole('button', { name: 'New set' }).click();
  await clean('the sets of codes');
  await closed();
  await window.documents.choose(post, 'Correct the text');
  const correcting = page.getByRole('region', { name: `Correcting ${post}` });
  await expect(correcting.getByRole('textbox')).toBeFocused();
  await window.press('Control+h');
  await clean('words to be replaced in a text being corrected');
  await window.press('Escape');
  await window.press('Control+a');
  await window.press('Delete');
  await correcting.getByRole('button', { name: /emptied/ }).click();
  await clean('a text being corrected, with what it loses');
  await correcting.getByRole('button', { name: 'Discard' }).click();
  await window.dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(correcting).toBeHidden();
  await stubDialogs(window.emic.app, { open: [seedPath(seedFiles[1] ?? '')] });
  await window.documents.choose(post, /Replace with a newer version/);
  await expect(window.dialog.getByRole('listbox')).toBeVisible();
  await clean('a newer version, with quotations to decide');
  await window.dialog.getByRole('button', { name: /Choose another place/ }).click();
  await clean('a place chosen in a newer version');
  await closed();
  await window.cooccurrence.open();
  await window.cooccurrence.show('Matrix');
  await expect(window.cooccurrence.grid).toBeVisible();
  await clean('the matrix');
  await page
    .getByRole('gridcell', { name: / × [^:]+: [1-9]\d* place/ })
    .first()
    .click();
  await clean('a cell in the inspector');
  await window.cooccurrence.toolbar.getByRole('button', { name: /^Documents/ }).click();
  await clean('a filter');
  await window.press('Escape');
  await window.cooccurrence.show('Network');
  await expect(page.getByRole('listbox', { name: 'Strongest ties' })).toBeVisible();
  await clean('the network');
  await window.cooccurrence.show('List');
  await clean('the list of pairs');
  for (const [command, heading] of [
    ['Codebook', 'Codebook'],
    ['All quotations', 'All quotations'],
    ['History', 'History'],
  ] as const) {
    await window.runFromPalette(command);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await clean(command);
  }
  await window.press('Control+Shift+f');
  await page.getByRole('searchbox', { name: 'Words' }).fill('party');
  await expect(page.getByRole('tree', { name: 'Hits' })).toBeVisible();
  await clean('the search in all documents');
  await window.runFromPalette('Memos');
  await clean('the memos');
  await window.runFromPalette('Project memo');
  await clean('a memo');
  await window.runFromPalette('New memo');
  await expect(page.getByRole('textbox', { name: 'Free memo' })).toBeFocused();
  await page.keyboard.type('## Heading');
  await window.press('Enter');
  await page.keyboard.type('- see [[fund');
  await expect(page.getByRole('listbox', { name: 'Link to' }).getByRole('option').first()).toBeVisible();
  await clean('what a memo can link to');
  await window.press('Enter');
  await clean('a free memo with a link');
  await window.press('Control+k');
  await clean('the palette');
  await closed();
  await window.press('Control+2');
  await window.press('?');
  await expect(window.dialog).toBeVisible();
  await clean('the keyboard shortcuts');
  await window.dialog.getByRole('button', { name: 'Change shortcuts…' }).click();
  await page.getByRole('button', { name: 'Change Ctrl B of Side bar' }).click();
  await window.press('Control+k');
  await clean('the keys of all commands');
  await closed();
  await window.press('Control+e');
  await expect(window.dialog).toBeVisible();
  await clean('the export');
  await closed();
  await window.runFromPalette('Coder…');
  await expect(window.dialog).toBeVisible();
  await clean('who codes');
  await closed();
  await window.runFromPalette('About Emic');
  await expect(window.dialog).toBeVisible();
  await clean('about');
  await closed();
  await window.codes.row('fundraising').click();
  await window.press('Delete');
  await expect(window.dialog).toBeVisible();
  await clean('a question before deleting');
  await closed();
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ launch, folder }) => {
    test.setTimeout(120_000);
    const emic = await launch({ project: copyOfSample(folder), settings: { theme } });
    const window = new EmicWindow(emic);
    await expect(window.page.locator('html')).toHaveAttribute('data-theme', theme);
    await lookAtEveryScreen(window, theme);
  });

  test(`axe finds nothing at the first start, on the welcome screen and in an empty project, ${theme}`, async ({
    launch,
    folder,
  }) => {
    const first = new EmicWindow(await launch({ firstRun: true }));
    await expect(first.page.getByRole('textbox', { name: 'Name' })).toBeVisible();
    await first.page.emulateMedia({ colorScheme: theme });
    expect.soft(await axeViolations(first.page), `first start, ${theme}`).toEqual([]);
    const welcome = new EmicWindow(await launch({ settings: { theme } }));
    await expect(welcome.page.getByRole('button', { name: 'New project' })).toBeVisible();
    expect.soft(await axeViolations(welcome.page), `welcome, ${theme}`).toEqual([]);
    const { path } = makeProject(folder, { documents: [] });
    const empty = new EmicWindow(await launch({ project: path, settings: { theme } }));
    await empty.isOpen('Study');
    expect.soft(await axeViolations(empty.page), `empty project, ${theme}`).toEqual([]);
  });
}

interface Stop {
  readonly name: string;
  readonly isSeen: boolean;
}

/** What has the focus: what it is called, and whether one can see that it has it. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: 'nothing', isSeen: true };
    const name =
      element.getAttribute('aria-label') ??
      (document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ||
        element.textContent);
    const marks = [element, element.parentElement, element.closest('[role="tabpanel"]')].flatMap((each) => {
      if (!each) return [];
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return [outlineStyle !== 'none' && outlineWidth !== '0px', boxShadow !== 'none'];
    });
    // In a text the caret says where one is.
    const isText = element.matches('input, textarea, [contenteditable="true"]');
    return {
      name: `${element.getAttribute('role') ?? element.tagName} ${name?.trim().slice(0, 60)}`,
      isSeen: isText || marks.includes(true),
    };
  });
}

test('Tab goes through the whole window, every stop has a name and can be seen', async ({
  launch,
  folder,
}) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  await window.openDocument(post);
  await window.page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const stops: Stop[] = [];
  for (let step = 0; step < 80; step += 1) {
    await window.press('Tab');
    const stop = await focused(window.page);
    if (stops.length > 3 && stop.name === stops[0]?.name) break;
    stops.push(stop);
  }
  const names = stops.map(({ name }) => name);
  expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  expect(names.filter((name) => / (null|undefined)?$/.test(name))).toEqual([]);
  for (const part of [
    'treeitem',
    `textbox ${post}`,
    'tab ',
    'Filter or create',
    'Coder: Robin',
    'separator',
  ]) {
    expect(
      names.some((name) => name.includes(part)),
      `${part} among ${names.join('; ')}`,
    ).toBe(true);
  }
});

test('the keyboard comes back from dialogs, goes along to views and survives a deleted row', async ({
  launch,
  folder,
}) => {
  const codings = ['movement', 'clout', 'power'].map((code) => ({
    document: seedFiles[0],
    code,
    words: 'A small cohesive group',
  }));
  const { path } = makeProject(folder, { documents: [seedFiles[0]], codings });
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await expect(window.codes.row('power')).toBeVisible();
  await window.codes.row('clout').click();
  await window.press('Control+k');
  await expect(window.dialog).toBeVisible();
  await window.press('Escape');
  await expect(window.codes.row('clout')).toBeFocused();
  await window.codes.choose('clout', 'Delete…');
  await window.press('Escape');
  await expect(window.codes.row('clout')).toBeFocused();
  await window.press('Delete');
  await window.press('Enter');
  await expect(window.codes.row('clout')).toBeHidden();
  await expect(window.codes.row('power')).toBeFocused();
  for (const [key, name] of [
    ['b', 'Codebook'],
    ['h', 'History'],
  ] as const) {
    await window.press(`Control+Shift+${key}`);
    const panel = page.getByRole('tabpanel', { name });
    await expect(panel.locator(':focus')).toBeVisible();
  }
  await window.noErrors();
});
