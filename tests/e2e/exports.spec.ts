import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { findAll, parseCsv, parseXml, readSheet } from '../files/formats/read-back';
import { emicPrints, plainRows } from './support/command-line';
import { expect, stubDialogs, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

const schema = resolve(process.env.EMIC_TEST_DATA ?? '../shared/data', 'refi-qda', 'Codebook.xsd');

interface CodeRow {
  readonly path: string;
  readonly definition: string;
  readonly codings: number;
}

/** Writes one file by the export dialog; only the native save dialog is answered for the person. */
async function exportTo(window: EmicWindow, command: string, format: string, path: string): Promise<void> {
  await stubDialogs(window.emic.app, { save: path });
  await window.runFromPalette(command);
  await window.dialog.getByRole('radio', { name: format }).click();
  await window.dialog.getByRole('button', { name: 'Save…' }).click();
  const name = path.split(/[/\\]/).at(-1) ?? path;
  const message = window.messages.filter({ hasText: `${name} was written` });
  await expect(message).toBeVisible();
  await message.getByRole('button', { name: 'Close' }).click();
  await expect(window.dialog).toBeHidden();
}

test('the codebook, in six formats, holds every code', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const codes: CodeRow[] = JSON.parse(emicPrints('list', project, 'codes', '--json'));
  const paths = codes.map(({ path }) => path).sort();
  const names = codes.map(({ path }) => path.split(' > ').at(-1) ?? '');
  const window = new EmicWindow(await launch({ project }));
  await window.isOpen('Netroots');
  const file = (ending: string) => join(folder, `codebook.${ending}`);
  const write = (format: string, ending: string) =>
    exportTo(window, 'Export the codebook…', format, file(ending));
  const column = (rows: readonly (readonly unknown[])[], name: string) =>
    rows.slice(1).map((row) => String(row[rows[0]?.indexOf(name) ?? -1]));

  await write('CSV table', 'csv');
  const rows = parseCsv(readFileSync(file('csv'), 'utf8'));
  expect(column(rows, 'path').sort()).toEqual(paths);

  await write('Excel workbook', 'xlsx');
  const sheet = readSheet(readFileSync(file('xlsx')));
  expect(sheet.length - 1).toBe(codes.length);
  for (const name of names) expect(JSON.stringify(sheet)).toContain(name);

  await write('Web page', 'html');
  const html = readFileSync(file('html'), 'utf8');
  await write('Markdown', 'md');
  const markdown = readFileSync(file('md'), 'utf8');
  for (const name of names) {
    expect(html).toContain(name);
    expect(markdown.replaceAll('\\', '')).toContain(name);
  }
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);

  await write('JSON', 'json');
  const json = JSON.stringify(JSON.parse(readFileSync(file('json'), 'utf8')));
  for (const { definition } of codes) expect(json).toContain(JSON.stringify(definition).slice(1, -1));

  await write('REFI-QDA codebook', 'qdc');
  const qdc = readFileSync(file('qdc'), 'utf8');
  const found = findAll(parseXml(qdc), 'Code').map(({ attributes }) => attributes.name);
  expect(found.sort()).toEqual(names.sort());
  if (existsSync(schema)) {
    const checked = await validateXML({
      xml: [{ fileName: 'codebook.qdc', contents: qdc }],
      schema: [readFileSync(schema, 'utf8')],
    });
    expect(checked.errors).toEqual([]);
    expect(checked.valid).toBe(true);
  }
  await window.noErrors();
});

test('quotations, one row a coding, as the command line lists them', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const listed: { text: string; code_path: string }[] = JSON.parse(
    emicPrints('list', project, 'codings', '--json'),
  );
  const window = new EmicWindow(await launch({ project }));
  await window.isOpen('Netroots');
  const csv = join(folder, 'quotations.csv');
  await exportTo(window, 'Export quotations…', 'CSV table', csv);
  const [header = [], ...rows] = parseCsv(readFileSync(csv, 'utf8'));
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? '';
  const found = rows.map((row) => `${cell(row, 'code_path')}: ${cell(row, 'text')}`);
  expect(found.sort()).toEqual(listed.map(({ text, code_path }) => `${code_path}: ${text}`).sort());

  const xlsx = join(folder, 'quotations.xlsx');
  await exportTo(window, 'Export quotations…', 'Excel workbook', xlsx);
  expect(readSheet(readFileSync(xlsx)).length - 1).toBe(listed.length);
});

test('the matrix as table and as figure', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const emic = await launch({ project });
  const window = new EmicWindow(emic);
  await window.cooccurrence.open();
  await expect(window.cooccurrence.grid).toBeVisible();
  const file = (name: string) => join(folder, name);
  const command = 'Export the co-occurrence matrix…';

  await exportTo(window, command, 'CSV table', file('matrix.csv'));
  const printed = plainRows(emicPrints('cooccurrence', project, '--csv'));
  expect(parseCsv(readFileSync(file('matrix.csv'), 'utf8'))).toEqual(printed);

  await exportTo(window, command, 'Excel workbook', file('matrix.xlsx'));
  const sheet = readSheet(readFileSync(file('matrix.xlsx')));
  const strongest = Math.max(...printed.slice(1).flatMap((row) => row.slice(1).map(Number)));
  expect(sheet.flat()).toContain(strongest);

  for (const view of ['matrix', 'network'] as const) {
    await window.cooccurrence.show(view === 'matrix' ? 'Matrix' : 'Network');
    await exportTo(window, command, 'SVG figure', file(`${view}.svg`));
    const svg = readFileSync(file(`${view}.svg`), 'utf8');
    const root = parseXml(svg).children[0];
    expect(root?.name).toBe('svg');
    expect(svg).toContain('fundraising');
    const width = Number(root?.attributes.width);
    const height = Number(root?.attributes.height);
    expect(width).toBeGreaterThan(200);

    await exportTo(window, command, 'PNG picture', file(`${view}.png`));
    const size = await emic.app.evaluate(
      ({ nativeImage }, path) => nativeImage.createFromPath(path).getSize(),
      file(`${view}.png`),
    );
    expect(size).toEqual({ width: Math.ceil(width * 2), height: Math.ceil(height * 2) });
  }
  await window.noErrors();
});

test('a cancelled export writes nothing', async ({ launch, folder }) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  await window.isOpen('Netroots');
  await stubDialogs(window.emic.app, {});
  await window.press('Control+e');
  await window.dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(window.dialog).toBeVisible();
  await window.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.dialog).toBeHidden();
  await expect(window.messages).toHaveCount(0);
});
