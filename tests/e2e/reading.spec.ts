import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample, makeProject } from './support/projects';
import { seedFiles, seedText, spanOf } from './support/spans';

const post = '000_4a41a69cea41d9c1';
const words = 'Individuals outside the area where the election occurs can become involved';
const plan = { documents: [post], codings: [{ document: post, code: 'local', words }] };

/** Of the memo in the dock; the inspector has one of its own. */
function memoField(window: EmicWindow) {
  const dock = window.page.getByRole('region', { name: 'Open documents and views' });
  return dock.getByRole('textbox', { name: /^Memo on/ });
}

async function setWidth(app: ElectronApplication, width: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: wide, height: 800 }),
    width,
  );
}

test('a passage with a memo and no code is seen, found, hovered, clicked and removed', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  const dots = view.section.locator('.band-underline.is-bare');
  const sign = view.section.locator('.band-memo');
  const name = view.section.locator('.band-name.is-bare');
  await expect(view.section.locator('.band-name', { hasText: 'local' })).toBeVisible();
  await expect(dots).toHaveCount(0);

  await view.select('direct support');
  await window.press('Control+m');
  await expect(dots).toHaveCount(1);
  await expect(sign).toHaveCount(0);
  await memoField(window).fill('Whose support?');
  await expect(sign).toHaveCount(1);
  // Beside the memo there is no room for names.
  await window.runFromPalette('Close tab');
  await expect(name).toHaveText('Memo');

  // By keyboard: the coded passage first, then the one that has only a memo.
  await view.click('Third Party');
  await window.press('F8');
  expect(await view.selected()).toBe(words);
  await window.press('F8');
  await expect.poll(() => view.selected()).toBe('direct support');
  await expect(view.codesHere.getByRole('button', { name: 'Memo on “direct support”' })).toBeVisible();
  await expect(window.inspector).toContainText('Whose support?');

  // By mouse: clicking elsewhere and then the passage shows it; over it, its bracket is strong.
  await view.click('outside the area');
  await expect(window.inspector).not.toContainText('Whose support?');
  await view.click('direct support');
  await expect(window.inspector).toContainText('Whose support?');
  await expect(view.section.locator('.band-bracket.is-bare.is-strong')).toHaveCount(1);
  const at = (await view.wordsOnScreen('direct support')).from;
  await window.page.mouse.click(at.x + 4, at.y, { button: 'right' });
  await window.page.getByRole('menuitem', { name: 'Memo', exact: true }).hover();
  await expect(window.page.getByRole('menuitem', { name: 'Remove the mark' })).toBeVisible();
  await window.press('Escape');
  await window.press('Escape');

  await view.click('direct support');
  await window.press('Delete');
  await window.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dots).toHaveCount(0);
  await expect(window.counts()).toHaveText('1 quotation · 1 code · 1 document');
  await expect.poll(() => window.undoLabel()).toContain('direct support');
  await window.press('Control+z');
  await expect(sign).toHaveCount(1);
  await window.noErrors();
});

test('a code path that is made while coding is one step', async ({ launch, folder }) => {
  const { path } = makeProject(folder, { documents: [post] });
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await view.select(words);
  await view.chooseByMouse('Reach > near > local', 'Create “Reach > near > local”');
  await expect(window.codes.row('local')).toBeVisible();
  await expect.poll(() => window.undoLabel()).toContain('local to “Individuals outside');
  await window.press('Control+z');
  await expect(window.counts()).toHaveText('0 quotations · 0 codes · 1 document');
  await window.press('Control+Shift+z');
  await expect(window.counts()).toHaveText('1 quotation · 3 codes · 1 document');
  const codings: { code_path: string }[] = JSON.parse(emicPrints('list', path, 'codings', '--json'));
  expect(codings.map(({ code_path }) => code_path)).toEqual(['Reach > near > local']);
});

test('memos are opened in the one group beside the text', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  const groups = window.page.locator('[data-tabset-id]');
  for (const passage of ['direct support', 'outside the area', 'the election occurs']) {
    await view.select(passage);
    await window.press('Control+m');
    await expect(groups).toHaveCount(2);
    await expect(view.text).toBeVisible();
  }
  await expect(groups.last().getByRole('tab')).toHaveCount(3);
  await window.noErrors();
});

