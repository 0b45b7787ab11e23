import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { type Emic, expect, test } from './support/emic';
import type { DocumentView } from './support/pages/document-view';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';
import { seedText, spanOf } from './support/spans';

const post = '000_4a41a69cea41d9c1';

interface Listed {
  readonly start_position: number;
  readonly end_position: number;
  readonly text: string;
  readonly code_path: string;
}

/** `code: the passage's words`, each as the text has it at that place; in order of place and code. */
function codingsOnDisk(path: string, text = seedText(post)): string[] {
  const rows: Listed[] = JSON.parse(emicPrints('list', path, 'codings', '--json'));
  const characters = Array.from(text);
  return rows
    .toSorted(
      (a, b) =>
        a.start_position - b.start_position ||
        b.end_position - a.end_position ||
        (a.code_path < b.code_path ? -1 : 1),
    )
    .map(({ start_position, end_position, code_path, text: words }) => {
      expect(characters.slice(start_position, end_position).join('')).toBe(words);
      return `${code_path}: ${words}`;
    });
}

function projectWithCodes(folder: string, codes: readonly string[], documents = [post]): string {
  const { path } = makeProject(folder, { documents });
  for (const code of codes) emicPrints('code', 'add', path, code, '--coder', 'Robin');
  return path;
}

/** Presses keys one by one, as a person does, and counts them. */
function counter(window: EmicWindow) {
  const count = { presses: 0 };
  const keys = async (...list: readonly string[]) => {
    for (const key of list) {
      count.presses += 1;
      await window.press(key);
    }
  };
  return { keys, count };
}

async function selectedIs(view: DocumentView, words: string): Promise<void> {
  await expect.poll(() => view.selected()).toBe(words);
}

const sentences = [
  'Should Ned Lamont win, the Netroots movement will have achieved clout.',
  'They will have proved they can elect a candidate to a major office.',
  'This will have far reaching effects in the Presidential election in 2008.',
] as const;

test('KB4 KB8 a selected passage is coded in at most four key presses', async ({ launch, folder }) => {
  const codes = [
    'Power > clout',
    'Power > party vs. network',
    'Strategy > decentralization',
    'Media > choir',
  ];
  const path = projectWithCodes(folder, codes);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  const { keys, count } = counter(window);
  const coded = (code: string, times: number) => expect(window.codes.count(code)).toHaveText(String(times));

  await view.click(sentences[0].slice(0, 20));
  await keys('Alt+2');
  await selectedIs(view, sentences[0]);
  count.presses = 0;
  await keys('c', 'l', 'Enter');
  await coded('clout', 1);
  expect(count.presses).toBeLessThanOrEqual(4);

  await keys('Alt+ArrowDown');
  await selectedIs(view, sentences[1]);
  count.presses = 0;
  await keys('p', 'v', 'n', 'Enter');
  await coded('party vs. network', 1);
  expect(count.presses).toBeLessThanOrEqual(4);

  // A code used before: its digit, which it keeps; the one used last: a full stop.
  await keys('Alt+ArrowDown');
  await selectedIs(view, sentences[2]);
  count.presses = 0;
  await keys('1');
  await coded('clout', 2);
  await keys('2');
  await coded('party vs. network', 2);
  await keys('Alt+ArrowDown', '.');
  await coded('party vs. network', 3);
  expect(count.presses).toBe(4);

  // Several at once: the space bar marks, Enter applies all in one step.
  await keys('Alt+ArrowDown');
  count.presses = 0;
  await keys('Enter', 'Space', 'ArrowDown', 'Space', 'd', 'e', 'Control+Enter');
  await expect(view.palette.getByRole('list', { name: 'Codes to apply' }).getByRole('listitem')).toHaveText([
    'clout',
    'party vs. network',
    'decentralization',
  ]);
  await keys('Enter');
  await coded('decentralization', 1);
  await expect.poll(() => window.undoLabel()).toContain('3 codes to “Should Lamont lose');
  await expect(view.text).toBeFocused();
  expect(codingsOnDisk(path).slice(0, 4)).toEqual([
    `Power > clout: ${sentences[0]}`,
    `Power > party vs. network: ${sentences[1]}`,
    `Power > clout: ${sentences[2]}`,
    `Power > party vs. network: ${sentences[2]}`,
  ]);
  await window.noErrors();
});

