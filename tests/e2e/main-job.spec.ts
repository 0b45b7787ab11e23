import { join } from 'node:path';
import { emicPrints, plainRows } from './support/command-line';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { countPlaces, type KnownCoding, seedFiles, seedPaths, seedText, spanOf } from './support/spans';

/**
 * The whole main job as one person does it on one day: five texts, ten passages by mouse and by keyboard, the
 * matrix, a cell's quotation, everything undone and redone, and the next day all is there.
 */
const post = '000_4a41a69cea41d9c1';
const labour = '003_fce9ceef5ec29ab1';

/** Sentences as a reader of *Grassroot Power* tells them apart, copied from the text by hand. */
const silent =
  "Labour's grassroots are fairly silent, in fact dissatisfaction is largely only visible by the decline in members; one rarely hears discontent from the members.";
const forum =
  'However LabourHome provides a forum for criticism, and is often used as such; but now it is also providing voice for a campaign to take back control over party finances and ensure members [especially Union members] fees are not wasted.';
const spokesman = 'Peter Kenyon said...';

const codings: { readonly document: string; readonly code: string; readonly words: string }[] = [
  { document: post, code: 'movement', words: 'Netroots movement faces its biggest challenge' },
  { document: post, code: 'clout', words: 'faces its biggest challenge: the election of Ned Lamont' },
  { document: post, code: 'movement', words: 'If Lamont wins, they have clout' },
  {
    document: post,
    code: 'clout',
    words: 'Lamont wins, they have clout; they will be a force to be reckoned with',
  },
  { document: post, code: 'decentralized nature', words: 'decentralized nature' },
  { document: labour, code: 'party vs. network', words: silent },
  { document: labour, code: 'movement', words: forum },
  { document: labour, code: 'movement', words: paragraphWith(silent) },
  { document: labour, code: "Labour's grassroots", words: "Labour's grassroots" },
  { document: labour, code: 'fundraising', words: `${silent} ${forum}` },
  { document: labour, code: 'fundraising', words: spokesman },
];

function paragraphWith(words: string): string {
  return (
    seedText(labour)
      .split('\n')
      .find((line) => line.startsWith(words)) ?? ''
  );
}

const known: KnownCoding[] = codings.map(({ document, code, words }) => ({
  document,
  code,
  span: spanOf(seedText(document), words),
}));

