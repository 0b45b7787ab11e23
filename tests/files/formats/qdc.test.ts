import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type CodebookExport, exporterFor } from '../../../src/formats';
import { parseColor } from '../../../src/formats/refi-qda/color';
import { packDescription, unpackDescription } from '../../../src/formats/refi-qda/description';
import { type ImportedCodebook, readQdc } from '../../../src/formats/refi-qda/read-qdc';
import { SAMPLE, sampleCode, sampleId } from './codebook-sample';
import { describeWithTestData, testFile, testFileNames } from './test-data';

async function write(input: CodebookExport) {
  const exporter = exporterFor('codebook', 'qdc');
  if (!exporter.ok) throw new Error(exporter.error.message);
  const written = await exporter.value.write(input);
  if (!written.ok) throw new Error(written.error.message);
  return written.value;
}

async function read(file: Uint8Array | string): Promise<ImportedCodebook> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const result = await readQdc(bytes, { fileName: 'book.qdc' });
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.detail}`);
  return result.value;
}

async function refusal(file: Uint8Array | string): Promise<string> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const result = await readQdc(bytes, { fileName: 'book.qdc' });
  if (result.ok) throw new Error('it was read');
  expect(result.error.kind).toBe('unreadableFile');
  expect(result.error.message).toMatch(/^book\.qdc could not be read: .* Nothing was changed\.$/);
  return result.error.message;
}

const wrap = (codes: string, after = ''): string =>
  `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Test"><Codes>${codes}</Codes>${after}</CodeBook>`;
const GUID = '098AC082-A9C7-50F4-9728-48730081A95E';

/** Texts with labels, backslashes, empty lines and what XML treats specially. */
const hardText = fc.string({
  unit: fc.constantFrom(
    'When to use:',
    'Examples:',
    'When not to use:',
    '\\',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '\r',
    'a',
    '<',
    '&',
    ']]>',
    '"',
    '😀',
  ),
  maxLength: 10,
});

