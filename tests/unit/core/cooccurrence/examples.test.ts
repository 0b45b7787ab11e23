import { describe, expect, it } from 'vitest';
import {
  cellWarnings,
  computeCooccurrence,
  defaultCooccurrenceQuery,
} from '../../../../src/core/cooccurrence';
import type { CodeId, CoderId, SourceId } from '../../../../src/core/ids';
import { cell, compute, dataOf, type SmallCoding } from './small-project';

const [A, B, C] = [0, 1, 2];
const text = 'x'.repeat(100);
const worked = dataOf({
  texts: [text],
  parents: [-1, -1, -1],
  codings: [
    [A, 0, 10],
    [A, 8, 20],
    [B, 5, 9],
    [B, 30, 40],
    [C, 20, 30],
  ],
});
const pooledPairs = { count: 'pairs', coders: 'pooled' } as const;
const characters = { count: 'characters' } as const;

describe('the worked example', () => {
  it('CO2 unites spans of a code that overlap or touch into places', () => {
    const { counts } = compute(worked, {});
    expect([cell(counts, A, A), cell(counts, B, B), cell(counts, C, C)]).toEqual([1, 2, 1]);
  });

  it('CO4 counts A and B as 2 pairs pooled, 1 pair united, 1 place, 4 characters, 1 document', () => {
    expect(cell(compute(worked, pooledPairs).counts, A, B)).toBe(2);
    expect(cell(compute(worked, { count: 'pairs' }).counts, A, B)).toBe(1);
    expect(cell(compute(worked, { count: 'places' }).counts, A, B)).toBe(1);
    expect(cell(compute(worked, characters).counts, A, B)).toBe(4);
    expect(cell(compute(worked, { count: 'documents' }).counts, A, B)).toBe(1);
  });

  it('CO4 counts touching spans as apart, CO6 but near by 0 characters', () => {
    expect(cell(compute(worked, {}).counts, A, C)).toBe(0);
    const near = compute(worked, { relation: { kind: 'near', distance: 0, unit: 'characters' } });
    expect(cell(near.counts, A, C)).toBe(1);
    expect(cell(near.counts, C, A)).toBe(1);
  });

  it('CO13 has c = 1, c bounded = 0.5, Jaccard = 0.1333, P(B given A) = 0.2, P(A given B) = 4/14', () => {
    expect(cell(compute(worked, { ...pooledPairs, coefficient: 'c' }).coefficients, A, B)).toBe(1);
    expect(cell(compute(worked, { coefficient: 'c-bounded' }).coefficients, A, B)).toBe(0.5);
    expect(cell(compute(worked, { ...characters, coefficient: 'jaccard' }).coefficients, A, B)).toBeCloseTo(
      0.1333,
      4,
    );
    expect(cell(compute(worked, { ...characters, coefficient: 'given-row' }).coefficients, A, B)).toBe(
      4 / 20,
    );
    expect(cell(compute(worked, { ...characters, coefficient: 'given-column' }).coefficients, A, B)).toBe(
      4 / 14,
    );
  });

  it('CO15 flags a c beyond 1: one A over five separate B gives c = 5, bounded 0.2', () => {
    const codings = [0, 20, 40, 60, 80].map((start): SmallCoding => [B, start, start + 10]);
    const data = dataOf({ texts: [text], parents: [-1, -1], codings: [[A, 0, 100], ...codings] });
    const pooled = compute(data, { ...pooledPairs, coefficient: 'c' });
    expect(cell(pooled.coefficients, A, B)).toBe(5);
    expect(cellWarnings(pooled, A, B)).toEqual(['small-counts', 'out-of-range']);
    expect(pooled.warnings).toContainEqual({ kind: 'out-of-range', cells: Int32Array.of(1, 2) });
    const bounded = compute(data, { coefficient: 'c-bounded' });
    expect(cell(bounded.coefficients, A, B)).toBe(0.2);
    expect(cellWarnings(bounded, A, B)).toEqual(['small-counts']);
  });
});

