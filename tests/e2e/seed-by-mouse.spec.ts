import { join } from 'node:path';
import { emicPrints } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { MouseCoder } from './support/pages/mouse-coder';
import { seedMoves } from './support/seed-moves';
import { ownWords, seedPath, seedText } from './support/spans';

const seed = '001_8f258023fc699746';

interface Listed {
  readonly start_position: number;
  readonly end_position: number;
  readonly text: string;
  readonly code_path: string;
}

/** What the file holds, each coding as its code and its words; every one must stand where it says. */
function codingsIn(path: string): string[] {
  const rows: Listed[] = JSON.parse(emicPrints('list', path, 'codings', '--json'));
  for (const { start_position, end_position, text } of rows)
    expect(Array.from(seedText(seed)).slice(start_position, end_position).join('')).toBe(text);
  return rows.map(({ code_path, text }) => `${code_path}: ${text}`).sort();
}

test('a whole text is read and coded by mouse, into a codebook that grows', async ({ launch, folder }) => {
  test.setTimeout(120_000);
  const path = join(folder, 'Herd.emic');
  const emic = await launch();
  await emic.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1900, height: 1060 }),
  );
  const window = new EmicWindow(emic);
  await window.newProject(path);
  await window.importFiles([seedPath(seed)]);
  const view = await window.openDocument(seed);
  const hand = new MouseCoder(window, view);
  const left = async () => (await view.text.boundingBox())?.x;
  const leftAtFirst = await left();
  for (const move of seedMoves) await hand.perform(move);
  // However many lanes have come beside it, the text stands where it stood.
  expect(await left()).toBe(leftAtFirst);
  // The code made last is seen in the tree, although that is longer than its panel.
  await expect(window.codes.row('site boilerplate')).toBeInViewport();

  const wanted = seedMoves.flatMap(([, words, ...codes]) =>
    codes.map((code) => `${code}: ${ownWords(seedText(seed), words)}`),
  );
  expect(codingsIn(path)).toEqual([...wanted].sort());
  const names = new Set(seedMoves.flatMap(([, , ...codes]) => codes));
  await expect(window.counts()).toHaveText(
    `${seedMoves.length} quotations · ${names.size} codes · 1 document`,
  );

  await test.step('second thoughts', async () => {
    // The words that were a code are an example of another one.
    await window.page.keyboard.down('Alt');
    await hand.drag(
      await hand.pointOfCode('out-organizing the left'),
      await hand.pointOfCode('rival organises'),
    );
    await window.page.keyboard.up('Alt');
    await window.dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(window.codes.count('rival organises')).toHaveText('4');

    // The pointer is on the toolbar after each coding; the wheel goes on with the text.
    await hand.select(ownWords(seedText(seed), 'I don’t entirely disagree'));
    await view.toolbar.hover();
    const scroller = view.section.getByTestId('document-scroller');
    const before = await scroller.evaluate((element) => element.scrollTop);
    await window.page.mouse.wheel(0, 240);
    await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(before + 240);

    // A coding is taken off by its chip, comes back by the button at the top, and goes again.
    await view.click('over 3200 people');
    await view.codesHere.getByRole('button', { name: 'Remove scale of participation' }).click();
    await expect(view.codesHere).toHaveText('No coding here');
    await window.page.getByRole('button', { name: /^Undo remove scale of participation/ }).click();
    await expect(view.codesHere.filter({ hasText: 'scale of participation' })).toBeVisible();
    await window.page.getByRole('button', { name: /^Redo remove scale of participation/ }).click();
    await expect(view.codesHere).toHaveText('No coding here');
  });
  const scale = 'scale of participation: over 3200 people have joined the network';
  expect(codingsIn(path)).toEqual(
    wanted
      .filter((coding) => coding !== scale)
      .map((coding) => coding.replace('out-organizing the left:', 'rival organises:'))
      .sort(),
  );
  await window.noErrors();
});