describe('a description packed for REFI-QDA', () => {
  it('reads well', () => {
    const parts = { definition: 'A.', whenToUse: '', whenNotToUse: 'B.', examples: 'C.\nD.' };
    expect(packDescription(parts)).toBe('A.\n\nWhen not to use:\nB.\n\nExamples:\nC.\nD.');
    expect(packDescription({ definition: '', whenToUse: '', whenNotToUse: '', examples: '' })).toBe('');
  });

  it('unpacks to the same parts, whatever they hold', () => {
    const parts = fc.record({
      definition: hardText,
      whenToUse: hardText,
      whenNotToUse: hardText,
      examples: hardText,
    });
    fc.assert(
      fc.property(parts, (value) => {
        expect(unpackDescription(packDescription(value))).toEqual(value);
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  });

  it('takes text from other programs as it is', () => {
    expect(unpackDescription('Only a text.\nExamples: inline')).toMatchObject({
      definition: 'Only a text.\nExamples: inline',
      examples: '',
    });
    expect(unpackDescription('D\nExamples:\nE\nWhen to use:\nF')).toEqual({
      definition: 'D',
      whenToUse: '',
      whenNotToUse: '',
      examples: 'E\nWhen to use:\nF',
    });
  });
});

describe('a colour', () => {
  it('is read in every notation that real files show', () => {
    expect(
      [
        '#ABC',
        '#AABBCC',
        'aabbcc',
        '#FFAABBCC',
        '#AABBCCFF',
        '#AABBCC80',
        'rgb(170, 187, 204)',
        'rgba(170,187,204,.5)',
      ].map(parseColor),
    ).toEqual(new Array(8).fill('#aabbcc'));
    expect(['', 'red', '#12', 'rgb(300,0,0)', '#12345'].map(parseColor)).toEqual(new Array(5).fill(null));
  });
});

describe('a REFI-QDA codebook', () => {
  it('comes back from a round trip with ids, tree, names, colours and all texts', async () => {
    const { bytes, notices } = await write(SAMPLE);
    expect(notices.map(({ kind, count }) => [kind, count])).toEqual([
      ['notCarried', undefined],
      ['colorDropped', 1],
    ]);
    const back = await read(bytes);
    expect(back.origin).toBe('Emic');
    expect(back.notices.map(({ kind, count }) => [kind, count])).toEqual([['setsNotRead', 2]]);
    expect(back.codes).toEqual(
      SAMPLE.codes.map((code) => ({
        guid: code.id,
        parent: code.parentId === null ? null : SAMPLE.codes.findIndex(({ id }) => id === code.parentId),
        depth: code.depth,
        name: code.name,
        color: parseColor(code.color),
        isCodable: code.isCodable,
        definition: code.definition,
        whenToUse: code.whenToUse,
        whenNotToUse: code.whenNotToUse,
        examples: code.examples,
      })),
    );
  });

  it('comes back from a round trip of any tree and any text', async () => {
    const codebook = fc
      .array(fc.tuple(fc.nat(3), hardText, hardText, hardText), { minLength: 1, maxLength: 12 })
      .map((rows): CodebookExport => {
        const path: number[] = [];
        const codes = rows.map(([wanted, name, definition, examples], index) => {
          path.length = Math.min(wanted, path.length);
          const parent = path.at(-1);
          path.push(index + 1);
          const parentId = parent === undefined ? null : sampleId(parent);
          return sampleCode(index + 1, { name, definition, examples, parentId, depth: path.length - 1 });
        });
        return { projectName: 'P', codes };
      });
    await fc.assert(
      fc.asyncProperty(codebook, async (input) => {
        const { codes } = await read((await write(input)).bytes);
        const parentOf = (index: number | null) => (index === null ? null : codes[index]?.guid);
        expect(
          codes.map((code) => [code.guid, parentOf(code.parent), code.name, code.definition, code.examples]),
        ).toEqual(
          input.codes.map((code) => [code.id, code.parentId, code.name, code.definition, code.examples]),
        );
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it('leaves out what XML can’t hold, and counts it', async () => {
    const code = sampleCode(1, { name: 'a\u0000b\u000Bc', definition: 'd\uD800e\uFFFEf😀' });
    const { bytes, notices } = await write({ projectName: 'P', codes: [code] });
    expect(notices.at(-1)).toMatchObject({ kind: 'illegalCharactersRemoved', count: 4 });
    expect((await read(bytes)).codes[0]).toMatchObject({ name: 'abc', definition: 'def😀' });
  });

  it('refuses an empty codebook, which the schema forbids', async () => {
    const exporter = exporterFor('codebook', 'qdc');
    const written = exporter.ok && (await exporter.value.write({ projectName: 'P', codes: [] }));
    expect(written).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });

  it('reads braces and capitals in GUIDs, a repeated or missing one, no colour, no name', async () => {
    const book = await read(
      wrap(
        `<Code guid="{${GUID}}" name="a" isCodable="false"><Code guid="${GUID}" name="b" isCodable="1" color="puce"/></Code>
         <Code guid="17" name=" " isCodable="true" color=""/>`,
        `<Sets><Set guid="${GUID}" name="s"><MemberCode guid="${GUID}"/></Set></Sets>`,
      ),
    );
    expect(book.codes).toMatchObject([
      { guid: GUID.toLowerCase(), parent: null, isCodable: false, color: null },
      { guid: null, parent: 0, isCodable: true, color: null },
      { guid: null, parent: null, isCodable: true, color: null },
    ]);
    expect(book.notices.map(({ kind, count }) => [kind, count])).toEqual([
      ['colorDropped', 1],
      ['nameMissing', 1],
      ['guidMissing', 1],
      ['guidRepeated', 1],
      ['setsNotRead', 1],
    ]);
  });

  it('reads CDATA, older namespaces, prefixes, UTF-16 and a declared Windows encoding', async () => {
    const cdata = await read(
      wrap(
        `<Code guid="${GUID}" name="a" isCodable="true"><Description><![CDATA[1 < 2]]> &amp; 3</Description></Code>`,
      ),
    );
    expect(cdata.codes[0]?.definition).toBe('1 < 2 & 3');
    const draft = wrap(`<Code guid="${GUID}" name="å"/>`).replace('codebook:1.0', 'codebook:0:4');
    expect((await read(draft)).codes[0]?.name).toBe('å');
    const prefixed = `<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes><q:Code guid="${GUID}" name="p"/></q:Codes></q:CodeBook>`;
    expect((await read(prefixed)).codes[0]?.name).toBe('p');
    for (const [label, encoding] of [
      ['utf-16', 'utf-16le'],
      ['windows-1252', 'windows-1252'],
      ['UTF-8', 'utf8'],
    ]) {
      const xml = `<?xml version="1.0" encoding="${label}"?>${wrap(`<Code guid="${GUID}" name="å"/>`)}`;
      const book = await read(
        new Uint8Array(iconv.encode(xml, encoding ?? '', { addBOM: label === 'utf-16' })),
      );
      expect(book.codes[0]?.name).toBe('å');
    }
  });

  it('refuses entity bombs, document types and external entities', async () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const code = `<Code guid="${GUID}" name="&b;" isCodable="true"/>`;
    expect(await refusal(`<?xml version="1.0"?>${bomb}${wrap(code)}`)).toContain('document type definition');
    expect(await refusal(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${wrap('')}`)).toContain(
      'document type definition',
    );
    expect(await refusal(wrap(code))).toContain('it is damaged, or is not XML');
  });

  it('refuses damaged files, other XML, binaries and bottomless nesting', async () => {
    const { bytes } = await write(SAMPLE);
    for (const length of [1, 60, 200, bytes.length - 5]) await refusal(bytes.slice(0, length));
    expect(await refusal('')).toContain('it is damaged, or is not XML');
    expect(await refusal('Just a text')).toContain('it is damaged, or is not XML');
    expect(await refusal('<html/>')).toContain('not a REFI-QDA codebook');
    expect(await refusal(Uint8Array.from([0, 1, 2, 3, 0, 255, 254, 0]))).toContain('it is not a text file');
    expect(await refusal(wrap(`<Code guid="${GUID}" name="a">`.repeat(101)))).toContain(
      'nested more than 100 deep',
    );
  });

  it('reads what is left of a file with bytes changed at random, or refuses it with a sentence', async () => {
    const { bytes } = await write(SAMPLE);
    const places = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const damaged = bytes.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        const result = await readQdc(damaged, { fileName: 'book.qdc' });
        if (!result.ok) expect(result.error.message).toContain('Nothing was changed.');
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describeWithTestData('real REFI-QDA codebooks', () => {
  it.each(testFileNames('refi-qda').filter((name) => name.endsWith('.qdc')))('reads %s', async (name) => {
    const bytes = testFile('refi-qda', name);
    const book = await read(bytes);
    const written = new TextDecoder().decode(bytes);
    expect(book.codes).toHaveLength(written.match(/<Code /g)?.length ?? 0);
    expect(book.codes.every((code) => code.guid !== null && code.name !== '')).toBe(true);
    expect(book.notices).toEqual([]);
    const description = /<Description>([^<&]+)<\/Description>/.exec(written)?.[1];
    expect(book.codes.find((code) => code.definition !== '')?.definition).toBe(description);
  });

  it('writes what the official schema accepts', async () => {
    const schema = new TextDecoder().decode(testFile('refi-qda', 'Codebook.xsd'));
    const validate = async (bytes: Uint8Array) =>
      validateXML({
        xml: [{ fileName: 'book.qdc', contents: new TextDecoder().decode(bytes) }],
        schema: [{ fileName: 'Codebook.xsd', contents: schema }],
      });
    const { bytes } = await write(SAMPLE);
    expect(await validate(bytes)).toMatchObject({ valid: true, errors: [] });
    const hard = [
      sampleCode(1, { name: '', definition: '\t\r\n]]>\u0001' }),
      sampleCode(2, { name: '\uFFFF', parentId: sampleId(1), depth: 1, color: '#abc' }),
      sampleCode(3, { name: 'x'.repeat(10_000), parentId: sampleId(2), depth: 2 }),
    ];
    expect(await validate((await write({ projectName: '', codes: hard })).bytes)).toMatchObject({
      valid: true,
    });
    // The check itself must be able to fail: Taguette writes an empty <Sets/>, which the schema forbids.
    expect(await validate(testFile('refi-qda', 'taguette-1.4.qdc'))).toMatchObject({ valid: false });
  });
});
