import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { makeProject } from './support/projects';

const thread = '000_4a41a69cea41d9c1';

interface Row {
  readonly kind: string;
  readonly speaker: string;
  readonly time: string;
  readonly text: string;
}

function turnsOnDisk(path: string): string[] {
  const rows: Row[] = JSON.parse(emicPrints('structure', path, '--json'));
  return rows
    .filter(({ kind }) => kind === 'turn')
    .map(({ speaker, text }) => `${speaker}: ${text.slice(0, 12)}`);
}

test('a thread shows who speaks; names are corrected by mouse and keyboard, and all is undone', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, { documents: [thread] });
  const recognised = turnsOnDisk(path);
  const window = new EmicWindow(await launch({ project: path }));
  const { page } = window;
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      const box = document.querySelector('.document-text p')?.getBoundingClientRect();
      if (box) seen.add([box.left, box.top, box.width].map(Math.round).join(' '));
      Object.assign(window, { placesOfText: [...seen] });
      requestAnimationFrame(look);
    };
    look();
  });
  const view = await window.openDocument(thread);
  const footer = page.locator('.turn-here:visible');
  const structure = () => page.getByRole('menuitem', { name: /^Turn of/ });
  const openMenu = async (words: string) => {
    const { from } = await view.wordsOnScreen(words);
    await page.mouse.click(from.x + 4, from.y, { button: 'right' });
    await structure().hover();
  };

  // Beside the text, in the inspector and at the foot. The text stands still from its first paint on.
  await expect(page.locator('.band-note').first()).toContainText('Schneider');
  expect(await page.evaluate(() => 'placesOfText' in window && window.placesOfText)).toHaveLength(1);
  const speakers = window.inspector.getByRole('list', { name: 'Speakers' });
  await expect(speakers.getByRole('listitem')).toHaveText([
    /^M\.L\. Schneider.*4 turns/,
    /^Ron Brown.*1 turn,/,
    /^David R\. Remer.*2 turns/,
    /^Stephen Daugherty.*1 turn,/,
  ]);
  await speakers.getByRole('button', { name: /^Stephen Daugherty/ }).click();
  await expect(footer).toHaveAccessibleName('Stephen Daugherty, turn 2 of 8');
  await expect(speakers.getByRole('button', { name: /^Stephen/ })).toHaveAttribute('aria-pressed', 'true');

  // By mouse: the speaker everywhere.
  await openMenu('I wouldn’t be too sure');
  await page.getByRole('menuitem', { name: 'Rename Stephen Daugherty in this document…' }).click();
  await window.dialog.getByRole('combobox', { name: 'New name' }).fill('Ron Brown');
  await expect(window.dialog).toContainText('Ron Brown speaks here already');
  expect(await axeViolations(page)).toEqual([]);
  await window.dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(speakers.getByRole('listitem')).toHaveCount(3);
  await expect.poll(() => window.undoLabel()).toContain('rename speaker Stephen Daugherty to Ron Brown');

  // By keyboard: one turn, then split, joined and split again, each in one step.
  await view.click('But Lamont’s net efforts');
  await window.runFromPalette('Correct the turn or heading…');
  await window.dialog.getByRole('combobox', { name: 'Speaker' }).fill('Remer');
  await window.press('Enter');
  await expect(footer).toHaveAccessibleName('Remer, turn 6 of 8');
  await view.click('NOT national');
  await window.runFromPalette('Split the turn at the caret');
  await expect(footer).toHaveAccessibleName(/of 9$/);
  const split = turnsOnDisk(path);
  expect(split.filter((turn) => turn.startsWith('Remer'))).toHaveLength(2);
  await window.press('Control+z');
  await expect(footer).toHaveAccessibleName(/of 8$/);
  await window.press('Control+Shift+z');
  await expect.poll(() => turnsOnDisk(path)).toEqual(split);
  await footer.click();
  await page.getByRole('menuitem', { name: 'Join with the turn before' }).click();
  await expect(footer).toHaveAccessibleName(/of 8$/);

  // What was not recognised becomes a heading; what is no turn is taken away; all corrections are taken back at once.
  await view.select('Post a comment');
  await window.runFromPalette('Make the selection a heading…');
  await window.dialog.getByRole('radio', { name: 'Level 2' }).click();
  await window.dialog.getByRole('button', { name: 'Add' }).click();
  const contents = window.inspector.getByRole('list', { name: 'Contents' });
  await expect(contents.getByRole('listitem')).toHaveText([
    'The Future of The Netroots Movement',
    'Post a comment',
  ]);
  await openMenu('Yes, they were.');
  await page.getByRole('menuitem', { name: 'This is no turn' }).click();
  await expect.poll(() => turnsOnDisk(path).length).toBe(7);
  await window.runFromPalette('Take all corrections of the structure back');
  await expect.poll(() => turnsOnDisk(path)).toEqual(recognised);
  const labels = await window.undoAll();
  expect(turnsOnDisk(path)).toEqual([]);
  await window.redoAll(labels);
  expect(turnsOnDisk(path)).toEqual(recognised);
  await window.noErrors();
});

test('a turn is coded by keyboard, and codes in one turn are counted in the window as on the command line', async ({
  launch,
  folder,
}) => {
  const document = thread;
  const { path } = makeProject(folder, {
    documents: [thread],
    codings: [
      { document, code: 'local', words: 'the internet has changed that' },
      { document, code: 'money', words: 'fund raising are not' },
      { document, code: 'money', words: 'fund raising and in the election process' },
    ],
  });
  const window = new EmicWindow(await launch({ project: path, settings: { theme: 'dark' } }));
  const { page } = window;
  const view = await window.openDocument(thread);
  await view.click('the broader picture');
  await window.press('Alt+Enter');
  await view.paletteField.fill('local');
  await window.press('Enter');
  await expect(window.codes.count('local')).toHaveText('2');
  const rows: { text: string; code_path: string }[] = JSON.parse(
    emicPrints('list', path, 'codings', '--json'),
  );
  expect(rows.find(({ text }) => text.startsWith('I wouldn’t be'))?.text).toMatch(/broader picture\.$/);

  await window.cooccurrence.open();
  await window.cooccurrence.choose('Relation', 'same turn');
  await window.cooccurrence.choose('Count', 'pairs');
  const csv = emicPrints('cooccurrence', path, '--relation', 'same-turn', '--count', 'pairs', '--csv');
  expect(csv.trim().split(/\r?\n/).slice(1)).toEqual(['local,2,1', 'money,1,2']);
  await expect
    .poll(() => window.cooccurrence.counts())
    .toEqual([
      [2, 1],
      [1, 2],
    ]);
  expect(await axeViolations(page)).toEqual([]);
  await window.noErrors();
});