test('KB2 KB3 CD13 a thread is read and coded by keyboard alone: turns, gaps, copies, one coding apart', async ({
  launch,
  folder,
}) => {
  const path = projectWithCodes(folder, ['clout', 'internet', 'local']);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  const { keys } = counter(window);
  const comment =
    'I wouldn’t be too sure about that. Lamont is just one party of this. If you want to see what the netroots really have done, look at the broader picture.';
  const first = 'I wouldn’t be too sure about that.';
  const reply =
    'Lamont is a Democrat chosen by Democrats to run on their ticket. There’s nothing netroots about it. By the same token Lieberman is an incumbent Democrat that’s been rejected by the Democrats in his state. His campaign has nothing to do with netroots either. It’s just arrogance and denial.';
  const footer = view.section.getByRole('list', { name: 'Codings at the caret' });

  // From the author's line to the comment, which is coded as a whole.
  await view.click('Comment #191299');
  await keys('Alt+PageDown');
  await selectedIs(view, comment);
  await keys('Alt+Enter', 'c', 'l', 'Enter');
  await expect(window.codes.count('clout')).toHaveText('1');
  // Within it, a sentence; grown again it is the paragraph, which here is the turn.
  await keys('Alt+2');
  await selectedIs(view, first);
  await keys('+');
  await selectedIs(view, comment);
  await keys('-');
  await selectedIs(view, first);
  await keys('i', 'n', 'Enter', 'l', 'o', 'Enter');
  await expect(window.codes.count('local')).toHaveText('1');
  expect(codingsOnDisk(path)).toEqual([`clout: ${comment}`, `internet: ${first}`, `local: ${first}`]);

  // The next passage without a code is in the next comment, past the author's line; codes are copied there, and come off again.
  await keys('Control+Shift+c', 'F9');
  await selectedIs(view, reply);
  await expect(footer).toContainText('No coding here. Enter codes the selection.');
  await keys('Control+v');
  await expect(window.codes.count('local')).toHaveText('2');
  await keys('Shift+Delete');
  await expect(window.codes.count('local')).toHaveText('1');

  // Of two codings one is recoded, keeping the other; one is removed by its digit.
  await keys('Shift+F8');
  await selectedIs(view, first);
  await keys('Control+r');
  const pick = window.page.getByRole('dialog', { name: 'Recode which coding?' });
  await expect(pick.getByRole('option')).toHaveText([/internet/, /local/]);
  expect(await axeViolations(window.page)).toEqual([]);
  await keys('2', 'c', 'l', 'Enter');
  await expect(window.codes.count('clout')).toHaveText('2');

  // The other is moved off to a place of its own, two words shorter and one sentence further.
  await keys('Shift+F2', '1');
  const bar = view.section.getByRole('toolbar', { name: 'Adjust the passage' });
  await expect(bar).toContainText('Only internet');
  expect(await axeViolations(window.page)).toEqual([]);
  await keys('ArrowDown', 'Tab', 'Control+ArrowRight', 'Control+ArrowRight', 'Enter');
  await expect(bar).toBeHidden();
  const moved = 'be too sure about that. Lamont is just one party of this.';
  await expect
    .poll(() => codingsOnDisk(path))
    .toEqual([`clout: ${comment}`, `clout: ${first}`, `internet: ${moved}`]);
  await expect.poll(() => window.undoLabel()).toContain('move internet off “I wouldn’t');
  await selectedIs(view, moved);

  // Adjusting is left without a trace, and kept as one step.
  await keys('F2', 'ArrowUp', 'Escape');
  expect(codingsOnDisk(path)).toHaveLength(3);
  await keys('F2', 'ArrowLeft', 'Enter');
  await expect.poll(() => codingsOnDisk(path)[2]).toBe(`internet: ${moved.slice(0, -1)}`);
  await keys('Delete');
  await expect(window.codes.count('internet')).toHaveText('0');

  // The whole document, from wherever one reads: the place stays.
  await keys('Control+Shift+a', 'l', 'o', 'Enter');
  await expect(window.codes.count('local')).toHaveText('1');
  await expect.poll(() => view.selected()).not.toContain('Third Party');
  await keys('F9');
  await selectedIs(view, reply);
  await window.noErrors();
});

