import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExportInputs,
  type ExportPurpose,
  exporterFor,
  type QuotationRow,
  stringifyCsv,
} from '../../../src/formats';
import { guardFormula, unguardFormula } from '../../../src/formats/csv/formula-guard';
import { toCellText } from '../../../src/formats/xlsx/cell-text';
import { SAMPLE, sampleCode } from './codebook-sample';
import { findAll, parseCsv, parseXml, readSheet, readZip } from './read-back';

async function write<P extends ExportPurpose>(
  purpose: P,
  ending: string,
  input: ExportInputs[P],
  bom = false,
) {
  const exporter = exporterFor(purpose, ending);
  if (!exporter.ok) throw new Error(exporter.error.message);
  const written = await exporter.value.write(input, { bom });
  if (!written.ok) throw new Error(written.error.message);
  return written.value;
}

const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

const ROW: QuotationRow = {
  code_path: 'Organisation > party vs. network',
  document: 'Veckans makthavare: Alan Rosenblatt',
  start_position: 10,
  end_position: 42,
  text: '“Hej”, said she, "quoted";\nnew line\tand a tab 😀',
  coder: 'Anna Ström',
  created_at: '2026-11-22T10:00:00.000Z',
  memo: '=1+1',
};

/** Texts that meet the traps often. */
const trickyText = fc.string({
  unit: fc.constantFrom(...[...'\'=+-@\t\r\n,;"ab5. _x'], '\uFF1D', '😀', 'é', '_x0041_', '\u0001'),
  maxLength: 12,
});

