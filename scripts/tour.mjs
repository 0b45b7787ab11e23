/**
 * `npm start` without a display: the main job in the real application, by the window's own controls, as a person
 * would do it. Leaves the project, the exports and pictures of every screen in out/tour/ and prints what was done
 * with the matrix. `--quick`, as `npm test` runs it: one picture a screen. The virtual display and the environment come
 * from scripts/start.mjs.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { runScript, StepFailed, say } from './lib/say.mjs';
import { byKeyboard, byMouse, documents } from './tour/passages.mjs';
import { makePhotographer } from './tour/photographer.mjs';
import {
  answerDialogs,
  applyCode,
  closeMessages,
  codingCount,
  documentText,
  exportFile,
  openDocument,
  renameDocument,
  runCommand,
  selectWords,
  startEmic,
  treeRow,
  waitForCoding,
} from './tour/window.mjs';

const folder = inRoot('out', 'tour');
const exportsFolder = join(folder, 'exports');
const project = join(folder, 'Netroots study.emic');

const exported = [
  ...[
    ['Excel workbook', 'xlsx'],
    ['CSV table', 'csv'],
    ['Web page', 'html'],
    ['Markdown', 'md'],
    ['JSON', 'json'],
    ['REFI-QDA codebook', 'qdc'],
  ].map(([format, ending]) => ({ command: 'Export the codebook…', format, file: `codebook.${ending}` })),
  ...[
    ['Excel workbook', 'xlsx'],
    ['CSV table', 'csv'],
  ].map(([format, ending]) => ({ command: 'Export quotations…', format, file: `quotations.${ending}` })),
  ...[
    ['CSV table', 'csv'],
    ['Excel workbook', 'xlsx'],
    ['SVG figure', 'svg'],
    ['PNG picture', 'png'],
  ].map(([format, ending]) => ({
    command: 'Export the co-occurrence matrix…',
    format,
    file: `co-occurrence.${ending}`,
  })),
];

async function firstStart({ page, photos }) {
  await page.getByRole('textbox', { name: 'Name' }).fill('Robin');
  await photos.take('the first start');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'New project' }).waitFor();
  await photos.take('welcome');
}

async function newProject({ app, page, photos }) {
  await answerDialogs(app, { save: project });
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByRole('heading', { level: 1, name: 'Netroots study' }).waitFor();
  await photos.take('a new project');
}

async function importSeeds({ app, page, photos }) {
  await answerDialogs(app, { open: documents.map(({ file }) => inRoot('seeds', `${file}.txt`)) });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await page.getByRole('menuitem', { name: /Import documents/ }).click();
  await page.getByTestId('message').filter({ hasText: '5 documents were imported.' }).waitFor();
  await closeMessages(page);
  for (const { file, title } of documents) await renameDocument(page, file, title);
  await openDocument(page, documents[0].title);
  await photos.take('a document to read');
}

async function codeByMouse({ page, photos }) {
  let open;
  for (const [index, { document, code, words }] of byMouse.entries()) {
    if (document !== open) await openDocument(page, document);
    open = document;
    await selectWords(page, document, words);
    if (index === 1) {
      await photos.take('a passage selected');
      await page.keyboard.press('Enter');
      await page.keyboard.type('part');
      await photos.take('the list of codes');
      await page.keyboard.press('Escape');
    }
    await applyCode(page, code);
  }
  await openDocument(page, documents[0].title);
  await photos.take('a coded document');
}

async function codeByKeyboard({ page, photos }) {
  const { document, sentences, further } = byKeyboard;
  await openDocument(page, document);
  await page.keyboard.press('Control+3');
  await page.waitForFunction(
    (name) => window.document.activeElement?.getAttribute('aria-label') === name,
    document,
  );
  for (const code of sentences) {
    await page.keyboard.press('Alt+ArrowDown');
    if (code !== null) await applyCode(page, code);
  }
  const before = await codingCount(page);
  await page.keyboard.type(further.slice(0, 3));
  await page.getByRole('option', { name: further }).first().waitFor();
  await page.keyboard.press('Enter');
  await waitForCoding(page, before);
  await documentText(page, document).waitFor();
  await photos.take('coded by keyboard');
}

async function writeMemo({ page }) {
  await treeRow(page, 'Codes', 'party vs. network').click();
  await page
    .getByRole('textbox', { name: /^Memo on party vs\. network/ })
    .fill('Two pictures of one thing: the network presses the party from outside, or becomes a part of it.');
  await page.locator('.memo__state[data-state="saved"]').waitFor();
}

async function seeCooccurrence({ page, photos }) {
  await page.keyboard.press('Control+Shift+O');
  const grid = page.getByRole('grid', { name: 'Co-occurrence matrix' });
  await grid.waitFor();
  await page.getByRole('gridcell', { name: /^party vs. network × clout: [1-9]/ }).click();
  await page.getByRole('list', { name: 'Places where the two codes meet' }).waitFor();
  await photos.take('which codes meet');
}

async function openFromCell({ page }) {
  const [place] = await page
    .getByRole('list', { name: 'Places where the two codes meet' })
    .getByRole('button')
    .all();
  await place?.click();
  await page
    .getByRole('list', { name: 'Codings at the caret' })
    .getByText('party vs. network')
    .first()
    .waitFor();
}

async function undoAndRedo({ page }) {
  const before = await codingCount(page);
  const undo = page.locator('.top-bar__undo-button');
  const label = await undo.getAttribute('title');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(
    (title) => window.document.querySelector('.top-bar__undo-button')?.getAttribute('title') !== title,
    label,
  );
  await page.keyboard.press('Control+Shift+z');
  await page.waitForFunction(
    (title) => window.document.querySelector('.top-bar__undo-button')?.getAttribute('title') === title,
    label,
  );
  if ((await codingCount(page)) !== before) throw new Error('redo did not bring everything back');
}

async function exportAll({ app, page }) {
  mkdirSync(exportsFolder, { recursive: true });
  for (const { command, format, file } of exported) {
    await exportFile({ app, page }, { command, format, path: join(exportsFolder, file) });
  }
}

/** The sample has more in it, so it shows more. */
async function showSample({ page, photos }) {
  await runCommand(page, 'Open the sample project');
  await page.getByRole('heading', { level: 1, name: 'Netroots', exact: true }).waitFor();
  await openDocument(page, documents[0].title);
  await photos.take('the sample, a document');
  await treeRow(page, 'Codes', 'fundraising').click();
  await photos.take('the sample, a code');
  await page.keyboard.press('Control+Shift+O');
  await page.getByRole('grid', { name: 'Co-occurrence matrix' }).waitFor();
  await page.getByRole('gridcell', { name: /^fundraising × no election is local: [1-9]/ }).click();
  await photos.take('the sample, matrix');
  await page.getByRole('radio', { name: 'Network', exact: true }).click();
  await page.getByRole('listbox', { name: 'Strongest ties' }).waitFor();
  await photos.take('the sample, network');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await page.getByRole('grid', { name: 'Pairs of codes that meet' }).waitFor();
  await photos.take('the sample, pairs');
  await page.getByRole('radio', { name: 'Matrix', exact: true }).click();
  for (const [command, tab] of [
    ['Codebook', 'Codebook'],
    ['All quotations', 'Quotations'],
    ['Memos', 'Memos'],
    ['History', 'History'],
  ]) {
    await runCommand(page, command);
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    await photos.take(`the sample, ${command.toLowerCase()}`);
  }
  await page.keyboard.press('Control+e');
  await page.getByRole('dialog').waitFor();
  await photos.take('export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('net');
  await photos.take('the palette');
  await page.keyboard.press('Escape');
  await treeRow(page, 'Codes', 'party vs. network').click();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').waitFor();
  await photos.take('a question before deleting');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await photos.take('keyboard shortcuts');
  await page.keyboard.press('Escape');
}

const steps = [
  ['The first start asks who codes', firstStart],
  ['A new project', newProject],
  ['Import the five texts of seeds/ and give them their titles', importSeeds],
  [`Code ${byMouse.length} passages by mouse`, codeByMouse],
  ['Code sentences by keyboard alone', codeByKeyboard],
  ['Write a memo on a code', writeMemo],
  ['See which codes meet', seeCooccurrence],
  ['Open the place behind a cell', openFromCell],
  ['Undo the last change and redo it', undoAndRedo],
  [`Export the codebook, the quotations and the matrix as ${exported.length} files`, exportAll],
  ['Open the sample and look at every screen', showSample],
];

/** The matrix as the command line counts it in the finished file. */
async function printMatrix() {
  const emic = inRoot('out', 'cli', 'emic.cjs');
  const { code, output } = await attempt(process.execPath, [emic, 'cooccurrence', project], { quiet: true });
  if (code !== 0) throw new StepFailed(`The command line could not read ${project}.\n${output}`);
  say(`\n${output.trimEnd()}`);
}

await runScript(async () => {
  if (!process.env.EMIC_ELECTRON) {
    throw new StepFailed('The tour does not know which Electron to start.', 'run `npm start`.');
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { app, page, close } = await startEmic();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const isQuick = process.argv.includes('--quick');
  const photos = makePhotographer({ app, page, folder: join(folder, 'screens'), isQuick });
  try {
    for (const [name, work] of steps) {
      const began = performance.now();
      try {
        await work({ app, page, photos });
      } catch (error) {
        await photos.failed();
        throw new StepFailed(
          `“${name}” failed: ${error instanceof Error ? error.message : error}`,
          `look at ${join(folder, 'screens', 'failed.png')}.`,
        );
      }
      say(`  ✓ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    }
  } finally {
    await close();
  }
  if (errors.length > 0) throw new StepFailed(`The window reported errors:\n${errors.join('\n')}`);
  await printMatrix();
  say(`\nThe project:  ${project}`);
  say(`The exports:  ${exportsFolder}`);
  say(
    `The screens:  ${join(folder, 'screens')} (${photos.taken} pictures${isQuick ? '' : ', light and dark, two sizes'})`,
  );
  return 0;
});
