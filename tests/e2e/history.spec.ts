import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../files/formats/read-back';
import { axeViolations } from './support/axe';
import { emicPrints } from './support/command-line';
import { expect, stubDialogs, test } from './support/emic';
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

test('the history is narrowed down by code, by words and by coder, and says how many there are', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  emicPrints('code', 'add', path, 'power', '--coder', 'Kim');
  const window = new EmicWindow(await launch({ project: path }));
  await window.isOpen('Study');
  const history = new HistoryPage(window.page);
  await history.open(window);
  const all = await history.sentences();
  expect(all).toContain('Applied decentralization to “no election is local”');
  await expect(history.count).toHaveText(`${all.length} entries`);

  await history.pick('Code', 'decen');
  await expect(history.count).toHaveText(`2 of ${all.length} entries`);
  await expect
    .poll(() => history.sentences())
    .toEqual(['Applied decentralization to “no election is local”', 'Created decentralization']);
  await history.search.fill('applied');
  await expect(history.count).toHaveText(`1 of ${all.length} entries`);
  await history.search.fill('nothing like that');
  await expect(window.page.getByText('No entry is like that')).toBeVisible();
  await window.page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(history.count).toHaveText(`${all.length} entries`);

  await history.filters.getByRole('button', { name: /^Who/ }).click();
  await window.page.getByRole('menuitemradio', { name: 'Kim' }).click();
  await expect.poll(() => history.sentences()).toEqual(['Created power', 'Joined the project as Kim']);
  // A remembered filter: the tab is closed and opened again.
  await window.press('Control+w');
  await history.open(window);
  await expect(history.count).toHaveText(`2 of ${all.length} entries`);
  await window.noErrors();
});

test('a reason is written by the keyboard, stands beneath its entry, and is there after reopening', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const emic = await launch({ project: path });
  const window = new EmicWindow(emic);
  await window.isOpen('Study');
  const history = new HistoryPage(window.page);
  await history.open(window);
  await history.line('Applied money').focus();
  await window.press('ArrowDown');
  await expect(history.line('Applied decentralization')).toBeFocused();
  await window.press('w');
  await window.page.keyboard.type('As agreed on Monday');
  await window.press('Enter');
  await expect(history.entry('Applied decentralization')).toContainText('As agreed on Monday');
  await expect(history.line('Applied decentralization')).toBeFocused();
  await emic.close();

  const next = new EmicWindow(await launch({ project: path, userData: emic.userData }));
  await next.isOpen('Study');
  const again = new HistoryPage(next.page);
  await again.open(next);
  await expect(again.entry('Applied decentralization')).toContainText('As agreed on Monday');
  expect(emicPrints('history', path, '--text', 'agreed')).toContain('As agreed on Monday');
  await next.noErrors();
});

test('an entry shows what it changed, and its passage opens the place', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  await window.isOpen('Study');
  await window.codes.row('money').click();
  await window.inspector.getByRole('textbox', { name: 'Definition', exact: true }).fill('Funds of any kind.');
  await window.press('Tab');
  await expect.poll(() => window.undoLabel()).toContain('redefine money');
  const history = new HistoryPage(window.page);
  await history.open(window);
  await history.line('Redefined money').click();
  await expect(history.entry('Redefined money')).toContainText('Funds of any kind.');
  await expect(history.entry('Redefined money')).toContainText('1 code changed');
  await history.line('Applied decentralization').focus();
  await window.press('Enter');
  const applied = history.entry('Applied decentralization');
  await expect(applied).toContainText('1 coding added, 1 quotation added');
  await applied
    .getByRole('list', { name: 'Passages that were touched' })
    .getByRole('button', { name: '“no election is local”' })
    .click();
  await window.document(post).isOpen();
  await expect(window.inspector).toContainText('no election is local');
  await window.noErrors();
});

