import { describe, expect, it } from 'vitest';
import { checkCooccurrence, countUnits } from '../../../src/core/cooccurrence';
import {
  type Choices,
  defaultChoices,
  offeredCoefficients,
  offeredRelations,
  parseChoices,
  queryOf,
  withChange,
} from '../../../src/renderer/features/cooccurrence/choices';

describe('the choices of the co-occurrence view', () => {
  it('CO14 never ask for what is refused, whatever is changed in whatever order', () => {
    let choices: Choices = defaultChoices;
    for (const relation of offeredRelations) {
      for (const count of countUnits) {
        for (const coders of ['united', 'each', 'pooled'] as const) {
          for (const coefficient of [null, ...offeredCoefficients]) {
            choices = withChange(choices, { relation, count, coders });
            choices = withChange(choices, { coefficient });
            expect(checkCooccurrence(queryOf(choices))).toMatchObject({ ok: true });
          }
        }
      }
    }
  });

  it('put the kin of a coefficient in its place when the count changes', () => {
    const documents = withChange(defaultChoices, { count: 'documents' });
    expect(documents.coefficient).toBe('jaccard');
    expect(withChange(documents, { count: 'places' }).coefficient).toBe('c-bounded');
    expect(withChange(defaultChoices, { count: 'pairs' }).coefficient).toBeNull();
    expect(withChange(defaultChoices, { count: 'pairs', coders: 'pooled' }).coefficient).toBe('c');
  });

  it('forget the threshold when the unit of the edges changes, and only then', () => {
    const drawn = withChange(defaultChoices, { threshold: 0.2 });
    expect(withChange(drawn, { order: 'clustered' }).threshold).toBe(0.2);
    expect(withChange(drawn, { coefficient: null }).threshold).toBeNull();
  });

  it('come back from what was remembered as far as it makes sense', () => {
    const chosen = withChange(defaultChoices, {
      relation: 'near',
      distance: 50,
      hidesEmpty: true,
      view: 'list',
    });
    expect(parseChoices(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
    expect(parseChoices({ relation: 'beside', count: 7, distance: -1, sourceIds: ['a', 3] })).toEqual({
      ...defaultChoices,
      sourceIds: ['a'],
    });
    expect(parseChoices('nonsense')).toEqual(defaultChoices);
  });
});
