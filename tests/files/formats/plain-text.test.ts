import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ImportedDocument, readDocument } from '../../../src/formats';
import { plainTextImporter } from '../../../src/formats/plain-text/plain-text-importer';
import { describeWithTestData, testFile, testFileNames } from './test-data';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function readOk(bytes: Uint8Array, fileName = 'interview.txt'): Promise<ImportedDocument> {
  const result = await readDocument(bytes, { fileName });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function refusal(bytes: Uint8Array, fileName = 'interview.txt'): Promise<string> {
  const result = await readDocument(bytes, { fileName });
  if (result.ok) throw new Error(`${fileName} was read`);
  expect(result.error.kind).toBe('unreadableFile');
  expect(result.error.message).toContain(fileName);
  expect(result.error.message).toContain('Nothing was changed.');
  return result.error.message;
}

const kinds = (document: ImportedDocument): string[] => document.notices.map((notice) => notice.kind);

describe('plain text', () => {
  it('names a document after its file without the ending', async () => {
    const names = ['interview 3.txt', 'a.b.TXT', 'README', 'Dr. Smith', 'P1.R1', '.txt', 'Åsa.srt'];
    const read = await Promise.all(names.map(async (name) => (await readOk(encode('Hej'), name)).name));
    expect(read).toEqual(['interview 3', 'a.b', 'README', 'Dr. Smith', 'P1', '.txt', 'Åsa']);
  });

  it('reads UTF-8, UTF-16 and UTF-32 with a byte order mark to the same text', async () => {
    const text = 'Hur känns det? 😀\nDeltagare: Åh.';
    const forms: [string, string][] = [
      ['utf8', 'utf-8'],
      ['utf-16le', 'utf-16le'],
      ['utf-16be', 'utf-16be'],
      ['utf-32le', 'utf-32le'],
      ['utf-32be', 'utf-32be'],
    ];
    for (const [encoding, label] of forms) {
      const document = await readOk(new Uint8Array(iconv.encode(text, encoding, { addBOM: true })));
      expect(document).toMatchObject({ text, encoding: label, notices: [] });
    }
  });

  it('finds UTF-16 without a mark in European, Cyrillic and Chinese text', async () => {
    const texts = [
      'Hur känns det?\nBra.\n',
      'Как дела?\nХорошо, а у тебя?\n',
      '你好。\n很好，谢谢你。\n再见。\n',
    ];
    for (const text of texts) {
      for (const encoding of ['utf-16le', 'utf-16be']) {
        const document = await readOk(new Uint8Array(iconv.encode(text, encoding, { addBOM: false })));
        expect(document).toMatchObject({ text, encoding });
      }
    }
  });

  it('reads every well-formed text in UTF-8 and marked UTF-16 as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
          .filter((text) => !/^\uFEFF|\p{Cc}/u.test(text)),
        async (text) => {
          expect((await readOk(encode(`${text}x`))).text).toBe(`${text}x`);
          const utf16 = new Uint8Array(iconv.encode(text, 'utf-16be', { addBOM: true }));
          expect((await readOk(utf16)).text).toBe(text);
        },
      ),
      { seed: 20261122 },
    );
  });

  it('reads Macintosh text, which statistics take for Windows text', async () => {
    const text =
      'Intervjuare: Vad tycker du om frågan? Är den svår?\nDeltagare: Nja, jag tänker ofta på det här på kvällen.';
    const document = await readOk(new Uint8Array(iconv.encode(text, 'macintosh')));
    expect(document).toMatchObject({ text, encoding: 'macintosh' });
    const windows = await readOk(new Uint8Array(iconv.encode(text, 'windows-1252')));
    expect(windows).toMatchObject({ text, encoding: 'windows-1252' });
  });

  it('takes Windows-1252 for a few accented words', async () => {
    const document = await readOk(Uint8Array.from([0xc5, 0xe4, 0xf6]));
    expect(document).toMatchObject({ text: 'Åäö', encoding: 'windows-1252' });
    expect(kinds(document)).toEqual(['encodingGuessed']);
  });

  it('keeps UTF-8 with a damaged byte UTF-8, and says so', async () => {
    const bytes = encode('Frågan är svår, tycker jag. På kvällen går det bättre.');
    bytes[3] = 0xff;
    const document = await readOk(bytes);
    expect(document.encoding).toBe('utf-8');
    expect(document.text).toContain('är svår');
    expect(document.notices).toMatchObject([{ kind: 'damagedCharacters', count: 2 }]);
  });

  it('reports an odd last byte, lone surrogates and NULs that it replaced', async () => {
    const odd = await readOk(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]));
    expect(odd).toMatchObject({ text: 'A', notices: [{ kind: 'damagedCharacters', count: 1 }] });
    const lone = await readOk(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8]));
    expect(lone).toMatchObject({ text: 'A\uFFFD', notices: [{ kind: 'surrogatesRepaired', count: 1 }] });
    const nul = await readOk(encode('Hej\0 hopp, allesammans'));
    expect(nul.text).toBe('Hej\uFFFD hopp, allesammans');
    expect(nul.notices[0]?.message).toBe('1 character was NUL (not text) and replaced by “\uFFFD”.');
  });

  it('uses the encoding that the researcher names, and refuses an unknown one', async () => {
    const bytes = new Uint8Array(iconv.encode('Привет', 'koi8-r'));
    const read = await readDocument(bytes, { fileName: 'a.txt', encoding: 'koi8-r' });
    expect(read).toMatchObject({ ok: true, value: { text: 'Привет', encoding: 'koi8-r', notices: [] } });
    const refused = await readDocument(bytes, { fileName: 'a.txt', encoding: 'klingon' });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'unreadableFile' } });
  });

  it('refuses an empty file, one that holds only a mark, and one that is too large', async () => {
    expect(await refusal(new Uint8Array())).toBe(
      'interview.txt could not be imported: it is empty. Nothing was changed.',
    );
    expect(await refusal(Uint8Array.from([0xef, 0xbb, 0xbf]))).toContain('it holds no text');
    expect(await refusal(new Uint8Array(200 * 1024 * 1024 + 1))).toContain('larger than 200 MB');
  });

  it('refuses binary files whatever they are called, and says what they are where it can', async () => {
    const random = new Uint8Array(4096);
    for (let index = 0, state = 7; index < random.length; index++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      random[index] = state >> 16;
    }
    expect(await refusal(random, 'data.bin')).toContain('it is not a text file');
    expect(
      await refusal(
        random.filter((byte) => byte !== 0),
        'noise.txt',
      ),
    ).toContain('it is not a text file');
    expect(await refusal(new Uint8Array(64), 'zeros.dat')).toContain('it is not a text file');
    expect(await refusal(encode('%PDF-1.7\n…'), 'paper.txt')).toContain('it is a PDF document');
    expect(await refusal(encode('{\\rtf1\\ansi Hej}'), 'brev.rtf')).toContain('it is an RTF document');
    expect(await refusal(encode('SQLite format 3\0…'), 'x.emic')).toContain('open it instead');
  });

  it('reads an unknown ending as text when the bytes are text, and tells of kept markup', async () => {
    expect(kinds(await readOk(encode('Hej'), 'notes.xyz'))).toEqual([]);
    const page = await readOk(encode('<p>Hej</p>'), 'page.html');
    expect(page.text).toBe('<p>Hej</p>');
    expect(kinds(page)).toEqual(['markupKept']);
  });

  it('stops when it is cancelled', async () => {
    const signal = AbortSignal.abort();
    const result = await plainTextImporter.read(encode('Hej'), { fileName: 'a.txt', signal });
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('reads the seed texts, all UTF-8, without a notice', async () => {
    const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
    expect(seeds).toHaveLength(5);
    for (const name of seeds) {
      const bytes = new Uint8Array(readFileSync(`seeds/${name}`));
      const document = await readOk(bytes, name);
      expect(document).toMatchObject({ encoding: 'utf-8', notices: [] });
      expect(document.text).toBe(
        new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
      );
    }
  });
});