describe('CSV', () => {
  it('reads back every text, and none of its cells begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(trickyText, trickyText), { minLength: 1, maxLength: 5 }), (rows) => {
        const cells = parseCsv(stringifyCsv([['a', 'b'], ...rows])).slice(1);
        expect(cells.map((row) => row.map(unguardFormula))).toEqual(rows);
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^([=+@\t\r]|-(?!\d+(\.\d+)?$))/);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('guards formulas by a quote that comes off again, and leaves numbers alone', () => {
    expect(['=1+1', '-', '@x', "'=1", '-0.5', '-5', "it's"].map(guardFormula)).toEqual([
      "'=1+1",
      "'-",
      "'@x",
      "''=1",
      '-0.5',
      '-5',
      "it's",
    ]);
    fc.assert(
      fc.property(trickyText, (text) => unguardFormula(guardFormula(text)) === text),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it('writes a byte order mark on request only', async () => {
    const input = { projectName: 'P', rows: [ROW] };
    const plain = await write('quotations', 'csv', input);
    const marked = await write('quotations', 'csv', input, true);
    expect(decode(marked.bytes)).toBe(`\uFEFF${decode(plain.bytes)}`);
  });

  it('ends every row with CRLF and leaves null cells empty', () => {
    expect(
      stringifyCsv([
        ['a', null, 1, true],
        ['', 'x,y', -2.5, 'a"b'],
      ]),
    ).toBe('a,,1,true\r\n,"x,y",-2.5,"a""b"\r\n');
  });

  it('holds a whole codebook: ids, parents and positions included', async () => {
    const { bytes, notices } = await write('codebook', 'csv', SAMPLE);
    const [header, ...rows] = parseCsv(decode(bytes));
    expect(notices).toEqual([]);
    expect(header?.slice(0, 4)).toEqual(['path', 'name', 'color', 'definition']);
    const records = rows.map((row) =>
      Object.fromEntries(row.map((cell, x) => [header?.[x], unguardFormula(cell)])),
    );
    expect(records).toEqual(
      SAMPLE.codes.map((code) => ({
        path: code.path,
        name: code.name,
        color: code.color,
        definition: code.definition,
        when_to_use: code.whenToUse,
        when_not_to_use: code.whenNotToUse,
        examples: code.examples,
        is_codable: String(code.isCodable),
        codings: String(code.codings),
        quotations: String(code.quotations),
        documents: String(code.documents),
        coder: code.coder,
        created_at: code.createdAt,
        modified_at: code.modifiedAt,
        id: code.id,
        parent_id: code.parentId ?? '',
        position: String(code.position),
        depth: String(code.depth),
        coder_id: code.coderId,
        status: code.status,
        sets: code.sets?.join('; ') ?? '',
      })),
    );
  });

  it('holds quotations and matrices', async () => {
    const quotations = await write('quotations', 'csv', { projectName: 'P', rows: [ROW] });
    const [header, row] = parseCsv(decode(quotations.bytes));
    expect(header).toEqual(Object.keys(ROW));
    expect(row?.map(unguardFormula)).toEqual(Object.values(ROW).map(String));
    const rows = [
      ['', 'A', 'B'],
      ['A', '3', '0.5'],
      ['B', '0.5', '–'],
    ];
    const matrix = await write('cooccurrence', 'csv', { projectName: 'P', definition: 'Places.', rows });
    expect(decode(matrix.bytes)).toBe(',A,B\r\nA,3,0.5\r\nB,0.5,–\r\n');
  });
});

describe('XLSX', () => {
  it('reads back every text of a codebook, with a frozen header, widths and swatches', async () => {
    const { bytes, notices } = await write('codebook', 'xlsx', SAMPLE);
    expect(notices).toEqual([]);
    const [header, ...rows] = readSheet(bytes);
    const column = (key: string) => rows.map((row) => row[header?.indexOf(key) ?? -1]);
    expect(column('name')).toEqual(SAMPLE.codes.map((code) => code.name));
    expect(column('path')).toEqual(SAMPLE.codes.map((code) => code.path));
    expect(column('definition')).toEqual(SAMPLE.codes.map((code) => code.definition));
    expect(column('examples')).toEqual(SAMPLE.codes.map((code) => code.examples));
    expect(column('is_codable')).toEqual(SAMPLE.codes.map((code) => code.isCodable));
    expect(column('codings')).toEqual(SAMPLE.codes.map((code) => code.codings));
    expect(column('id')).toEqual(SAMPLE.codes.map((code) => code.id));
    expect(column('parent_id')).toEqual(SAMPLE.codes.map((code) => code.parentId ?? ''));

    const files = readZip(bytes);
    const sheet = parseXml(files.get('xl/worksheets/sheet1.xml') ?? '');
    expect(findAll(sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
    expect(findAll(sheet, 'col')).toHaveLength(header?.length ?? 0);
    expect(findAll(sheet, 'f')).toEqual([]);
    expect(files.get('xl/styles.xml')?.toLowerCase()).toContain('d9822b');
  });

  it('reads back every text of quotations, odd characters and look-alike escapes included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trickyText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = texts.map((text) => ({ ...ROW, text }));
        const { bytes } = await write('quotations', 'xlsx', { projectName: 'P', rows });
        expect(
          readSheet(bytes)
            .slice(1)
            .map((row) => row[4]),
        ).toEqual(texts);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('keeps texts that name members of every object', async () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const codes = names.map((name, index) => sampleCode(index + 1, { name }));
    const { bytes } = await write('codebook', 'xlsx', { projectName: 'P', codes });
    expect(
      readSheet(bytes)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(names);
  });

  it('cuts texts that no cell can hold, never inside a character, and says how many', async () => {
    const long = { ...ROW, text: `a${'😀'.repeat(20_000)}` };
    const { bytes, notices } = await write('quotations', 'xlsx', { projectName: 'P', rows: [ROW, long] });
    expect(notices).toMatchObject([{ kind: 'cellTextCut', count: 1 }]);
    const text = readSheet(bytes)[2]?.[4];
    expect(text).toMatch(/^a(😀)+ \[…\]$/u);
    expect(String(text).length).toBeLessThanOrEqual(32_767);
    expect(toCellText('x'.repeat(32_767))).toEqual({ text: 'x'.repeat(32_767), isCut: false });
  });

  it('writes matrix cells as numbers and the definition on its own sheet', async () => {
    const rows = [
      ['', '2024', 'B'],
      ['2024', '3', '0.5'],
      ['B', '–', '-1'],
    ];
    const { bytes } = await write('cooccurrence', 'xlsx', { projectName: 'P', definition: 'Places.', rows });
    expect(readSheet(bytes, 1)).toEqual([
      ['', '2024', 'B'],
      ['2024', 3, 0.5],
      ['B', '–', -1],
    ]);
    expect(readSheet(bytes, 2)).toEqual([
      ['project', 'definition'],
      ['P', 'Places.'],
    ]);
  });

  it('refuses more rows than a sheet holds', async () => {
    const exporter = exporterFor('quotations', 'xlsx');
    const rows = new Array<QuotationRow>(1_048_576).fill(ROW);
    const written = exporter.ok && (await exporter.value.write({ projectName: 'P', rows }));
    expect(written).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });
});

describe('the registry of exporters', () => {
  it('finds a format by its ending, however it is written', () => {
    for (const ending of ['csv', '.csv', 'CSV']) {
      expect(exporterFor('codebook', ending)).toMatchObject({ ok: true, value: { ending: 'csv' } });
    }
  });

  it('refuses an unknown ending and lists the possible ones', () => {
    expect(exporterFor('codebook', 'docx')).toEqual({
      ok: false,
      error: {
        kind: 'invalid',
        message:
          "A codebook can't be exported as .docx. Possible endings: .csv, .xlsx, .html, .md, .json, .qdc. Nothing was written.",
      },
    });
    expect(exporterFor('quotations', '')).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(exporterFor('cooccurrence', 'qdc')).toMatchObject({ ok: false });
  });
});
