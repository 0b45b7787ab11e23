import { describe, it } from 'vitest';
import { editByChance } from './walk';

/** `EMIC_EDITS=10000 EMIC_SEED=1`: how many sequences, from which seed (`npm run test:edits`). */
const sequences = Number(process.env.EMIC_EDITS ?? 600);
const seed = Number(process.env.EMIC_SEED ?? 1);

describe('AN random edits', () => {
  it(`AN1 every passage that is left reads its own text after edits by chance (${sequences} sequences)`, () => {
    for (let index = 0; index < sequences; index += 1) editByChance(seed + index);
  }, 600_000);
});