/** What a file's name says about its encoding, as a name that the decoder library knows. */
function encodingInName(name: string): string {
  const encoding = name.split('__')[0]?.replace(/_$/, '') ?? '';
  return encoding
    .replace(/-(arabic|russian|greek|turkish|hungarian|hebrew)$/, '')
    .replace('utf-8-sig', 'utf-8');
}

describeWithTestData('plain text in real encodings', () => {
  it.each(testFileNames('documents', 'encodings'))('reads %s as its name says', async (name) => {
    const bytes = testFile('documents', 'encodings', name);
    const expected = iconv
      .decode(bytes, encodingInName(name))
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n');
    expect((await readOk(bytes, name)).text).toBe(expected);
  });

  it.each(testFileNames('documents', 'interviews').filter((name) => name.endsWith('.txt')))(
    'reads the interview %s without a notice',
    async (name) => {
      const document = await readOk(testFile('documents', 'interviews', name), name);
      expect(document).toMatchObject({ encoding: 'utf-8', notices: [] });
    },
  );

  it.each(testFileNames('documents', 'tables').filter((name) => /\.(txt|csv)$/.test(name)))(
    'reads the table %s as text',
    async (name) => {
      const document = await readOk(testFile('documents', 'tables', name), name);
      const isWindows = name.includes('cp1252');
      expect(document.encoding).toBe(isWindows ? 'windows-1252' : 'utf-8');
      expect(kinds(document)).toEqual(isWindows ? ['encodingGuessed'] : []);
      expect(document.text).not.toMatch(/[\r\uFEFF\uFFFD]/);
    },
  );

  it('reads the made texts: marks, line ends, NULs, damage', async () => {
    const read = (name: string) => readOk(testFile('documents', 'text', name), name);
    const reference = await read('utf8_lf.txt');
    const same = ['utf8_bom_crlf', 'utf8_cr_only', 'utf8_crlf', 'utf8_mixed_newlines'];
    for (const name of [...same, 'utf16be_bom_crlf', 'utf16le_bom_crlf', 'utf16le_nobom']) {
      const document = await read(`${name}.txt`);
      expect(document.text, name).toBe(reference.text);
      expect(document.encoding).toBe(name.startsWith('utf16') ? `utf-16${name.slice(5, 7)}` : 'utf-8');
      expect(document.notices).toEqual([]);
    }
    const windows = await read('cp1252_crlf.txt');
    expect(windows.encoding).toBe('windows-1252');
    expect(windows.text).toContain('“frågan” – är det svårt?\n');
    expect((await read('latin1_lf.txt')).text).toContain('"frågan" - är det svårt?\n');
    expect(kinds(await read('nul_bytes.txt'))).toEqual(['nulReplaced']);
    const invalid = await read('invalid_utf8.txt');
    expect(invalid.text).toMatch(/^Hej .* rest\n$/s);
    expect(kinds(invalid)).not.toEqual([]);
    await refusal(testFile('documents', 'text', 'empty.txt'), 'empty.txt');
    await refusal(testFile('documents', 'text', 'only_bom.txt'), 'only_bom.txt');
  });

  it('refuses every real Word, OpenDocument, PDF, EPUB and RTF file by what it is', async () => {
    const expected: Record<string, string> = {
      docx: 'a Word document',
      odt: 'an OpenDocument file',
      epub: 'an EPUB book',
      pdf: 'a PDF document',
      rtf: 'an RTF document',
    };
    for (const [folder, what] of Object.entries(expected)) {
      const files = testFileNames('documents', folder);
      expect(files.length).toBeGreaterThan(1);
      for (const name of files) {
        expect(await refusal(testFile('documents', folder, name), name)).toContain(`it is ${what}.`);
      }
    }
  });
});