test('SK4 SK5 shortcuts are changed, seen everywhere at once, kept, and given back', async ({
  launch,
  folder,
}) => {
  const path = projectWithCodes(folder, ['clout']);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  const view = await window.openDocument(post);
  await watchMenus(emic);
  // Another project in a window of its own, which learns of it at once.
  const otherOpens = emic.app.waitForEvent('window');
  const otherFolder = join(folder, 'other');
  mkdirSync(otherFolder);
  await emic.app.evaluate(
    ({ app }, openPath) => app.emit('second-instance', {}, [], '', { openPath }),
    projectWithCodes(otherFolder, ['power']),
  );
  const other = await otherOpens;
  await expect(other.getByRole('tree', { name: 'Codes' })).toContainText('power');
  await window.page.bringToFront();
  const dialog = window.page.getByRole('dialog', { name: 'Change shortcuts' });
  const search = dialog.getByRole('textbox', { name: 'Find by name or keys' });
  const said = dialog.getByRole('status');
  await window.runFromPalette('Change shortcuts');
  // From the start no two commands have the same keys.
  const all = await dialog.locator('.key-line__key').allTextContents();
  expect(all.filter((keys, index) => all.indexOf(keys) !== index)).toEqual([]);
  await search.fill('ctrl b');
  await expect(dialog.getByRole('listitem')).toHaveText([/Side bar/]);
  await search.fill('next sentence');
  await window.press('Tab');
  await window.press('Enter');
  expect(await axeViolations(window.page)).toEqual([]);

  // Refused with a sentence; taken from another after a question.
  await window.press('Control+c');
  await expect(dialog.getByRole('alert')).toHaveText(/^Ctrl C copies, pastes, selects or undoes/);
  await window.press('x');
  await expect(dialog.getByRole('alert')).toHaveText(/^X alone is for typing/);
  await window.press('Control+b');
  await expect(dialog.getByRole('alert')).toHaveText('Ctrl B belongs to “Side bar”.');
  await window.press('Enter');
  await expect(said).toHaveText('“Select the next sentence” has Ctrl B now, “Side bar” no longer.');
  await window.press('Escape');
  await expect(dialog).toBeHidden();
  await other.keyboard.press('?');
  const otherSheet = other.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(otherSheet.locator('dl > div', { hasText: 'Select the next sentence' })).toContainText(
    'Ctrl B',
  );
  await other.close();

  await view.click(sentences[0].slice(0, 20));
  await window.press('Alt+2');
  await window.press('Control+b');
  await selectedIs(view, sentences[1]);
  await expect(window.documents.section).toBeVisible();
  await window.press('Alt+ArrowDown');
  await selectedIs(view, sentences[1]);
  await expect.poll(() => menuKeys(emic, 'Select the next sentence')).toBe('CommandOrControl+B');
  expect(await menuKeys(emic, 'Side bar')).toBeNull();
  await window.press('?');
  const sheet = window.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.locator('dl > div', { hasText: 'Select the next sentence' })).toContainText('Ctrl B');
  await window.press('Escape');
  await window.press('Control+k');
  await window.page.keyboard.type('next sentence');
  await expect(window.page.getByRole('option', { name: 'Select the next sentence' })).toContainText('Ctrl B');
  await window.press('Escape');

  // On the next start they are there still, and all can be as it was.
  const { userData } = emic;
  await emic.close();
  const again = new EmicWindow(await launch({ project: path, userData }));
  const viewAgain = await again.openDocument(post);
  await viewAgain.click(sentences[0].slice(0, 20));
  await again.press('Alt+2');
  await again.press('Control+b');
  await selectedIs(viewAgain, sentences[1]);
  await again.runFromPalette('Change shortcuts');
  await again.page.getByRole('button', { name: 'Usual keys for all' }).click();
  await again.page
    .getByRole('dialog', { name: /Give all commands/ })
    .getByRole('button', { name: 'Usual keys for all' })
    .click();
  await again.press('Escape');
  await viewAgain.click(sentences[0].slice(0, 20));
  await again.press('Control+b');
  await expect(again.documents.section).toBeHidden();
  await again.noErrors();
});

