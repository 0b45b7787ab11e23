import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodeTree, parseCodePath, type TreeCode } from '../../../src/core/code-tree';
import type { CodeId } from '../../../src/core/ids';

const id = (name: string) => name as CodeId;
const code = (name: string, parent: string | null, position: number): TreeCode => ({
  id: id(name),
  parentId: parent === null ? null : id(parent),
  name,
  position,
});
const names = (codes: readonly TreeCode[]) => codes.map(({ name }) => name);

const tree = createCodeTree([
  code('clout', 'Power', 1),
  code('Media', null, 1),
  code('party vs. network', 'Power', 0),
  code('Power', null, 0),
  code('internet', 'Media', 0),
  code('blogs', 'internet', 0),
]);

describe('the code tree', () => {
  it('CT1 writes a path from the top with “ > ” and finds a code by it', () => {
    expect(tree.path(id('blogs'))).toBe('Media > internet > blogs');
    expect(tree.findByPath('Media > internet > blogs')?.id).toBe('blogs');
    expect(tree.findByPath('  Media  >  internet ')?.id).toBe('internet');
    expect(tree.findByPath('Media > clout')).toBeUndefined();
  });

  it('CT1 finds a code whose own name holds the separator', () => {
    const odd = createCodeTree([code('a > b', null, 0)]);
    expect(odd.findByPath('a > b')?.id).toBe('a > b');
  });

  it('CT1 parses levels, keeps a bare “>” in a name, refuses an empty level', () => {
    expect(parseCodePath('Parent > Child')).toEqual(['Parent', 'Child']);
    expect(parseCodePath(' a  b >  c>d ')).toEqual(['a b', 'c>d']);
    expect(parseCodePath('a >  > b')).toBeNull();
    expect(parseCodePath('a > ')).toBeNull();
    expect(parseCodePath('> a')).toBeNull();
    expect(parseCodePath('  ')).toBeNull();
  });

  it('CT2 lists every code before its children, siblings by position', () => {
    expect(names(tree.flattened)).toEqual([
      'Power',
      'party vs. network',
      'clout',
      'Media',
      'internet',
      'blogs',
    ]);
    expect(names(tree.descendants(id('Media')))).toEqual(['internet', 'blogs']);
    expect(names(tree.ancestors(id('blogs')))).toEqual(['Media', 'internet']);
    expect(tree.depth(id('blogs'))).toBe(2);
    expect(tree.nextPosition(id('Power'))).toBe(2);
    expect(tree.nextPosition(id('blogs'))).toBe(0);
  });

  it('CT3 knows where a code must not be moved', () => {
    expect(tree.wouldMakeCycle(id('Media'), id('blogs'))).toBe(true);
    expect(tree.wouldMakeCycle(id('Media'), id('Media'))).toBe(true);
    expect(tree.wouldMakeCycle(id('Media'), id('Power'))).toBe(false);
    expect(tree.wouldMakeCycle(id('blogs'), null)).toBe(false);
  });

  it('CT4 finds a sibling of the same name, however its letters are composed', () => {
    const swedish = createCodeTree([code('gräsrötter', null, 0)]);
    expect(swedish.sibling(null, 'gräsrötter'.normalize('NFD'))?.id).toBe('gräsrötter');
    expect(swedish.sibling(null, 'Gräsrötter')).toBeUndefined();
    expect(swedish.sibling(null, 'gräsrötter', id('gräsrötter'))).toBeUndefined();
    expect(tree.sibling(id('Media'), 'clout')).toBeUndefined();
  });

  it('CT5 holds every code once, whatever the parents say', () => {
    const rows = fc.array(fc.tuple(fc.nat(12), fc.nat(5)), { maxLength: 10 });
    fc.assert(
      fc.property(rows, (parents) => {
        const codes = parents.map(([parent, position], at) =>
          code(String(at), parent === 12 ? null : String(parent), position),
        );
        const whole = createCodeTree(codes);
        expect(names(whole.flattened).sort()).toEqual(names(codes).sort());
        for (const each of codes) expect(whole.path(each.id).endsWith(each.name)).toBe(true);
      }),
      { seed: 20261122 },
    );
  });
});
