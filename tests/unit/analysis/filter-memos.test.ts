import { describe, expect, it } from 'vitest';
import type { MemoRow } from '../../../src/contract/queries';
import { filterMemos } from '../../../src/renderer/features/memos/filter-memos';

function memo(text: string, on: string, modifiedAt: string, kind: 'code' | 'source' = 'code'): MemoRow {
  return {
    id: text as never,
    target: { kind, id: 'x' as never },
    title: '',
    typeId: null,
    typeName: null,
    text,
    content: null,
    on,
    coderName: 'Ana',
    coderId: 'ana' as never,
    createdAt: modifiedAt,
    modifiedAt,
  };
}

const memos = [
  memo('Power is claimed', 'clout', '2026-11-20T10:00:00.000Z'),
  memo('Read twice', 'Förändring', '2026-11-22T10:00:00.000Z', 'source'),
  memo('Power is shown', 'party vs. network', '2026-11-21T10:00:00.000Z'),
];

describe('the list of memos', () => {
  it('shows the newest first', () => {
    expect(filterMemos(memos, { kind: 'all', search: '' }).map(({ text }) => text)).toEqual([
      'Read twice',
      'Power is shown',
      'Power is claimed',
    ]);
  });

  it('finds every word in the text or in what the memo is on, in any case', () => {
    expect(filterMemos(memos, { kind: 'all', search: 'power CLOUT' }).map(({ on }) => on)).toEqual(['clout']);
    expect(filterMemos(memos, { kind: 'all', search: 'förändring' })).toHaveLength(1);
    expect(filterMemos(memos, { kind: 'source', search: 'power' })).toHaveLength(0);
  });
});