describe('co-occurrence', () => {
  it('CO12 leaves the cell of a code with its own ancestor empty, and sums the subtree', () => {
    const data = dataOf({
      texts: [text],
      parents: [-1, 0, -1],
      codings: [
        [1, 0, 10],
        [0, 10, 12],
        [2, 5, 11],
      ],
    });
    const { counts } = compute(data, { ...characters, withSubcodes: true });
    expect(Array.from(counts)).toEqual([12, Number.NaN, 6, Number.NaN, 10, 5, 6, 5, 6]);
    expect(cell(compute(data, { withSubcodes: true }).counts, 0, 0)).toBe(1);
  });

  it('CO7 counts a passage that two coders gave the same code once when united, apart in each and pooled', () => {
    const data = dataOf({
      texts: [text],
      parents: [-1, -1],
      coders: 2,
      codings: [
        [A, 0, 10, 0, 0],
        [A, 0, 10, 0, 1],
        [B, 5, 15, 0, 1],
      ],
    });
    const pairs = (coders: 'united' | 'each' | 'pooled') =>
      cell(compute(data, { count: 'pairs', coders }).counts, A, B);
    expect([pairs('united'), pairs('each'), pairs('pooled')]).toEqual([1, 1, 2]);
    const own = (coders: 'united' | 'each' | 'pooled') =>
      cell(compute(data, { count: 'pairs', coders }).counts, A, A);
    expect([own('united'), own('each'), own('pooled')]).toEqual([1, 2, 2]);
    const documents = (coders: 'united' | 'each') =>
      cell(compute(data, { count: 'documents', coders }).counts, A, A);
    expect([documents('united'), documents('each')]).toEqual([1, 1]);
  });

  it('CO11 filters by document, coder and code, and says how many codings that hides', () => {
    const data = dataOf({
      texts: [text, text],
      parents: [-1, -1, -1],
      coders: 2,
      codings: [
        [A, 0, 10, 0, 0],
        [B, 0, 10, 0, 0],
        [B, 0, 10, 1, 0],
        [A, 0, 10, 1, 1],
        [C, 0, 10, 0, 0],
      ],
    });
    const all = compute(data, {});
    expect(all.considered).toEqual({ codings: 5, documents: 2, coders: 2 });
    expect(all.hidden.codings).toBe(0);
    const filtered = compute(data, {
      sourceIds: ['source0' as SourceId],
      coderIds: ['coder0' as CoderId],
      codeIds: ['code1' as CodeId, 'code0' as CodeId],
    });
    expect(filtered.considered).toEqual({ codings: 2, documents: 1, coders: 1 });
    expect(filtered.hidden.codings).toBe(3);
    expect(Array.from(filtered.codes)).toEqual([A, B]);
    expect(Array.from(filtered.counts)).toEqual([1, 1, 1, 1]);
    expect(compute(data, { sourceIds: [] }).considered.codings).toBe(0);
    expect(
      computeCooccurrence(data, { ...defaultCooccurrenceQuery, sourceIds: ['gone' as SourceId] }),
    ).toMatchObject({
      ok: false,
      error: { kind: 'notFound' },
    });
  });

  it('CO11 shows a folder only with subcodes', () => {
    const data = {
      ...dataOf({ texts: [text], parents: [-1, 0], codings: [[1, 0, 10]] }),
      codeIsCodable: Uint8Array.of(0, 1),
    };
    expect(Array.from(compute(data, {}).codes)).toEqual([1]);
    expect(Array.from(compute(data, { withSubcodes: true }).codes)).toEqual([0, 1]);
  });

  it('CO15 warns of codes with fewer than five items and of one over five times the other', () => {
    const many = Array.from({ length: 24 }, (_, at): SmallCoding => [A, at * 4, at * 4 + 3]);
    const few = (count: number) =>
      Array.from({ length: count }, (_, at): SmallCoding => [B, at * 4, at * 4 + 2]);
    const of = (count: number) =>
      compute(dataOf({ texts: [text], parents: [-1, -1], codings: [...many, ...few(count)] }), {});
    expect(cellWarnings(of(4), A, B)).toEqual(['small-counts', 'imbalance']);
    expect(cellWarnings(of(5), A, B)).toEqual([]);
    expect(cellWarnings(of(4), A, A)).toEqual([]);
    expect(of(4).warnings).toEqual([
      { kind: 'small-counts', rows: Int32Array.of(B) },
      { kind: 'imbalance', cells: Int32Array.of(1, 2) },
    ]);
  });

  it('CO13 prints nothing for 0/0 and keeps c of more pairs than codings', () => {
    const empty = dataOf({ texts: [text], parents: [-1, -1], codings: [] });
    expect(cell(compute(empty, { coefficient: 'c-bounded' }).coefficients, A, B)).toBeNaN();
    const dense = dataOf({
      texts: [text],
      parents: [-1, -1],
      codings: [
        [A, 0, 9],
        [A, 1, 9],
        [B, 0, 9],
        [B, 1, 9],
      ],
    });
    const c = compute(dense, { ...pooledPairs, coefficient: 'c' });
    expect(cell(c.coefficients, A, B)).toBe(Number.POSITIVE_INFINITY);
    expect(cellWarnings(c, A, B)).toContain('out-of-range');
  });

  it('CO5 relates a span that touches no unit to nothing, CO6 but counts it as in the next unit for a distance', () => {
    const data = dataOf({
      texts: ['One.\n\nTwo.'],
      parents: [-1, -1, -1],
      codings: [
        [A, 4, 6],
        [B, 0, 10],
        [C, 6, 9],
      ],
    });
    const same = compute(data, { relation: { kind: 'same-paragraph' } }).counts;
    expect([cell(same, A, B), cell(same, B, A), cell(same, A, C), cell(same, B, C)]).toEqual([0, 0, 0, 1]);
    const near = compute(data, { relation: { kind: 'near', distance: 0, unit: 'paragraphs' } }).counts;
    expect([cell(near, A, B), cell(near, A, C), cell(near, C, A)]).toEqual([1, 1, 1]);
  });

  it('CO1 ignores a coding without a character, and takes codings in any order', () => {
    const codings: SmallCoding[] = [
      [B, 30, 40],
      [A, 35, 35],
      [A, 0, 33],
      [B, 2, 5],
    ];
    const { counts } = compute(dataOf({ texts: [text], parents: [-1, -1], codings }), {});
    expect(Array.from(counts)).toEqual([1, 2, 2, 2]);
  });

  it('CO10 works without codes and without documents', () => {
    const none = compute(dataOf({ texts: [], parents: [], codings: [] }), { coefficient: 'c-bounded' });
    expect([none.size, none.counts.length, none.considered.codings]).toEqual([0, 0, 0]);
  });
});
