import { describe, expect, it } from 'vitest';
import type { CodeId, QuotationId } from '../../../src/core/ids';
import type { CodedPassage } from '../../../src/renderer/features/inspector/coded-passages';
import { boardColumns, hindrance, splitArgs } from '../../../src/renderer/features/split/split-board';
import type { SplitDraft } from '../../../src/renderer/features/split/split-store';

const id = 'party' as CodeId;
const passages = ['a', 'b', 'c'].map(
  (name) => ({ row: { quotationId: name }, coders: [] }) as unknown as CodedPassage,
);

function draft(places: Record<string, string>, names: readonly string[] = ['old', '']): SplitDraft {
  return {
    parts: [
      ...names.map((name, index) => ({ key: `p${index + 1}`, name, codeId: null })),
      { key: 'there', name: 'money', codeId: 'money' as CodeId },
    ],
    places: new Map(Object.entries(places) as [QuotationId, string][]),
  };
}

describe('the board of a split', () => {
  it('keeps the order of the document in every column, and what is sorted nowhere in the first', () => {
    const columns = boardColumns(passages, draft({ c: 'p1', a: 'p1', b: 'gone' }));
    expect(columns.map((column) => column.passages.map(({ row }) => row.quotationId))).toEqual([
      ['b'],
      ['a', 'c'],
      [],
      [],
    ]);
  });

  it('asks for the parts that have quotations, new ones by name, others by id', () => {
    const columns = boardColumns(passages, draft({ a: 'p1', b: 'there' }, [' old ']));
    expect(splitArgs(id, columns)).toEqual({
      id,
      parts: [
        { name: 'old', quotationIds: ['a'] },
        { codeId: 'money', quotationIds: ['b'] },
      ],
    });
  });

  it('says what is still missing', () => {
    const say = (
      places: Record<string, string>,
      names?: readonly string[],
      subcodes: readonly { name: string }[] = [],
    ) => hindrance(boardColumns(passages, draft(places, names)), subcodes);
    expect(say({})).toBe('nothingSorted');
    expect(say({ a: 'p2' })).toBe('nameMissing');
    expect(say({ a: 'p1', b: 'p2' }, ['old', 'old '])).toBe('nameTwice');
    expect(say({ a: 'p1' }, ['old'], [{ name: 'old' }])).toBe('nameTaken');
    expect(say({ a: 'p1' })).toBe(null);
    expect(say({ a: 'there' }, [''])).toBe(null);
  });
});
