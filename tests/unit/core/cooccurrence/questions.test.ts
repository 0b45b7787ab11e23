import { describe, expect, it } from 'vitest';
import {
  defaultCooccurrenceQuery as base,
  checkCooccurrence,
  coderModes,
  coefficients,
  countUnits,
  describeCooccurrence,
  descriptionParts,
  descriptionTemplates,
  formatValue,
  matrixCsv,
  matrixOrder,
  pairRows,
  possibleCoefficients,
  type Relation,
} from '../../../../src/core/cooccurrence';
import type { SourceId } from '../../../../src/core/ids';
import { compute, dataOf } from './small-project';

const relations: readonly Relation[] = [
  ...(
    [
      'overlaps',
      'equals',
      'within',
      'encloses',
      'same-sentence',
      'same-paragraph',
      'same-turn',
      'same-document',
    ] as const
  ).map((kind) => ({ kind })),
  ...(['characters', 'words', 'sentences', 'paragraphs'] as const).map(
    (unit) => ({ kind: 'near', distance: 1200, unit }) as const,
  ),
  ...(['follows', 'precedes'] as const).flatMap((kind) =>
    (['paragraph', 'turn', 'document'] as const).map((scope) => ({ kind, scope })),
  ),
];

describe('questions that can’t be answered', () => {
  it.each([
    [
      { coefficient: 'c' },
      'The coefficient c compares pairs of codings: count pairs, with the coders each or pooled.',
    ],
    [{ coefficient: 'c', count: 'pairs', coders: 'united' }, 'The coefficient c compares pairs of codings'],
    [{ coefficient: 'c-bounded', count: 'pairs' }, 'The bounded c compares places: count places.'],
    [{ coefficient: 'jaccard', count: 'places' }, 'Jaccard’s coefficient needs shared characters'],
    [
      { coefficient: 'jaccard', count: 'characters', relation: { kind: 'within' } },
      'Jaccard’s coefficient needs',
    ],
    [
      { coefficient: 'given-row', count: 'documents' },
      'The conditional share is one of places or characters',
    ],
    [
      { relation: { kind: 'near', distance: -1, unit: 'characters' } },
      'must be a whole number from 0, not -1',
    ],
    [{ relation: { kind: 'near', distance: 1.5, unit: 'words' } }, 'must be a whole number from 0, not 1.5'],
    [
      { relation: { kind: 'near', distance: 1, unit: 'pages' } },
      'characters, words, sentences or paragraphs',
    ],
  ])('CO14 refuses %j with a sentence', (part, sentence) => {
    const result = checkCooccurrence({ ...base, ...part } as typeof base);
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(result.ok ? '' : result.error.message).toContain(sentence);
  });

  it('CO14 offers exactly the coefficients that it does not refuse', () => {
    for (const relation of relations) {
      for (const count of countUnits) {
        for (const coders of coderModes) {
          const question = { relation, count, coders };
          const answered = coefficients.filter(
            (coefficient) => checkCooccurrence({ ...base, ...question, coefficient }).ok,
          );
          expect(possibleCoefficients(question)).toEqual(answered);
        }
      }
    }
  });
});

