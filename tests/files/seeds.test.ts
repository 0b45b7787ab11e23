import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { intersectSpans, overlaps, type Spans, spansOf, uniteSpans } from '../../src/core/spans';
import { codePointLength, createPositionMap, normalizeText, wordSpans } from '../../src/core/text';

/** The sample project is written by hand; this reads it as the script that builds it does, and as a careful reader. */
const seeds = resolve('seeds');
const originals = resolve(process.env.EMIC_TEST_DATA ?? '../shared/data', '../seeds');

const passage = { file: z.string(), quote: z.string().min(1), occurrence: z.int().min(1) };
const prose = z.string().min(40);
const sampleSchema = z.strictObject({
  project: z.strictObject({ name: z.string().min(1), description: prose, memo: prose }),
  coders: z.array(z.strictObject({ name: z.string().min(1), color: z.string().regex(/^#[0-9a-f]{6}$/) })),
  documents: z.array(z.strictObject({ file: z.string(), name: z.string().min(1), memo: prose })),
  codes: z.array(
    z.strictObject({
      path: z.string(),
      definition: prose,
      whenToUse: z.string(),
      whenNotToUse: z.string(),
      examples: z.string(),
      isCodable: z.boolean(),
    }),
  ),
  codings: z.array(z.strictObject({ ...passage, code: z.string() })),
  quotationMemos: z.array(z.strictObject({ ...passage, memo: prose })),
  codeMemos: z.array(z.strictObject({ path: z.string(), memo: prose })),
});

const readBytes = (folder: string, file: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, file)));
const sample = sampleSchema.parse(JSON.parse(new TextDecoder().decode(readBytes(seeds, 'netroots.json'))));
const texts = new Map(
  sample.documents.map(({ file }) => [
    file,
    normalizeText(new TextDecoder('utf-8', { fatal: true }).decode(readBytes(seeds, file))).text,
  ]),
);
const codable = sample.codes.filter((code) => code.isCodable);

interface Passage {
  readonly file: string;
  readonly quote: string;
  readonly occurrence: number;
}

function textOf(file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`${file} is not one of the sample's documents`);
  return text;
}

/** `[start, end)` in code points of the n-th occurrence, or `undefined` where there are fewer. */
function locate({ file, quote, occurrence }: Passage): { start: number; end: number } | undefined {
  const text = textOf(file);
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return undefined;
  }
  const start = codePointLength(text.slice(0, at));
  return { start, end: start + codePointLength(quote) };
}

const located = sample.codings.flatMap((coding) => {
  const span = locate(coding);
  return span ? [{ ...coding, ...span }] : [];
});

/** The places of one code in one document. */
function places(path: string, file: string): Spans {
  const own = located.filter((coding) => coding.code === path && coding.file === file);
  return uniteSpans(spansOf(own.map(({ start, end }) => [start, end] as const)));
}

/** Places where two codes meet, over the given documents. */
function meetings(a: string, b: string, files = [...texts.keys()]): number {
  return files.reduce((sum, file) => sum + intersectSpans(places(a, file), places(b, file)).length / 2, 0);
}

