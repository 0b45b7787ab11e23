import { describe, expect, it } from 'vitest';
import type { CodeRow } from '../../../src/contract/queries';
import type { CodeId } from '../../../src/core/ids';
import { besidePassage, placeFloating } from '../../../src/renderer/features/coding/floating-place';
import { toolbarCodes } from '../../../src/renderer/features/coding/toolbar-codes';

const codes = (...names: string[]) => names.map((name) => ({ id: name, name }) as unknown as CodeRow);
const shown = (recent: readonly CodeRow[], ...present: string[]) =>
  toolbarCodes(recent, new Set(present as CodeId[]), used).map(
    ({ code, index }) => `${index + 1} ${code.name}`,
  );
let used: CodeId[] = [];

describe('codes in the toolbar', () => {
  it('are the four most recent while their names are short', () => {
    expect(shown(codes('doubt', 'irony', 'power', 'clout', 'money'))).toEqual([
      '1 doubt',
      '2 irony',
      '3 power',
      '4 clout',
    ]);
  });

  it('are fewer rather than cut', () => {
    expect(shown(codes('scale of participation', 'owning the platform', 'amplifying the message'))).toEqual([
      '1 scale of participation',
      '2 owning the platform',
    ]);
    expect(shown(codes('x'.repeat(200)))).toHaveLength(1);
  });

  it('are those applied last where not all fit, each at its own place', () => {
    used = ['amplifying the message', 'scale of participation'] as CodeId[];
    expect(shown(codes('scale of participation', 'owning the platform', 'amplifying the message'))).toEqual([
      '1 scale of participation',
      '3 amplifying the message',
    ]);
    used = [];
  });

  it('hold those that the passage has, under their own digits', () => {
    expect(shown(codes('doubt', 'irony', 'power', 'clout', 'money', 'herd'), 'herd', 'money')).toEqual([
      '1 doubt',
      '2 irony',
      '5 money',
      '6 herd',
    ]);
  });
});

describe('the toolbar', () => {
  const bounds = { left: 0, top: 100, right: 700, bottom: 800 };
  const size = { width: 400, height: 34 };
  const place = (edges: Parameters<typeof besidePassage>[0]) =>
    placeFloating({
      ...besidePassage(edges, { ...size, top: bounds.top }),
      ...size,
      bounds,
      prefer: 'above',
    });
  const last = { left: 50, right: 500, top: 400, bottom: 424 };

  it('stands above the first row of its passage', () => {
    const first = { left: 80, right: 600, top: 300, bottom: 324 };
    expect(place({ first, last })).toEqual({ left: 80, top: 258 });
  });

  it('stands upon the passage, not upon the line after it, when its beginning is out of sight', () => {
    const first = { left: 80, right: 600, top: -900, bottom: -876 };
    expect(place({ first, last })).toEqual({ left: 100, top: 358 });
  });

  it('stands below where there is no other room', () => {
    const first = { left: 80, right: 600, top: 104, bottom: 128 };
    expect(place({ first, last: first }).top).toBe(136);
  });
});
