import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';
import { seedFiles, seedText, spanOf } from './support/spans';

const post = '000_4a41a69cea41d9c1';
const whole = 'Individuals outside the area where the election occurs can become involved';
const plan = {
  documents: [post],
  codings: [{ document: post, code: 'local', words: whole }],
};

interface Listed {
  readonly start_position: number;
  readonly end_position: number;
  readonly text: string;
  readonly code_path: string;
}

function codingsOnDisk(path: string): string[] {
  const rows: Listed[] = JSON.parse(emicPrints('list', path, 'codings', '--json'));
  return rows.map(({ start_position, end_position, code_path, text }) => {
    // Each row must say what the text says there.
    expect(spanOf(seedText(post), text)).toEqual({ start: start_position, end: end_position });
    return `${code_path}: ${text}`;
  });
}

test('passages that begin, end or lie in the one coded last are selected by mouse', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, { documents: [post] });
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  const passages = [
    whole,
    'can become involved',
    'become involved through contributions',
    'contributions and direct support',
  ];
  for (const [index, words] of passages.entries()) {
    await view.select(words);
    await view.chooseByMouse(`code ${index}`, `Create “code ${index}”`);
    await expect(window.codes.count(`code ${index}`)).toHaveText('1');
  }
  expect(codingsOnDisk(path).sort()).toEqual(
    passages.map((words, index) => `code ${index}: ${words}`).sort(),
  );
  await window.noErrors();
});

test('a coding is taken off by its chip, recoded by the menu, undone by name', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  await window.isOpen('Study');
  await window.createCode('reach');
  const view = await window.openDocument(post);
  await view.click('outside the area');
  await view.codesHere.getByRole('button', { name: 'Remove local' }).click();
  await expect(view.codesHere).toHaveText('No coding here');
  await expect(window.counts()).toHaveText('0 quotations · 2 codes · 1 document');
  await expect.poll(() => window.undoLabel()).toContain('remove local from “Individuals outside');
  await window.press('Control+z');
  await expect(view.codesHere.filter({ hasText: 'local' })).toBeVisible();

  const { from } = await view.wordsOnScreen('outside the area');
  await window.page.mouse.click(from.x + 4, from.y, { button: 'right' });
  await window.page.getByRole('menuitem', { name: 'local' }).hover();
  await window.page.getByRole('menuitem', { name: 'Recode…' }).click();
  const palette = window.page.getByRole('dialog', { name: 'Choose another code' });
  await palette.getByRole('combobox').fill('rea');
  await window.press('Enter');
  await expect(window.codes.count('reach')).toHaveText('1');
  expect(codingsOnDisk(path)).toEqual([`reach: ${whole}`]);
  await window.noErrors();
});

test('a quotation is resized by its handle', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await view.click('outside the area');
  await view.codesHere.getByRole('button', { name: 'local', exact: true }).click();
  const handle = await view.section.locator('.resize-handle[data-edge="end"]').boundingBox();
  if (!handle) throw new Error('there is no handle');
  const { to } = await view.wordsOnScreen('through contributions');
  const { mouse } = window.page;
  // The knob hangs below the last row.
  await mouse.move(handle.x + handle.width / 2, handle.y + handle.height + 3);
  await mouse.down();
  await mouse.move(to.x - 20, to.y, { steps: 3 });
  await mouse.move(to.x, to.y, { steps: 2 });
  await mouse.up();
  await expect.poll(() => codingsOnDisk(path)).toEqual([`local: ${whole} through contributions`]);
  await expect.poll(() => window.undoLabel()).toContain('resize');
  await window.noErrors();
});

test('undo, redo and the side bar answer to their keys while one reads', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await view.click('outside the area');
  await expect(view.text).toBeFocused();
  await window.press('Control+z');
  await expect(view.codesHere).toHaveText('No coding here');
  await window.press('Control+y');
  await expect(view.codesHere.filter({ hasText: 'local' })).toBeVisible();
  await window.press('Control+b');
  await expect(window.documents.section).toBeHidden();
  await window.press('Control+b');
  await expect(window.documents.section).toBeVisible();
  await expect(view.text).toBeFocused();
  expect(await view.text.textContent()).toContain('Credited with the defeat');
});

test('keys that follow each other at once hit the right rows and words', async ({ launch, folder }) => {
  const { path } = makeProject(folder, { documents: seedFiles });
  const window = new EmicWindow(await launch({ project: path }));
  const view = await window.openDocument(post);
  await window.documents.row(post).focus();
  for (let step = 0; step < 4; step += 1) await window.press('ArrowDown');
  await expect(window.documents.row(seedFiles[4])).toBeFocused();
  for (let step = 0; step < 3; step += 1) await window.press('ArrowUp');
  await expect(window.documents.row(seedFiles[1])).toBeFocused();

  await view.click('Third Party');
  await expect(window.statusBar).toContainText('¶ 1 · 0');
  await window.press('Control+Shift+ArrowRight');
  await window.press('Control+Shift+ArrowRight');
  await window.press('Control+Shift+V');
  await expect(window.codes.row('Third Party')).toBeVisible();
  expect(codingsOnDisk(path)).toEqual(['Third Party: Third Party']);
});

test('two documents stand side by side, each with its own selection', async ({ launch, folder }) => {
  const { path } = makeProject(folder, { ...plan, documents: [post, seedFiles[1]] });
  const window = new EmicWindow(await launch({ project: path }));
  const left = await window.openDocument(post);
  await window.documents.choose(seedFiles[1], 'Open beside');
  const right = window.document(seedFiles[1]);
  await right.isOpen();
  await expect(left.text).toBeVisible();
  await right.select('The Herd Mentality');
  await right.chooseByMouse('herd', 'Create “herd”');
  await expect(window.codes.count('herd')).toHaveText('1');
  await left.click('outside the area');
  await expect(left.codesHere.filter({ hasText: 'local' })).toBeVisible();
  await window.noErrors();
});