/** Maximal stretches of a document under at least `depth` different codes. */
function placesOfDepth(file: string, depth: number): number {
  const counts = new Array<number>(codePointLength(textOf(file))).fill(0);
  for (const { path } of codable) {
    const spans = places(path, file);
    for (let index = 0; index < spans.length; index += 2) {
      const end = spans[index + 1] ?? 0;
      for (let at = spans[index] ?? 0; at < end; at += 1) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts.filter((count, at) => count >= depth && (counts[at - 1] ?? 0) < depth).length;
}

const pathOf = (name: string): string => {
  const code = sample.codes.find(({ path }) => path === name || path.endsWith(` > ${name}`));
  if (!code) throw new Error(`no code is called ${name}`);
  return code.path;
};

describe('the seed texts', () => {
  const digests: Record<string, string> = {
    '000_4a41a69cea41d9c1.txt': 'c1d72b3fbd88747ad7e809184e1eb88ee22b1e34bbeaa2728150e6c386ad3bff',
    '001_8f258023fc699746.txt': '1f8f4356664933a255870ece34b567c44c645f473aac8138cf628f2235ffdcaf',
    '002_afef00513e506d85.txt': '4026bc99ee514823d23c2bdadb6079d0db54a04fbf52c1394dabd532b5f26100',
    '003_fce9ceef5ec29ab1.txt': 'b27091d493e0426377d466b3d20d68436a593fb9eb4ffade4edcb3f3cb8c624c',
    '004_3c89f54a69fc90ee.txt': 'a5f52065e825069f5605cff82440c7e18b1294c6c947106f1b9dd7465ec279a0',
  };

  it('are five, all of them documents of the sample', () => {
    const files = readdirSync(seeds).filter((file) => file.endsWith('.txt'));
    expect(files.sort()).toEqual(Object.keys(digests));
    expect(sample.documents.map(({ file }) => file)).toEqual(Object.keys(digests));
  });

  it.each(Object.entries(digests))('%s is unchanged to the byte', (file, digest) => {
    expect(createHash('sha256').update(readBytes(seeds, file)).digest('hex')).toBe(digest);
  });

  it.skipIf(!existsSync(originals)).each(Object.keys(digests))('%s equals the original', (file) => {
    expect(readBytes(seeds, file)).toEqual(readBytes(originals, file));
  });
});

describe('the sample codebook', () => {
  it('has 12 to 18 codes in a tree whose parents come first', () => {
    expect(sample.codes.length).toBeLessThanOrEqual(18);
    expect(codable.length).toBeGreaterThanOrEqual(12);
    const seen = new Set<string>();
    for (const { path } of sample.codes) {
      expect(seen).not.toContain(path);
      const parent = path.split(' > ').slice(0, -1).join(' > ');
      if (parent) expect(seen).toContain(parent);
      seen.add(path);
    }
    for (const name of ['fundraising', 'decentralization', 'party vs. network']) pathOf(name);
  });

  it('tells for each code when to use it, when not, and which other code to take then', () => {
    for (const code of codable) {
      expect(code.whenToUse.length, code.path).toBeGreaterThan(40);
      expect(code.whenNotToUse.length, code.path).toBeGreaterThan(40);
    }
    // Borderline cases are decided by pointing at the other code.
    const names = codable.map(({ path }) => path.split(' > ').at(-1) ?? path);
    for (const code of codable) {
      const others = names.filter((name) => !code.path.endsWith(name) && code.whenNotToUse.includes(name));
      expect(others.length, code.path).toBeGreaterThan(0);
    }
  });

  it('takes every example word for word from a passage with that code', () => {
    for (const code of codable) {
      const lines = code.examples.split('\n');
      expect(lines.length, code.path).toBeGreaterThanOrEqual(2);
      for (const line of lines) {
        const document = sample.documents.find(({ name }) => line.endsWith(`” (${name})`));
        const quote = line.slice(1, line.lastIndexOf('” ('));
        const isFound = sample.codings.some(
          (coding) =>
            coding.code === code.path && coding.file === document?.file && coding.quote.includes(quote),
        );
        expect(isFound, line).toBe(true);
      }
    }
  });
});

describe('the sample codings', () => {
  it('are 60 or more, and all are found at their occurrence', () => {
    expect(sample.codings.length).toBeGreaterThanOrEqual(60);
    expect(sample.codings.filter((coding) => !locate(coding))).toEqual([]);
  });

  it('use codable codes only, each of them twice or more, and every document', () => {
    const paths = new Set(codable.map(({ path }) => path));
    expect(sample.codings.filter(({ code }) => !paths.has(code))).toEqual([]);
    for (const path of paths)
      expect(sample.codings.filter(({ code }) => code === path).length, path).toBeGreaterThanOrEqual(2);
    for (const { file } of sample.documents)
      expect(sample.codings.filter((coding) => coding.file === file).length).toBeGreaterThanOrEqual(10);
  });

  it('never give one passage the same code twice, nor overlapping ones', () => {
    for (const [index, a] of located.entries())
      for (const b of located.slice(index + 1))
        if (a.file === b.file && a.code === b.code)
          expect(overlaps(a.start, a.end, b.start, b.end), `${a.code}: ${a.quote} / ${b.quote}`).toBe(false);
  });

  it('start and end neither inside a word nor with white space', () => {
    for (const { file } of sample.documents) {
      const text = textOf(file);
      const insideWord = new Set<number>();
      const words = wordSpans(text, createPositionMap(text));
      for (let index = 0; index < words.length; index += 2)
        for (let at = (words[index] ?? 0) + 1; at < (words[index + 1] ?? 0); at += 1) insideWord.add(at);
      for (const { start, end, quote } of located.filter((coding) => coding.file === file)) {
        expect(quote).toBe(quote.trim());
        expect(insideWord.has(start), `starts inside a word: ${quote}`).toBe(false);
        expect(insideWord.has(end), `ends inside a word: ${quote}`).toBe(false);
      }
    }
  });

  it('overlap: three or more codes share a character in 5 places or more, two in 25', () => {
    const total = (depth: number): number =>
      sample.documents.reduce((sum, { file }) => sum + placesOfDepth(file, depth), 0);
    expect(total(3)).toBeGreaterThanOrEqual(5);
    expect(total(2)).toBeGreaterThanOrEqual(25);
  });

  it('leave the first posting of the repeated comment and the log-in form alone', () => {
    const thread = textOf('000_4a41a69cea41d9c1.txt');
    const form = textOf('001_8f258023fc699746.txt');
    const uncoded = [
      ['000_4a41a69cea41d9c1.txt', thread.indexOf('Comment #192666'), thread.indexOf('Comment #192668')],
      ['001_8f258023fc699746.txt', form.indexOf('Leave a Reply'), form.length],
    ] as const;
    for (const [file, start, end] of uncoded) {
      expect(start).toBeGreaterThan(0);
      expect(end).toBeGreaterThan(start);
      const inside = located.filter((c) => c.file === file && overlaps(c.start, c.end, start, end));
      expect(inside).toEqual([]);
    }
  });
});

describe('the sample memos', () => {
  it('stand on coded quotations and on codes that exist', () => {
    const coded = new Set(located.map(({ file, start, end }) => `${file} ${start} ${end}`));
    for (const memo of sample.quotationMemos) {
      const span = locate(memo);
      expect(coded, memo.quote).toContain(`${memo.file} ${span?.start} ${span?.end}`);
    }
    const passages = sample.quotationMemos.map((memo) => `${memo.file} ${memo.occurrence} ${memo.quote}`);
    expect(new Set(passages).size).toBe(passages.length);
    for (const { path } of sample.codeMemos) expect(sample.codes.map((code) => code.path)).toContain(path);
  });

  it('tell of findings that the codings bear out', () => {
    const network = pathOf('party vs. network');
    const component = pathOf('internet as component');
    const money = pathOf('fundraising');
    const pairs = codable.flatMap((a, index) =>
      codable.slice(index + 1).map((b) => ({ a: a.path, b: b.path, places: meetings(a.path, b.path) })),
    );
    const [top, next] = pairs.sort((a, b) => b.places - a.places);
    expect([top?.a, top?.b].sort()).toEqual([pathOf('clout'), network].sort());
    expect(top?.places).toBeGreaterThan(next?.places ?? 0);

    expect(meetings(component, network)).toBe(1);
    expect(meetings(component, network, ['004_3c89f54a69fc90ee.txt'])).toBe(1);
    for (const file of texts.keys()) {
      expect(places(component, file).length, file).toBeGreaterThan(0);
      expect(places(network, file).length, file).toBeGreaterThan(0);
    }

    const local = pathOf('no election is local');
    expect(meetings(money, local)).toBeGreaterThan(1);
    expect(meetings(money, local, ['000_4a41a69cea41d9c1.txt'])).toBe(meetings(money, local));
    expect(meetings(money, network)).toBeGreaterThan(1);
    expect(meetings(money, network, ['003_fce9ceef5ec29ab1.txt'])).toBe(meetings(money, network));

    const doubt = pathOf('scepticism');
    for (const name of ['limits of the network', 'herd mentality', 'no election is local'])
      expect(meetings(doubt, pathOf(name)), name).toBeGreaterThan(1);
    expect(meetings(doubt, network)).toBe(1);
  });
});