test('SK1 SK2 keys find their signs on a Swedish and a German keyboard', async ({ launch, folder }) => {
  const path = projectWithCodes(folder, ['clout']);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await view.select('no election is local');
  await view.chooseByMouse('clo', 'clout');
  await view.click('Third Party');
  /** A press as such a keyboard makes it; the browser's own keyboard is American. */
  const press = (key: string, code: string, held: object) =>
    view.text.evaluate(
      (text, init) => {
        const { isSignLevel, ...keys } = init as { isSignLevel?: boolean };
        const event = new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true });
        if (isSignLevel)
          Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' });
        text.dispatchEvent(event);
      },
      { key, code, ...held },
    );
  // Swedish: `]` is AltGr with 9; Windows tells of AltGr as Ctrl and Alt.
  await press(']', 'Digit9', { ctrlKey: true, altKey: true, isSignLevel: true });
  await selectedIs(view, 'no election is local');
  // German: Z and Y have changed places.
  await press('z', 'KeyY', { ctrlKey: true });
  await expect(window.codes.count('clout')).toHaveText('0');
  await expect.poll(() => window.undoLabel()).toContain('create clout');
  await press('y', 'KeyZ', { ctrlKey: true });
  await expect(window.codes.count('clout')).toHaveText('1');
  await window.noErrors();
});

test('AJ1 keys and handles move the ends of text that runs from right to left', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'Study.emic');
  const text = 'התנועה גייסה כסף מהרבה אנשים. היא ניצחה.\nAfter it.\n';
  const passage = 'גייסה כסף';
  const { start, end } = spanOf(text, passage);
  writeFileSync(join(folder, 'hebrew.txt'), text);
  emicPrints('new', path);
  emicPrints('import', path, join(folder, 'hebrew.txt'), '--coder', 'Robin');
  emicPrints('code', 'add', path, 'money', '--coder', 'Robin');
  const place = ['--start', String(start), '--end', String(end), '--coder', 'Robin'];
  emicPrints('code', 'apply', path, '--code', 'money', '--document', 'hebrew', ...place);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument('hebrew');
  await view.text.focus();
  await window.press('F8');
  await selectedIs(view, passage);
  // The left arrow goes on reading here, for the end and for the beginning.
  for (const key of ['F2', 'Control+ArrowLeft', 'Tab', 'Control+ArrowRight', 'Enter'])
    await window.press(key);
  await expect.poll(() => codingsOnDisk(path, text)).toEqual(['money: התנועה גייסה כסף מהרבה']);
  // With Ctrl a handle goes by sentences.
  const handle = await view.section.locator('.resize-handle[data-edge="end"]').boundingBox();
  if (!handle) throw new Error('there is no handle');
  const { from } = await view.wordsOnScreen('אנשים');
  const { mouse } = window.page;
  await mouse.move(handle.x + handle.width / 2, handle.y + handle.height + 3);
  await mouse.down();
  await mouse.move(from.x - 10, from.y, { steps: 3 });
  await window.page.keyboard.down('Control');
  await mouse.move(from.x - 12, from.y, { steps: 2 });
  await mouse.up();
  await window.page.keyboard.up('Control');
  await expect.poll(() => codingsOnDisk(path, text)).toEqual(['money: התנועה גייסה כסף מהרבה אנשים.']);
  await window.noErrors();
});