test('in a narrow window the panels give way to the text', async ({ launch, folder }) => {
  const emic = await launch({ project: copyOfSample(folder) });
  const window = new EmicWindow(emic);
  const view = await window.openDocument('The Future of The Netroots Movement');
  await setWidth(emic.app, 1280);
  await expect(window.inspector).toBeVisible();
  await setWidth(emic.app, 900);
  await expect(window.inspector).toBeHidden();
  await expect(window.documents.section).toBeVisible();
  /** Characters of an average row. */
  const perRow = () =>
    view.text.evaluate((text) => {
      const { width } = text.getBoundingClientRect();
      return width / (Number.parseFloat(getComputedStyle(text).fontSize) * 0.45);
    });
  expect(await perRow()).toBeGreaterThan(45);

  // Called, it lies over the text, which keeps its width; Escape and a press beside it put it away.
  const before = await perRow();
  await window.press('Control+j');
  await expect(window.inspector).toBeVisible();
  expect(await perRow()).toBe(before);
  await window.inspector.getByRole('button').first().focus();
  await window.press('Escape');
  await expect(window.inspector).toBeHidden();
  await expect(view.text).toBeFocused();
  await window.statusBar.getByRole('button', { name: 'Inspector' }).click();
  await expect(window.inspector).toBeVisible();
  await view.click('The');
  await expect(window.inspector).toBeHidden();

  // Without the side bar there is room for it; and all is as it was in a wide window.
  await window.press('Control+b');
  await expect(window.documents.section).toBeHidden();
  await expect(window.inspector).toBeVisible();
  expect(await perRow()).toBeGreaterThan(45);
  await window.press('Control+b');
  await expect(window.inspector).toBeHidden();
  await setWidth(emic.app, 1280);
  await expect(window.inspector).toBeVisible();
  await expect(window.documents.section).toBeVisible();
  await window.noErrors();
});

test('the toolbar stays for the next code, and leaves the line with the pointer', async ({
  launch,
  folder,
}) => {
  const codings = [{ document: post, code: 'reach', words: 'no election is local' }, ...plan.codings];
  const { path } = makeProject(folder, { documents: [post], codings });
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await view.select('direct support');
  await view.toolbar.getByRole('button', { name: 'Apply local' }).click();
  await expect(window.codes.count('local')).toHaveText('2');
  // The second code is where it was before the first was applied.
  await view.toolbar.getByRole('button', { name: 'Apply reach' }).click();
  await expect(window.codes.count('reach')).toHaveText('2');
  expect(await view.selected()).toBe('direct support');
  await view.toolbar.getByRole('button', { name: 'Remove local' }).click();
  await expect(window.codes.count('local')).toHaveText('1');

  const { mouse } = window.page;
  const far = (await view.wordsOnScreen('Should Ned Lamont win')).from;
  await mouse.move(far.x, far.y, { steps: 3 });
  await expect(view.toolbar).toBeHidden();
  const passage = (await view.wordsOnScreen('direct support')).from;
  await mouse.move(passage.x + 6, passage.y, { steps: 3 });
  await expect(view.toolbar).toBeVisible();
  await window.press('Escape');
  await expect(view.toolbar).toBeHidden();
  expect(await view.selected()).toBe('direct support');
  await view.select('outside the area');
  await expect(view.toolbar).toBeVisible();
  await window.noErrors();
});

test('a renamed document stays where it is and as it is', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await expect(view.section.getByRole('heading', { name: post })).toBeVisible();
  await view.section.getByTestId('document-scroller').evaluate((scroller) => {
    scroller.scrollTop = 900;
  });
  await view.text.evaluate((text) => Reflect.set(text, 'isTheSame', true));
  const title = 'The Future of The Netroots Movement';
  await window.documents.row(post).focus();
  await window.press('F2');
  await window.page.keyboard.type(title);
  await window.press('Enter');
  const renamed = window.document(title);
  await expect(renamed.text).toBeVisible();
  expect(await renamed.text.evaluate((text) => Reflect.get(text, 'isTheSame'))).toBe(true);
  await expect
    .poll(() => renamed.section.getByTestId('document-scroller').evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(400);
  // The text has a line with this name: it is the heading now, and none stands above it.
  await expect(renamed.section.locator('.document-title')).toHaveCount(
    seedText(post).includes(`\n${title}\n`) || seedText(post).startsWith(`${title}\n`) ? 0 : 1,
  );
  await window.noErrors();
});

test('a hidden tab is not set narrow', async ({ launch, folder }) => {
  const emic = await launch({ project: makeProject(folder, { documents: [post, seedFiles[1]] }).path });
  const window = new EmicWindow(emic);
  const view = await window.openDocument(post);
  await window.openDocument(seedFiles[1]);
  await expect(view.text).toBeHidden();
  const width = () =>
    window.page.evaluate(
      (name) =>
        [...document.querySelectorAll<HTMLElement>('.document-view')]
          .find((each) => each.getAttribute('aria-label') === name)
          ?.querySelector<HTMLElement>('.document-page')
          ?.style.getPropertyValue('--text-width'),
      post,
    );
  const before = await width();
  // A theme and a text size are things that all documents follow, hidden ones too.
  await window.runFromPalette('Dark theme');
  await window.press('Control+Shift+.');
  expect(await width()).toBe(before);
  await window.documents.row(post).click();
  await expect(view.text).toBeVisible();
  await expect.poll(async () => Number.parseFloat((await width()) ?? '')).toBeGreaterThan(400);
});