describe('the definition in words', () => {
  it('CO17 says what a cell counts, the coefficient, the coders and the filters', () => {
    expect(describeCooccurrence(base)).toBe(
      'A cell counts the distinct places where both codes cover the same characters. A passage that several coders gave the same code counts once.',
    );
    const query = {
      ...base,
      relation: { kind: 'near', distance: 1200, unit: 'characters' },
      count: 'pairs',
      coders: 'pooled',
      coefficient: 'c',
      withSubcodes: true,
      sourceIds: ['a' as SourceId],
    } as const;
    const result = { considered: { codings: 1078, documents: 5, coders: 1 }, hidden: { codings: 12 } };
    expect(describeCooccurrence(query, result)).toBe(
      'A cell counts the pairs, one of each code, that are at most 1,200 characters apart. ' +
        'The coefficient is c = n12 / (n1 + n2 − n12), n12 the pairs, n1 and n2 the codings of the two codes; it can leave 0 to 1. ' +
        'Every coding counts, across the coders. A code stands for itself and all its subcodes. Only 1 chosen document counts. ' +
        '1,078 codings in 5 documents, 1 coder; 12 codings are hidden by filters.',
    );
  });

  it('CO17 has a sentence for every question', () => {
    for (const relation of relations) {
      for (const count of countUnits) {
        for (const coders of coderModes) {
          const question = { ...base, relation, count, coders };
          for (const coefficient of [null, ...possibleCoefficients(question)]) {
            const keys = descriptionParts({ ...question, coefficient }).map(({ key }) => key);
            expect(keys.filter((key) => !(key in descriptionTemplates))).toEqual([]);
            expect(describeCooccurrence({ ...question, coefficient })).not.toMatch(/\{\{|undefined/);
          }
        }
      }
    }
  });
});

describe('the table in rows', () => {
  const data = dataOf({
    texts: ['x'.repeat(100)],
    parents: [-1, 0, -1],
    codings: [
      [0, 0, 10],
      [1, 5, 20],
      [2, 8, 30],
      [2, 40, 50],
    ],
  });
  const paths = ['Power', 'Power > clout', 'Media'];

  it('CO18 has a header of code paths and one row a code, own counts on the diagonal', () => {
    expect(matrixCsv(compute(data, {}), paths)).toEqual([
      ['code', 'Power', 'Power > clout', 'Media'],
      ['Power', '1', '1', '1'],
      ['Power > clout', '1', '1', '1'],
      ['Media', '1', '1', '2'],
    ]);
  });

  it('CO18 holds the coefficient where one is asked for, and nothing where “–” is printed', () => {
    const result = compute(data, { coefficient: 'c-bounded', withSubcodes: true });
    expect(matrixCsv(result, paths)).toEqual([
      ['code', 'Power', 'Power > clout', 'Media'],
      ['Power', '1', '', '0.5'],
      ['Power > clout', '', '1', '0.5'],
      ['Media', '0.5', '0.5', '2'],
    ]);
    const third = compute(data, { coefficient: 'jaccard', count: 'characters' });
    expect(matrixCsv(third, paths)[1]).toEqual(['Power', '10', '0.25', '0.05']);
  });

  it('CO18 lists each pair of a symmetric table once, strongest first', () => {
    const pairs = pairRows(compute(data, { count: 'characters' }));
    expect(pairs.map(({ row, column, count }) => [row, column, count])).toEqual([
      [1, 2, 12],
      [0, 1, 5],
      [0, 2, 2],
    ]);
    const oneWay = pairRows(compute(data, { relation: { kind: 'precedes', scope: 'document' } }));
    expect(oneWay.map(({ row, column }) => [row, column])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('CO18 prints whole counts, two decimals, “–” and “∞”', () => {
    expect([formatValue(1234, false), formatValue(0.2666, true), formatValue(-0.5, true)]).toEqual([
      '1,234',
      '0.27',
      '−0.50',
    ]);
    expect([formatValue(Number.NaN, true), formatValue(Number.POSITIVE_INFINITY, true)]).toEqual(['–', '∞']);
  });

  it('CO19 orders rows as the tree, by own count, or with codes that meet beside each other', () => {
    const meeting = dataOf({
      texts: ['x'.repeat(100)],
      parents: [-1, -1, -1, -1, -1],
      codings: [
        [0, 0, 10],
        [1, 20, 30],
        [2, 0, 10],
        [3, 20, 30],
        [3, 40, 45],
        [4, 90, 95],
      ],
    });
    const result = compute(meeting, { count: 'characters' });
    expect(matrixOrder(result, 'tree')).toEqual([0, 1, 2, 3, 4]);
    expect(matrixOrder(result, 'count')).toEqual([3, 0, 1, 2, 4]);
    expect(matrixOrder(result, 'clustered')).toEqual([0, 2, 1, 3, 4]);
  });
});