test('CD14 CD16 by mouse: several codes, a passage dropped on a code, a menu that means what is under it', async ({
  launch,
  folder,
}) => {
  const path = projectWithCodes(folder, ['clout', 'internet', 'local']);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await view.select('no election is local');
  await view.toolbar.getByRole('button', { name: /^Code…/ }).click();
  await view.palette.getByRole('option', { name: 'internet' }).click({ modifiers: ['Control'] });
  await view.palette.getByRole('option', { name: 'local' }).click();
  await expect(window.codes.count('local')).toHaveText('1');
  await expect.poll(() => window.undoLabel()).toContain('2 codes');

  await view.select('contributions and direct support');
  const { mouse } = window.page;
  // Selected words are dragged as they are; let go over the text they select a passage within, and a click ends it all.
  await view.drag('direct support');
  await selectedIs(view, 'direct support');
  const words = await view.wordsOnScreen('direct support');
  await mouse.move(words.from.x + 12, words.from.y);
  await mouse.down();
  await mouse.move(words.from.x - 10, words.from.y + 20, { steps: 3 });
  const other = await window.codes.row('internet').boundingBox();
  if (!other) throw new Error('there is nothing to drop on');
  await mouse.move(other.x + 80, other.y + 12, { steps: 5 });
  await mouse.move(other.x + 84, other.y + 13, { steps: 2 });
  await mouse.up();
  await expect(window.codes.count('internet')).toHaveText('2');
  await selectedIs(view, 'direct support');
  await mouse.click(words.from.x + 12, words.from.y);
  await selectedIs(view, '');
  await view.select('contributions and direct support');

  const grip = await view.toolbar.locator('.selection-toolbar__grip').boundingBox();
  const row = await window.codes.row('clout').boundingBox();
  if (!grip || !row) throw new Error('there is nothing to drag');
  await mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await mouse.down();
  await mouse.move(grip.x - 30, grip.y + 60, { steps: 3 });
  await mouse.move(row.x + 80, row.y + 12, { steps: 5 });
  await mouse.move(row.x + 84, row.y + 13, { steps: 2 });
  await mouse.up();
  await expect(window.codes.count('clout')).toHaveText('1');

  // The passage stays in sight while the keyboard is in a field, and is coded from there by its action.
  await window.codeFilter.click();
  const isHeld = () => window.page.evaluate(() => (CSS.highlights.get('emic-held')?.size ?? 0) > 0);
  await expect.poll(isHeld).toBe(true);
  await view.text.focus();
  await expect.poll(isHeld).toBe(false);
  await selectedIs(view, 'contributions and direct support');

  // A right press elsewhere means the sentence there, not what is selected.
  const { from } = await view.wordsOnScreen('major office');
  await mouse.click(from.x + 4, from.y, { button: 'right' });
  await window.page.getByRole('menuitem', { name: 'Apply code to the sentence…' }).click();
  await view.paletteField.fill('clo');
  await window.press('Enter');
  await expect(window.codes.count('clout')).toHaveText('2');
  expect(codingsOnDisk(path)).toEqual([
    `clout: ${sentences[1]}`,
    'internet: no election is local',
    'local: no election is local',
    'clout: contributions and direct support',
    'internet: direct support',
  ]);
  await window.noErrors();
});

/** Keeps the native menu that was set last where it can be looked at. */
async function watchMenus({ app }: Emic): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate;
    Menu.buildFromTemplate = (template) => {
      const menu = build.call(Menu, template);
      Reflect.set(globalThis, 'lastMenu', menu);
      return menu;
    };
  });
}

/** The keys that the native menu shows for an entry; null for none. */
function menuKeys({ app }: Emic, label: string): Promise<string | null> {
  return app.evaluate(({ Menu }, wanted) => {
    const find = (menu: Electron.Menu | null): Electron.MenuItem | undefined =>
      menu?.items
        .map((item) => (item.label === wanted ? item : find(item.submenu ?? null)))
        .find((item) => item !== undefined);
    const bar: Electron.Menu | null = Menu.getApplicationMenu() ?? Reflect.get(globalThis, 'lastMenu');
    return find(bar)?.accelerator?.toString() ?? null;
  }, label);
}
