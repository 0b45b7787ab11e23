import { emicPrints, plainRows } from './support/command-line';
import { type Emic, expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample, makeProject } from './support/projects';
import { countPlaces } from './support/spans';

const post = '000_4a41a69cea41d9c1';

/** Large enough for the whole matrix: the grid holds in the page only what is in sight. */
async function enlarge(emic: Emic): Promise<void> {
  await emic.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1900, height: 1060 }),
  );
}

/** The table of the command line, as the cells of the window show it. */
function byCommandLine(path: string, ...options: readonly string[]): string[][] {
  const [, ...rows] = plainRows(emicPrints('cooccurrence', path, '--csv', ...options));
  // A code and its own ancestor have no figure: nothing in a file, a dash before the eyes.
  return rows.map(([, ...cells]) => cells.map((cell) => (cell === '' ? '–' : cell)));
}

/** `12,345` as the window and `12345` as the command line write the same number; an empty cell is 0. */
async function shown(window: EmicWindow): Promise<string[][]> {
  const texts = await window.cooccurrence.texts();
  return texts.map((row) => row.map((text) => (text === '' ? '0' : text.replace(/,/g, ''))));
}

test.describe('the matrix', () => {
  test('counts by hand what a person counts by hand', async ({ launch, folder }) => {
    const { path, codings } = makeProject(folder, {
      documents: [post],
      codings: [
        { document: post, code: 'A', words: 'Credited with the defeat of Joe Lieberman' },
        { document: post, code: 'B', words: 'defeat of Joe' },
        { document: post, code: 'B', words: 'Lieberman in the Connecticut primary' },
        { document: post, code: 'A', words: 'If they fail' },
        { document: post, code: 'C', words: ', it relegates them' },
        { document: post, code: 'C', words: 'defeat' },
      ],
    });
    const window = new EmicWindow(await launch({ project: path }));
    await window.isOpen('Study');
    await window.cooccurrence.open();
    await expect.poll(() => window.cooccurrence.names()).toEqual(['A', 'B', 'C']);
    // “If they fail” and “, it relegates them” touch and do not overlap.
    const byHand = [
      [2, 2, 1],
      [2, 2, 1],
      [1, 1, 2],
    ];
    expect(countPlaces(codings, ['A', 'B', 'C'])).toEqual(byHand);
    await expect.poll(() => window.cooccurrence.counts()).toEqual(byHand);
    await window.noErrors();
  });

  test('gives the command line’s numbers for every relation and unit', async ({ launch, folder }) => {
    const path = copyOfSample(folder);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    await enlarge(emic);
    await window.cooccurrence.open();
    const relations = [
      { label: 'overlaps', options: ['--relation', 'overlaps'] },
      { label: 'same paragraph', options: ['--relation', 'same-paragraph'] },
      { label: 'same turn', options: ['--relation', 'same-turn'] },
      { label: 'near', options: ['--relation', 'near', '--near', '200'] },
      { label: 'same document', options: ['--relation', 'same-document'] },
    ];
    for (const relation of relations) {
      await window.cooccurrence.choose('Relation', relation.label);
      for (const count of ['pairs', 'places', 'characters', 'documents']) {
        await window.cooccurrence.choose('Count', count);
        const expected = byCommandLine(path, ...relation.options, '--count', count);
        await expect
          .poll(() => shown(window), { message: `${relation.label}, ${count}` })
          .toEqual(expected.map((row) => row.map((cell) => inThousands(cell))));
      }
    }
    await window.noErrors();
  });

  test('counts what is near by the distance that is written', async ({ launch, folder }) => {
    const path = copyOfSample(folder);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    await enlarge(emic);
    await window.cooccurrence.open();
    await window.cooccurrence.choose('Relation', 'near');
    const distance = window.page.getByRole('spinbutton', { name: 'Largest gap in characters' });
    for (const characters of ['0', '35', '2000']) {
      await distance.fill(characters);
      await distance.press('Enter');
      const expected = byCommandLine(path, '--relation', 'near', '--near', characters);
      await expect.poll(() => shown(window)).toEqual(expected);
    }
  });

  test('colours by the coefficient that the command line gives too', async ({ launch, folder }) => {
    const path = copyOfSample(folder);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    await enlarge(emic);
    await window.cooccurrence.open();
    const ways = [
      { count: 'places', coders: 'united', label: 'c, bounded', coefficient: 'c-bounded' },
      { count: 'characters', coders: 'united', label: 'Jaccard', coefficient: 'jaccard' },
      { count: 'pairs', coders: 'pooled', label: 'c', coefficient: 'c' },
    ];
    for (const { count, coders, label, coefficient } of ways) {
      await window.cooccurrence.choose('Count', count);
      await window.cooccurrence.choose('Coders', coders);
      await window.cooccurrence.choose('Colour by', label);
      const options = ['--count', count, '--coders', coders, '--coefficient', coefficient];
      const [header = [], ...rows] = plainRows(emicPrints('cooccurrence', path, '--csv', ...options));
      const names = header.slice(1);
      const strongest = rows
        .flatMap(([row = '', ...cells]) => cells.map((cell, at) => ({ row, column: names[at] ?? '', cell })))
        .filter(({ row, column, cell }) => row < column && Number(cell) > 0)
        .sort((a, b) => Number(b.cell) - Number(a.cell))
        .slice(0, 3);
      expect(strongest).toHaveLength(3);
      for (const { row, column, cell } of strongest) {
        const named = window.cooccurrence.cell(lastName(row), lastName(column)).first();
        await expect(named).toHaveAttribute('aria-label', new RegExp(`${label} ${roundedTo2(cell)}`));
      }
    }
  });

  test('with subcodes counts a subtree and leaves a code and its ancestor out', async ({
    launch,
    folder,
  }) => {
    const path = copyOfSample(folder);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    await enlarge(emic);
    await window.cooccurrence.open();
    await window.cooccurrence.toggleCodes('Count a code with its subcodes');
    await expect.poll(() => shown(window)).toEqual(byCommandLine(path, '--subcodes'));
    expect((await shown(window)).flat()).toContain('–');
  });

  test('a filter by document is always to be seen and can be lifted', async ({ launch, folder }) => {
    const path = copyOfSample(folder);
    const emic = await launch({ project: path });
    const window = new EmicWindow(emic);
    await enlarge(emic);
    await window.cooccurrence.open();
    const name = 'The Future of The Netroots Movement';
    await window.cooccurrence.toolbar.getByRole('button', { name: /^Documents/ }).click();
    await window.page.getByRole('button', { name: 'Choose none' }).click();
    await window.page.getByRole('checkbox', { name }).click();
    await window.press('Escape');
    await expect(window.cooccurrence.toolbar.getByText(/codings hidden/)).toBeVisible();
    await expect.poll(() => shown(window)).toEqual(byCommandLine(path, '--documents', name));
    await window.page.getByRole('button', { name: 'Show all: lift the filter Documents' }).click();
    await expect.poll(() => shown(window)).toEqual(byCommandLine(path));
  });
});