test('handles stand at the ends of a passage that runs from right to left', async ({ launch, folder }) => {
  const path = join(folder, 'Study.emic');
  const text = 'Before it.\nהתנועה גייסה כסף מהרבה אנשים קטנים ברחבי הארץ בשנת 2004 ואחריה.\nAfter it.\n';
  writeFileSync(join(folder, 'hebrew.txt'), text);
  const passage = 'גייסה כסף מהרבה אנשים';
  const { start, end } = spanOf(text, passage);
  emicPrints('new', path);
  emicPrints('import', path, join(folder, 'hebrew.txt'), '--coder', 'Robin');
  emicPrints('code', 'add', path, 'money', '--coder', 'Robin');
  emicPrints(
    ...(['code', 'apply', path, '--code', 'money', '--document', 'hebrew'] as const),
    ...(['--start', String(start), '--end', String(end), '--coder', 'Robin'] as const),
  );
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument('hebrew');
  const { from, to } = await view.wordsOnScreen(passage);
  expect(from.x).toBeGreaterThan(to.x);
  await window.page.mouse.click(from.x - 8, from.y);
  await view.codesHere.getByRole('button', { name: 'money', exact: true }).click();
  const handle = async (edge: string) => {
    const box = await view.section.locator(`.resize-handle[data-edge="${edge}"]`).boundingBox();
    if (!box) throw new Error('there is no handle');
    return { x: box.x + box.width / 2, y: box.y, bottom: box.y + box.height };
  };
  // The points lie just inside the left edge of the first character and the right edge of the last one.
  const beyond = { start: (await handle('start')).x - from.x, end: to.x - (await handle('end')).x };
  expect(beyond.start).toBeGreaterThan(4);
  expect(beyond.start).toBeLessThan(16);
  expect(beyond.end).toBeGreaterThan(4);
  expect(beyond.end).toBeLessThan(16);

  const { to: further } = await view.wordsOnScreen('קטנים');
  const knob = await handle('end');
  const { mouse } = window.page;
  await mouse.move(knob.x, knob.bottom + 3);
  await mouse.down();
  await mouse.move(further.x + 12, further.y, { steps: 3 });
  await mouse.move(further.x - 9, further.y, { steps: 2 });
  await mouse.up();
  const wanted = spanOf(text, `${passage} קטנים`);
  await expect
    .poll(() => JSON.parse(emicPrints('list', path, 'codings', '--json')))
    .toMatchObject([{ start_position: wanted.start, end_position: wanted.end }]);
  await window.noErrors();
});

test('the button that cancels an import keeps its place', async ({ launch, folder }) => {
  const window = new EmicWindow(await launch({ project: makeProject(folder, { documents: [] }).path }));
  await window.isOpen('Study');
  const paths = Array.from({ length: 300 }, (_, index) => {
    const path = join(folder, `${'long '.repeat(index % 9)}name ${index}.txt`);
    writeFileSync(path, `Text ${index}. `.repeat(15_000));
    return path;
  });
  await window.page.evaluate(() => {
    const seen = new Set<string>();
    const states = new Set<string>();
    Reflect.set(globalThis, 'seenButtons', seen);
    Reflect.set(globalThis, 'seenStates', states);
    const look = () => {
      const button = document.querySelector<HTMLButtonElement>('.status-bar__task button');
      const title = document.querySelector('.status-bar__task-title')?.textContent ?? '';
      if (button) {
        seen.add(String(Math.round(button.getBoundingClientRect().x)));
        states.add(
          `${/Storing/.test(title) ? 'storing' : 'reading'} ${button.disabled ? 'too late' : 'free'}`,
        );
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await window.importFiles(paths);
  await expect(window.messages.filter({ hasText: '300 documents' })).toBeVisible({ timeout: 30_000 });
  const seen = await window.page.evaluate(() => ({
    places: [...(Reflect.get(globalThis, 'seenButtons') as Set<string>)],
    states: [...(Reflect.get(globalThis, 'seenStates') as Set<string>)].sort(),
  }));
  expect(seen.places).toHaveLength(1);
  expect(seen.states).toEqual(['reading free', 'storing too late']);
});