test('one entry is undone alone, refused where others depend on it, and a point is gone back to', async ({
  launch,
  folder,
}) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  await window.isOpen('Study');
  const history = new HistoryPage(window.page);
  await history.open(window);
  await history.choose('Applied decentralization', 'Undo this alone');
  await expect(history.entry('Applied decentralization').first()).toContainText(/taken back by \d+/);
  await expect(window.codes.count('decentralization')).toHaveText('0');

  await history.choose('Created money', 'Undo this alone');
  const refusal = window.messages.filter({ hasText: /later change depends/i });
  await expect(refusal).toContainText('apply money to');
  await refusal.getByRole('button', { name: 'Show it' }).click();
  await expect(history.count).toHaveText(/^2 of/);
  await expect
    .poll(() => history.sentences())
    .toEqual(['Applied money to “In a state dominated by Independents”', 'Created money']);
  await window.page.getByRole('button', { name: 'Clear filters' }).click();

  await history.choose('Created money', 'Go back to this point…');
  await expect(window.dialog).toContainText(/\d+ later changes are taken back/);
  await window.dialog.getByRole('button', { name: 'Go back' }).click();
  await expect(window.codes.count('money')).toHaveText('0');
  await expect(history.line(/^.*Went back to entry/)).toBeVisible();
  await window.press('Control+z');
  await expect(window.codes.count('money')).toHaveText('1');
  await window.noErrors();
});

test('what is shown is written as CSV and as a page', async ({ launch, folder }) => {
  const { path } = makeProject(folder, plan);
  const window = new EmicWindow(await launch({ project: path }));
  await window.isOpen('Study');
  const history = new HistoryPage(window.page);
  await history.open(window);
  await history.pick('Code', 'money');
  const file = async (name: string, format: string) => {
    const to = join(folder, name);
    await stubDialogs(window.emic.app, { save: to });
    await window.page.getByRole('button', { name: 'Export…' }).click();
    await window.dialog.getByRole('radio', { name: format }).click();
    await window.dialog.getByRole('button', { name: 'Save…' }).click();
    await window.closeMessage(`${name} was written`);
    return readFileSync(to, 'utf8');
  };
  const [header = [], ...rows] = parseCsv(await file('trail.csv', 'CSV table'));
  expect(rows.map((row) => row[header.indexOf('what')])).toEqual([
    'created money',
    'applied money to “In a state dominated by Independents”',
  ]);
  expect(rows.map((row) => row[header.indexOf('code')])).toEqual(['money', 'money']);
  const page = await file('trail.html', 'Web page');
  expect(page).toContain('Only entries on the code money.');
  expect(page).toContain('Applied money to “In a state dominated by Independents”');
  const all = join(folder, 'all.csv');
  emicPrints('export', path, '--what', 'history', '--to', all);
  expect(parseCsv(readFileSync(all, 'utf8')).length).toBeGreaterThan(rows.length + 3);
  await window.noErrors();
});

for (const theme of ['light', 'dark'] as const) {
  test(`a code tells its life, and the history is clean for axe, ${theme}`, async ({ launch, folder }) => {
    const { path } = makeProject(folder, plan);
    const window = new EmicWindow(await launch({ project: path, settings: { theme } }));
    await window.isOpen('Study');
    await window.codes.row('money').click();
    const life = window.inspector.getByRole('list', { name: 'Biography' });
    await expect(life.getByRole('listitem')).toHaveText([/created as money.*Robin/i]);
    expect.soft(await axeViolations(window.page), `biography, ${theme}`).toEqual([]);
    await window.inspector.getByRole('button', { name: 'Show in history' }).click();
    const history = new HistoryPage(window.page);
    await expect(history.count).toHaveText(/^2 of/);
    await history.line('Applied money').click();
    await expect(history.entry('Applied money')).toContainText('1 coding added');
    expect.soft(await axeViolations(window.page), `an open entry, ${theme}`).toEqual([]);
    await history.line('Applied money').press('w');
    expect.soft(await axeViolations(window.page), `a reason being written, ${theme}`).toEqual([]);
    await window.press('Escape');
    await history.filters.getByRole('button', { name: /^Document/ }).click();
    await expect(window.page.getByRole('combobox', { name: 'Find a document' })).toBeFocused();
    expect.soft(await axeViolations(window.page), `a filter, ${theme}`).toEqual([]);
    await window.press('Escape');
    await history.filters.getByRole('button', { name: /^Day/ }).click();
    expect.soft(await axeViolations(window.page), `days, ${theme}`).toEqual([]);
  });
}
