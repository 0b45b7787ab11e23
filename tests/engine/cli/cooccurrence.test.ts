import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { matrixCsv } from '../../../src/core/cooccurrence';
import { stringifyCsv } from '../../../src/formats';
import { driverOn } from '../support/driver';
import { type Emic, newEmic } from './support/emic';

interface Answer {
  definition: string;
  codes: string[];
  counts: (number | null)[][];
  coefficients: (number | null)[][] | null;
  considered: { codings: number; documents: number; coders: number };
  hidden: { codings: number };
  warnings: { kind: string }[];
  [key: string]: unknown;
}

/** The worked example of the definitions: A [0,10) [8,20), B [5,9) [30,40), C [20,30); and again in a second text. */
const codings = [
  ['A', 'one', 0, 10],
  ['A', 'one', 8, 20],
  ['B', 'one', 5, 9],
  ['B', 'one', 30, 40],
  ['C', 'one', 20, 30],
  ['A', 'two, or three', 0, 5],
  ['C', 'two, or three', 0, 5],
] as const;

describe('CC co-occurrence on the command line', () => {
  let emic: Emic;
  beforeAll(async () => {
    emic = await newEmic();
    await emic.done('new', 'project.emic');
    emic.file('one.txt', 'x'.repeat(100));
    emic.file('two, or three.txt', 'First one.\nSecond one.');
    await emic.done('import', 'project.emic', 'one.txt', 'two, or three.txt');
    for (const code of ['A', 'B', 'C']) await emic.done('code', 'add', 'project.emic', code);
    for (const [code, document, start, end] of codings) {
      const place = ['--document', document, '--start', String(start), '--end', String(end)];
      await emic.done('code', 'apply', 'project.emic', '--code', code, ...place);
    }
  });
  const ask = (...options: string[]) => emic.json<Answer>('cooccurrence', 'project.emic', ...options);

  it('CC1 counts places that overlap, coders united, by default', async () => {
    const answer = await ask();
    expect(answer).toMatchObject({
      relation: { kind: 'overlaps' },
      count: 'places',
      coefficient: null,
      coders: 'united',
      with_subcodes: false,
      documents: null,
      codes: ['A', 'B', 'C'],
      counts: [
        [2, 1, 1],
        [1, 2, 0],
        [1, 0, 2],
      ],
      coefficients: null,
      considered: { codings: 7, documents: 2, coders: 1 },
      hidden: { codings: 0 },
    });
    expect(answer.definition).toContain('distinct places where both codes cover the same characters');
    expect(answer.warnings).toContainEqual({ kind: 'small-counts', codes: ['A', 'B', 'C'] });
  });

  it('CC2 gives the worked example’s figures', async () => {
    const first = ['--documents', 'one'];
    const cell = async (row: number, column: number, ...options: string[]) => {
      const { counts, coefficients } = await ask(...first, ...options);
      return (coefficients ?? counts)[row]?.[column];
    };
    expect(await cell(0, 1, '--count', 'pairs', '--coders', 'pooled')).toBe(2);
    expect(await cell(0, 1, '--count', 'pairs')).toBe(1);
    expect(await cell(0, 1, '--count', 'characters')).toBe(4);
    expect(await cell(0, 2)).toBe(0);
    expect(await cell(0, 2, '--near', '0')).toBe(1);
    expect(await cell(0, 1, '--count', 'pairs', '--coders', 'pooled', '--coefficient', 'c')).toBe(1);
    expect(await cell(0, 1, '--coefficient', 'c-bounded')).toBe(0.5);
    expect(await cell(0, 1, '--count', 'characters', '--coefficient', 'jaccard')).toBeCloseTo(4 / 30);
    expect(await cell(0, 1, '--count', 'characters', '--coefficient', 'given-row')).toBe(0.2);
    expect(await cell(1, 2, '--relation', 'same-document')).toBe(2);
  });

  it('CC3 prints CSV with a header of code paths, the coefficient where asked for', async () => {
    expect(await emic.done('cooccurrence', 'project.emic', '--csv')).toBe(
      'code,A,B,C\r\nA,2,1,1\r\nB,1,2,0\r\nC,1,0,2\r\n',
    );
    const options = ['--coefficient', 'c-bounded', '--documents', 'one'];
    const csv = await emic.done('cooccurrence', 'project.emic', '--csv', ...options);
    expect(csv).toBe('code,A,B,C\r\nA,1,0.5,0\r\nB,0.5,2,0\r\nC,0,0,1\r\n');
    await emic.done('export', 'project.emic', '--what', 'cooccurrence', '--to', 'm.csv', ...options);
    expect(readFileSync(emic.path('m.csv'), 'utf8')).toBe(csv);
  });

  it('CC4 filters by document names, commas in them included, and by codes', async () => {
    const { documents, counts, hidden, considered } = await ask('--documents', 'two, or three');
    expect(documents).toEqual(['two, or three']);
    expect(counts).toEqual([
      [1, 0, 1],
      [0, 0, 0],
      [1, 0, 1],
    ]);
    expect([hidden.codings, considered.codings]).toEqual([5, 2]);
    expect((await ask('--documents', 'two, or three,one')).counts).toEqual((await ask()).counts);
    expect((await ask('--documents', 'one', '--documents', 'two, or three')).counts).toEqual(
      (await ask()).counts,
    );
    expect((await ask('--codes', 'C', '--codes', 'A')).codes).toEqual(['A', 'C']);
  });

  it('CC5 prints a matrix to read, with its definition and its cautions', async () => {
    const text = await emic.done('cooccurrence', 'project.emic');
    expect(text).toContain('A cell counts the distinct places');
    expect(text).toContain('7 codings in 2 documents, 1 coder.');
    expect(text).toContain('\n      1  2  3\n1  A  2  1  1\n2  B  1  2  ·\n3  C  1  ·  2\n');
    expect(text).toContain('Caution: fewer than five of A; B; C.');
  });

  it('CC6 refuses what does not fit together', async () => {
    const refused = (...options: string[]) => emic.refused(1, 'cooccurrence', 'project.emic', ...options);
    expect(await refused('--coefficient', 'c')).toContain('count pairs, with the coders each or pooled');
    expect(await refused('--coefficient', 'jaccard', '--json')).toContain('documents');
    expect(await refused('--near', '-3')).toContain('must not be negative');
  });

  it('CC7 gives the very numbers of the engine, for every relation, count and mode of coders', async () => {
    const engine = driverOn(emic.folder, emic.project);
    await engine.run('project.open', { path: emic.project, readOnly: true });
    const near = { kind: 'near', distance: 12, unit: 'words' } as const;
    const plain = {
      relation: { kind: 'overlaps' },
      count: 'places',
      coders: 'united',
      withSubcodes: false,
    } as const;
    const questions = [
      { options: [], query: {} },
      {
        options: ['--near', '12', '--near-unit', 'words', '--count', 'pairs'],
        query: { relation: near, count: 'pairs' },
      },
      {
        options: ['--relation', 'same-paragraph', '--coders', 'each', '--count', 'documents'],
        query: { relation: { kind: 'same-paragraph' }, coders: 'each', count: 'documents' },
      },
      {
        options: ['--relation', 'precedes', '--scope', 'paragraph', '--subcodes'],
        query: { relation: { kind: 'precedes', scope: 'paragraph' }, withSubcodes: true },
      },
    ] as const;
    for (const { options, query } of questions) {
      const { result, codes } = await engine.query('cooccurrence.matrix', {
        ...plain,
        ...query,
      });
      const expected = stringifyCsv(
        matrixCsv(
          result,
          codes.map(({ path }) => path),
        ),
      );
      expect(await emic.done('cooccurrence', 'project.emic', '--csv', ...options), options.join(' ')).toBe(
        expected,
      );
    }
    await engine.engine.close();
  });
});
