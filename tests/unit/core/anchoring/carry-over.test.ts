import { describe, expect, it } from 'vitest';
import {
  type ChangeList,
  createCarryOver,
  diffText,
  followedBy,
  followedByAll,
} from '../../../../src/core/anchoring';

const base = 'Anna: We raised smal sums.\nBo: Yes, from Netrots.\nAnna: And so on.';

function carry(draft: string, present: string) {
  return createCarryOver(
    base,
    { text: draft, changes: diffText(base, draft) },
    { text: present, changes: diffText(base, present) },
  );
}

describe('CO a draft carried over to a text that was changed elsewhere', () => {
  it('CO1 takes over what the other did not touch, before and behind it', () => {
    const over = carry(
      base.replace('smal', 'small').replace('so on.', 'so forth.'),
      base.replace('Bo: Yes', 'Bo: Oh yes'),
    );
    expect(over.conflicts).toEqual([]);
    expect(over.carried).toBe(2);
    const { text, changes } = over.merged([]);
    expect(text).toBe(
      base.replace('smal', 'small').replace('so on.', 'so forth.').replace('Bo: Yes', 'Bo: Oh yes'),
    );
    expect(changes).toHaveLength(2);
  });

  it('CO2 asks nothing where both corrected the same word alike', () => {
    const over = carry(base.replace('Netrots', 'Netroots'), base.replace('Netrots', 'Netroots'));
    expect(over).toMatchObject({ carried: 0, alike: 1, conflicts: [] });
    expect(over.merged([])).toMatchObject({ text: base.replace('Netrots', 'Netroots'), changes: [] });
  });

  it('CO3 shows what both changed, and takes what is chosen', () => {
    const over = carry(base.replace('smal', 'small'), base.replace('smal', 'tiny'));
    expect(over.conflicts).toMatchObject([{ before: 'smal', present: 'tiny', draft: 'small' }]);
    const word = (choice?: 'present' | 'draft' | 'both') => {
      const { text, conflictPlaces } = over.merged([choice]);
      const [place] = conflictPlaces;
      return text.slice(place?.start, place?.end);
    };
    expect([word(), word('present'), word('draft'), word('both')]).toEqual([
      'tiny',
      'tiny',
      'small',
      'tiny small',
    ]);
  });

  it('CO4 shows what was taken out here and changed there', () => {
    const over = carry(base.replace('Bo: Yes, from Netrots.\n', ''), base.replace('Netrots', 'Netroots'));
    expect(over.conflicts).toHaveLength(1);
    expect(over.conflicts[0]).toMatchObject({ present: 'Bo: Yes, from Netroots.\n', draft: '' });
    expect(over.merged(['draft']).text).toBe(base.replace('Bo: Yes, from Netrots.\n', ''));
  });

  it('CO5 asks which comes first where both put words at one point', () => {
    const at = base.indexOf('Yes');
    const insert = (words: string) => base.slice(0, at) + words + base.slice(at);
    const over = carry(insert('mine '), insert('theirs '));
    expect(over.conflicts).toMatchObject([{ before: '', present: 'theirs ', draft: 'mine ' }]);
    expect(over.merged(['both']).text).toBe(insert('theirs mine '));
  });
});

describe('AN many changes at once', () => {
  it('AN12 they are what they are one after the other, in time that grows with their number only', () => {
    const some: ChangeList = [
      { from: 2, to: 4, length: 5 },
      { from: 10, to: 10, length: 3 },
      { from: 20, to: 24, length: 0 },
    ];
    const next: ChangeList = [
      { from: 0, to: 1, length: 2 },
      { from: 4, to: 9, length: 1 },
      { from: 13, to: 15, length: 0 },
      { from: 40, to: 41, length: 7 },
    ];
    expect(followedByAll(some, next)).toEqual(
      next.reduceRight<ChangeList>((list, change) => followedBy(list, change), some),
    );
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      from: index * 10,
      to: index * 10 + 3,
      length: 5,
    }));
    const began = performance.now();
    const twice = followedByAll(
      followedByAll([], many),
      many.map(({ length }, index) => ({ from: index * 12, to: index * 12 + length, length: 1 })),
    );
    expect(twice).toHaveLength(100_000);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