test('the main job, from the first start to the next morning', async ({ launch, folder }) => {
  test.setTimeout(150_000);
  const project = join(folder, 'Netroots study.emic');
  const emic = await launch({ firstRun: true });
  const window = new EmicWindow(emic);
  const { page } = window;

  await test.step('the first start asks who codes', async () => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Alva');
    await page.getByRole('button', { name: 'Start' }).click();
  });

  await test.step('a new project with the five texts', async () => {
    await window.newProject(project);
    await window.importFiles(seedPaths());
    await expect(window.messages.filter({ hasText: '5 documents were imported.' })).toBeVisible();
    await expect.poll(() => window.documents.names()).toEqual([...seedFiles]);
    await window.closeMessage('5 documents were imported.');
    await expect(window.statusBar.getByRole('button', { name: 'Coder: Alva' })).toBeVisible();
  });

  await test.step('five passages by mouse', async () => {
    const view = await window.openDocument(post);
    await view.select('Netroots movement faces its biggest challenge');
    await view.chooseByMouse('movement', 'Create “movement”');
    await expect(window.codes.count('movement')).toHaveText('1');

    await view.select('faces its biggest challenge: the election of Ned Lamont');
    await view.chooseByMouse('clout', 'Create “clout”');
    await expect(window.codes.count('clout')).toHaveText('1');

    await view.select('If Lamont wins, they have clout');
    await view.toolbar.getByRole('button', { name: 'Apply movement' }).click();
    await expect(window.codes.count('movement')).toHaveText('2');

    await view.select('Lamont wins, they have clout; they will be a force to be reckoned with');
    await window.dropCode('clout', view, 'they will be a force');
    await expect(window.codes.count('clout')).toHaveText('2');

    await view.select('decentralized nature');
    await view.toolbar.getByRole('button', { name: /in vivo/ }).click();
    await expect(window.codes.count('decentralized nature')).toHaveText('1');
  });

  await test.step('and six by keyboard alone', async () => {
    const view = window.document(labour);
    await window.press('Control+1');
    await expect(window.documents.row(post)).toBeFocused();
    for (let step = 0; step < 3; step += 1) await window.press('ArrowDown');
    await expect(window.documents.row(labour)).toBeFocused();
    await window.press('Enter');
    await view.isOpen();
    await window.press('Control+3');
    await expect(view.text).toBeFocused();
    await window.press('Control+Home');
    await expect(window.statusBar).toContainText('¶ 1 · 0');

    // The third sentence; a letter opens the list, what is no code yet is created.
    for (let step = 0; step < 3; step += 1) await window.press('Alt+ArrowDown');
    await expect.poll(() => view.selected()).toBe(silent);
    await page.keyboard.type('party vs. network');
    await expect(view.palette.getByRole('option').first()).toHaveText(/Create “party vs. network”/);
    await window.press('Enter');
    await expect(window.codes.count('party vs. network')).toHaveText('1');

    // The next sentence; three letters of a code, Enter.
    await expect(view.text).toBeFocused();
    await window.press('Alt+ArrowDown');
    await expect.poll(() => view.selected()).toBe(forum);
    await page.keyboard.type('mov');
    await expect(view.palette.getByRole('option').first()).toHaveText(/^movement/);
    await window.press('Enter');
    await expect(window.codes.count('movement')).toHaveText('3');

    // Its whole paragraph, the same code again.
    await expect(view.text).toBeFocused();
    await window.press('Alt+3');
    await expect.poll(() => view.selected()).toBe(paragraphWith(silent));
    await window.press('.');
    await expect(window.codes.count('movement')).toHaveText('4');

    // Its first two words, as a code of their own.
    await window.press('ArrowLeft');
    await window.press('Control+Shift+ArrowRight');
    await window.press('Control+Shift+ArrowRight');
    await expect.poll(async () => (await view.selected()).trim()).toBe("Labour's grassroots");
    await window.press('Control+Shift+V');
    await expect(window.codes.count("Labour's grassroots")).toHaveText('1');

    // Two sentences, by stretching the selection; Enter opens the list.
    await window.press('Alt+2');
    await window.press('Alt+Shift+ArrowDown');
    await expect.poll(() => view.selected()).toBe(`${silent} ${forum}`);
    await window.press('Enter');
    await expect(view.palette).toBeVisible();
    await page.keyboard.type('fundraising');
    await window.press('Enter');
    await expect(window.codes.count('fundraising')).toHaveText('1');

    // Somewhere else, the code used last by its digit.
    await expect(view.text).toBeFocused();
    await view.click(spokesman);
    await window.press('Alt+3');
    await window.press('1');
    await expect(window.codes.count('fundraising')).toHaveText('2');
    await expect(window.counts()).toHaveText('11 quotations · 6 codes · 5 documents');
  });

  let codes: string[] = [];
  let expected: number[][] = [];
  await test.step('the matrix says what one counts on paper', async () => {
    await window.cooccurrence.open();
    await expect(window.cooccurrence.grid).toBeVisible();
    const applied = [...new Set(codings.map(({ code }) => code))].sort();
    await expect.poll(async () => (await window.cooccurrence.names()).sort()).toEqual(applied);
    codes = await window.cooccurrence.names();
    expected = countPlaces(known, codes);
    await expect.poll(() => window.cooccurrence.counts()).toEqual(expected);
    // A look at some of them, so that the counting itself is not believed blindly.
    const at = (row: string, column: string) => expected[codes.indexOf(row)]?.[codes.indexOf(column)];
    expect(at('movement', 'movement')).toBe(3);
    expect(at('movement', 'clout')).toBe(2);
    expect(at('movement', 'party vs. network')).toBe(1);
    expect(at('fundraising', 'fundraising')).toBe(2);
    expect(at('clout', 'party vs. network')).toBe(0);
  });

  await test.step('a cell opens its quotations, a quotation its place', async () => {
    await window.cooccurrence.cell('movement', 'clout').click();
    const places = window.inspector.getByRole('button', { name: /faces its biggest challenge/ });
    await expect(places.first()).toBeVisible();
    await places.first().click();
    const view = window.document(post);
    await view.isOpen();
    await expect(view.codesHere.filter({ hasText: 'movement' })).toBeVisible();
    await expect(view.codesHere.filter({ hasText: 'clout' })).toBeVisible();
  });

  await test.step('everything undone, everything redone', async () => {
    const steps = await window.undoAll();
    expect(steps).toHaveLength(1 + known.length);
    expect(steps.at(-1)).toContain('import 5 documents');
    await expect(window.counts()).toHaveText('0 quotations · 0 codes · 0 documents');
    await window.redoAll(steps);
    await expect(window.counts()).toHaveText('11 quotations · 6 codes · 5 documents');
    await window.cooccurrence.open();
    await expect.poll(() => window.cooccurrence.counts()).toEqual(expected);
    await window.noErrors();
  });

  await test.step('the command line counts the same in the same file', async () => {
    await emic.close();
    const [header, ...rows] = plainRows(emicPrints('cooccurrence', project, '--csv'));
    expect(header?.slice(1)).toEqual(codes);
    expect(rows.map(([name]) => name)).toEqual(codes);
    expect(rows.map(([, ...cells]) => cells.map(Number))).toEqual(expected);
    const listed: { document: string; start_position: number; end_position: number; code_path: string }[] =
      JSON.parse(emicPrints('list', project, 'codings', '--json'));
    const place = ({ document, code, span }: KnownCoding) => `${document} ${span.start}–${span.end} ${code}`;
    const found = listed.map((row) =>
      place({
        document: row.document,
        code: row.code_path,
        span: { start: row.start_position, end: row.end_position },
      }),
    );
    expect(found.sort()).toEqual(known.map(place).sort());
  });

  await test.step('the next morning everything is there', async () => {
    const next = new EmicWindow(await launch({ userData: emic.userData }));
    await next.page.getByRole('button', { name: /^Netroots study/ }).click();
    await next.isOpen('Netroots study');
    await expect.poll(() => next.documents.names()).toEqual([...seedFiles]);
    await expect(next.counts()).toHaveText('11 quotations · 6 codes · 5 documents');
    await next.cooccurrence.open();
    await expect.poll(() => next.cooccurrence.counts()).toEqual(expected);
    await next.openDocument(post);
    await next.document(post).click('biggest challenge');
    await expect(next.document(post).codesHere.filter({ hasText: 'clout' })).toBeVisible();
    await next.noErrors();
  });
});
