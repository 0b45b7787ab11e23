import { describe, expect, it } from 'vitest';
import { placeNames } from '../../../src/renderer/editor/model/name-places';
import { createRandom } from './random';

const room = { height: 16, furthest: 32, limit: 10_000 };

describe('names in the margin', () => {
  it('leaves a name where it wants to be when nothing is in its way', () => {
    expect(placeNames([{ top: 10 }, { top: 100 }], room)).toEqual({
      placed: [
        { index: 0, top: 10 },
        { index: 1, top: 100 },
      ],
      folded: [],
    });
  });

  it('moves names down so that none covers another', () => {
    expect(placeNames([{ top: 10 }, { top: 10 }, { top: 20 }], room).placed.map(({ top }) => top)).toEqual([
      10, 26, 42,
    ]);
  });

  it('folds what would land too far from its bracket into one sign that counts the name it replaces', () => {
    const { placed, folded } = placeNames(
      Array.from({ length: 6 }, () => ({ top: 0 })),
      room,
    );
    expect(placed).toEqual([
      { index: 0, top: 0 },
      { index: 1, top: 16 },
    ]);
    expect(folded).toEqual([{ indexes: [2, 3, 4, 5], top: 32 }]);
  });

  it('starts anew after a fold', () => {
    const { placed, folded } = placeNames(
      [...Array.from({ length: 4 }, () => ({ top: 0 })), { top: 200 }],
      room,
    );
    expect(folded).toEqual([{ indexes: [2, 3], top: 32 }]);
    expect(placed.at(-1)).toEqual({ index: 4, top: 200 });
  });

  it('accounts for every name once and lets no two collide, however dense', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createRandom(seed);
      const wanted = Array.from({ length: 40 }, () => ({ top: random.below(600) })).sort(
        (a, b) => a.top - b.top,
      );
      const { placed, folded } = placeNames(wanted, { ...room, limit: 640 });
      const all = [...placed.map(({ index }) => index), ...folded.flatMap(({ indexes }) => indexes)];
      expect(
        all.sort((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual(wanted.map((_, index) => index));
      const tops = [...placed, ...folded].map(({ top }) => top).sort((a, b) => a - b);
      for (const [at, top] of tops.entries()) {
        if (at > 0) expect(top - (tops[at - 1] ?? 0), `seed ${seed}`).toBeGreaterThanOrEqual(room.height);
      }
    }
  });
});
