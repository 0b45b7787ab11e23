import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CooccurrenceQuery,
  cellQuotations,
  coderModes,
  countUnits,
  possibleCoefficients,
  type Relation,
} from '../../../../src/core/cooccurrence';
import type { CodeId } from '../../../../src/core/ids';
import { oracle } from './oracle';
import { compute, dataOf, type SmallCoding, type SmallProject } from './small-project';

const relations: readonly Relation[] = [
  { kind: 'overlaps' },
  { kind: 'equals' },
  { kind: 'within' },
  { kind: 'encloses' },
  { kind: 'same-sentence' },
  { kind: 'same-paragraph' },
  { kind: 'same-turn' },
  { kind: 'same-document' },
  { kind: 'near', distance: 0, unit: 'characters' },
  { kind: 'near', distance: 5, unit: 'characters' },
  { kind: 'near', distance: 2, unit: 'words' },
  { kind: 'near', distance: 0, unit: 'sentences' },
  { kind: 'near', distance: 1, unit: 'sentences' },
  { kind: 'near', distance: 1, unit: 'paragraphs' },
  { kind: 'follows', scope: 'paragraph' },
  { kind: 'follows', scope: 'turn' },
  { kind: 'follows', scope: 'document' },
  { kind: 'precedes', scope: 'paragraph' },
  { kind: 'precedes', scope: 'turn' },
  { kind: 'precedes', scope: 'document' },
];

const longest = 40;
const anyText = fc
  .array(fc.constantFrom('Ab ', 'c', 'De.', '. ', ' ', '\n', '\n\n', 'F!', '’'), {
    minLength: 8,
    maxLength: 24,
  })
  .map((parts) => parts.join('').padEnd(longest, ' x'));
const anyCoding: fc.Arbitrary<SmallCoding> = fc
  .tuple(fc.nat(4), fc.nat(longest - 1), fc.integer({ min: 1, max: 14 }), fc.nat(1), fc.nat(2))
  .map(([code, start, length, source, coder]) => [
    code,
    start,
    Math.min(longest, start + length),
    source,
    coder,
  ]);
const anyTurns = fc
  .uniqueArray(fc.nat(longest), { minLength: 2, maxLength: 8 })
  .map((ends) => ends.sort((a, b) => a - b))
  .map((ends) =>
    ends.flatMap((start, index) => {
      const end = ends[index + 1];
      // Two turns may touch, and there may be something between them.
      return end === undefined || (start % 3 === 0 && index > 0) ? [] : [{ start, end }];
    }),
  );
const anyProject: fc.Arbitrary<SmallProject> = fc.record({
  codings: fc.array(anyCoding, { maxLength: 24 }),
  texts: fc.tuple(anyText, anyText),
  parents: fc.constantFrom([-1, -1, -1, -1, -1], [-1, 0, 1, -1, 3], [-1, 0, 0, 0, -1], [-1, 0, 1, 2, 3]),
  coders: fc.constant(3),
  turns: fc.tuple(anyTurns, anyTurns),
});

function* queriesFor(relation: Relation): Generator<CooccurrenceQuery> {
  for (const count of countUnits) {
    for (const coders of coderModes) {
      for (const withSubcodes of [false, true]) {
        const query = { relation, count, coders, withSubcodes };
        yield query;
        for (const coefficient of possibleCoefficients(query)) yield { ...query, coefficient };
      }
    }
  }
}

const nameOf = (relation: Relation) => Object.values(relation).join(' ');
const rounded = (values: Iterable<number>) => Array.from(values, (value) => Math.round(value * 1e9) / 1e9);

describe.each(relations.map((relation) => ({ name: nameOf(relation), relation })))(
  'relation $name',
  ({ relation }) => {
    it('CO4 to CO13 agree with the definitions applied to every character, in every unit, mode and coefficient', () => {
      fc.assert(
        fc.property(anyProject, (project) => {
          const data = dataOf(project);
          for (const query of queriesFor(relation)) {
            const found = compute(data, query);
            const expected = oracle(project, query);
            expect({ query, values: rounded(found.counts) }).toEqual({
              query,
              values: rounded(expected.counts),
            });
            if (!expected.coefficients) continue;
            const values = rounded(found.coefficients ?? []);
            expect({ query, values }).toEqual({ query, values: rounded(expected.coefficients) });
          }
        }),
        { seed: 20261122, numRuns: 20 },
      );
    });

    it('CO16 opens as many places behind a cell as the cell says', () => {
      fc.assert(
        fc.property(anyProject, (project) => {
          const data = dataOf(project);
          for (const query of queriesFor(relation)) {
            if (query.coefficient) continue;
            const { counts, size } = compute(data, query);
            for (let at = 0; at < size * size; at += 1) {
              const [row, column] = [Math.floor(at / size), at % size];
              const places = cellQuotations(data, query, {
                row: `code${row}` as CodeId,
                column: `code${column}` as CodeId,
              });
              if (!places.ok) throw new Error(places.error.message);
              const listed = {
                pairs: places.value.length,
                places: places.value.length,
                characters: places.value.reduce((sum, { start, end }) => sum + end - start, 0),
                documents: new Set(places.value.map(({ sourceIndex }) => sourceIndex)).size,
              }[query.count];
              const said = counts[at] ?? 0;
              expect({ query, row, column, listed }).toEqual({
                query,
                row,
                column,
                listed: Number.isNaN(said) ? 0 : said,
              });
              expect(
                places.value.every(
                  ({ rowCodings, columnCodings }) => rowCodings.length * columnCodings.length > 0,
                ),
              ).toBe(true);
            }
          }
        }),
        { seed: 20261122, numRuns: 6 },
      );
    });
  },
);