test('the grid goes by keyboard: arrows, Enter, the quotation’s place', async ({ launch, folder }) => {
  const emic = await launch({ project: copyOfSample(folder) });
  const window = new EmicWindow(emic);
  await window.cooccurrence.open();
  await expect(window.cooccurrence.grid).toBeVisible();
  const focused = () => window.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await window.cooccurrence.grid.locator('[tabindex="0"]').focus();
  let cell = await focused();
  for (let step = 0; step < 20 && !/: [1-9]\d* place/.test(cell); step += 1) {
    await window.press('ArrowRight');
    await expect.poll(focused).not.toBe(cell);
    cell = await focused();
  }
  const [, row, column] = /^(.+) × (.+): [1-9]/.exec(cell) ?? [];
  await window.press('Enter');
  await expect(window.inspector).toContainText(row ?? '?');
  await expect(window.inspector).toContainText(column ?? '?');
});

test('the network draws the ties and lists them; a tie opens its quotations', async ({ launch, folder }) => {
  const path = copyOfSample(folder);
  const window = new EmicWindow(await launch({ project: path }));
  await window.cooccurrence.open();
  await window.cooccurrence.show('Network');
  const list = window.page.getByRole('listbox', { name: 'Strongest ties' });
  const ties = list.getByRole('option');
  await expect(ties.first()).toBeVisible();
  const [row, column] = await ties.first().locator('.edges__names > span').allTextContents();
  await ties.first().click();
  await expect(window.inspector).toContainText(row ?? '?');
  await expect(window.inspector).toContainText(column ?? '?');
  const before = await window.page.getByText(/\d+ ties?$/).textContent();
  await window.page.getByRole('slider').focus();
  for (let step = 0; step < 6; step += 1) await window.press('ArrowRight');
  await expect(window.page.getByText(/\d+ ties?$/)).not.toHaveText(before ?? '');
  await window.noErrors();
});

test('the list sorts by every column and filters by code', async ({ launch, folder }) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  await window.cooccurrence.open();
  await window.cooccurrence.show('List');
  const pairs = window.page.getByRole('grid', { name: 'Pairs of codes that meet' });
  await expect(pairs.getByRole('row').nth(1)).toBeVisible();
  await window.page.getByRole('searchbox', { name: 'Filter by code' }).fill('fundraising');
  const rows = pairs.getByRole('row');
  await expect
    .poll(async () => (await rows.allTextContents()).slice(1).every((text) => /fundraising/i.test(text)))
    .toBe(true);
});

function lastName(path: string): string {
  return path.split(' > ').at(-1) ?? path;
}

function inThousands(cell: string): string {
  const count = Number(cell);
  return Number.isFinite(count) && count >= 10_000 ? `${Math.round(count / 1000)}k` : cell;
}

function roundedTo2(cell: string): string {
  return Number(cell).toFixed(2);
}
