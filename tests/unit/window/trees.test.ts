import { describe, expect, it } from 'vitest';
import type { CodeRow, SourceRow } from '../../../src/contract/queries';
import type { SourceFolder } from '../../../src/core/entities';
import type { CodeId, CoderId, FolderId, SourceId } from '../../../src/core/ids';
import {
  type CodesQuestion,
  codesAsTree,
  codesModel,
} from '../../../src/renderer/features/codes/codes-model';
import { documentsModel, sourceIdsOf } from '../../../src/renderer/features/documents/documents-model';

const at = '2026-11-22T10:00:00.000Z';
const coderId = 'coder' as CoderId;

function code(path: string, position = 0): CodeRow {
  const names = path.split(' > ');
  return {
    id: path as CodeId,
    parentId: names.length > 1 ? (names.slice(0, -1).join(' > ') as CodeId) : null,
    name: names.at(-1) ?? '',
    path,
    depth: names.length - 1,
    color: '#3a7bd5',
    definition: '',
    whenToUse: '',
    whenNotToUse: '',
    examples: '',
    isCodable: true,
    status: 'inUse',
    position,
    createdAt: at,
    modifiedAt: at,
    coderId,
    quotations: 0,
    codings: 0,
    documents: 0,
    codingsWithSubcodes: 0,
    hasMemo: false,
  };
}

/** The rows that the tree shows when all is open, from the top. */
function shownCodes(filter: string): readonly string[] {
  const codes = ['Power', 'Power > party vs. network', 'Power > clout', 'Média', 'Média > herd mentality'];
  const model = codesModel(codesAsTree(codes.map(code)), { filter });
  const walk = (id: string | null): readonly string[] =>
    model.childIds(id).flatMap((child) => [child, ...walk(child)]);
  return walk(null);
}

describe('the filter of codes', () => {
  it('shows everything while it is empty', () => {
    expect(shownCodes('  ')).toHaveLength(5);
  });

  it('finds parts of names and shows what they stand under', () => {
    expect(shownCodes('clou')).toEqual(['Power', 'Power > clout']);
  });

  it('does not mind case and accents', () => {
    expect(shownCodes('MEDIA')).toEqual(['Média']);
  });

  it('takes words from the path, one of them from the name itself', () => {
    expect(shownCodes('power party')).toEqual(['Power', 'Power > party vs. network']);
    expect(shownCodes('media herd')).toEqual(['Média', 'Média > herd mentality']);
    expect(shownCodes('herd power')).toEqual([]);
  });
});

describe('what else shapes the tree of codes', () => {
  const rows: CodeRow[] = [
    code('Power', 1),
    { ...code('Power > clout', 1), codings: 2, codingsWithSubcodes: 2 },
    { ...code('Power > Party 10', 2), status: 'retired' },
    { ...code('Power > party 9', 3), codings: 7, codingsWithSubcodes: 7 },
    code('Media', 0),
  ];
  const shown = (question: Partial<CodesQuestion>) => {
    const model = codesModel(codesAsTree(rows), question);
    const walk = (id: string | null): readonly string[] =>
      model.childIds(id).flatMap((child) => [child, ...walk(child)]);
    return walk(null);
  };

  it('orders siblings by name, figures as numbers, or by codings', () => {
    expect(shown({})).toEqual(['Media', 'Power', 'Power > clout', 'Power > Party 10', 'Power > party 9']);
    expect(shown({ sort: 'name' })).toEqual([
      'Media',
      'Power',
      'Power > clout',
      'Power > party 9',
      'Power > Party 10',
    ]);
    expect(shown({ sort: 'codings' }).slice(2)).toEqual([
      'Power > party 9',
      'Power > clout',
      'Power > Party 10',
    ]);
    expect(codesModel(codesAsTree(rows), { sort: 'name' }).isInOwnOrder).toBe(false);
  });

  it('shows the codes of a set with what they stand under', () => {
    expect(shown({ within: new Set(['Power > clout' as CodeId]) })).toEqual(['Power', 'Power > clout']);
    expect(shown({ within: new Set(['Power > clout' as CodeId]), filter: 'media' })).toEqual([]);
  });

  it('leaves out what is retired', () => {
    expect(shown({ hidesRetired: true })).not.toContain('Power > Party 10');
    expect(shown({ hidesRetired: true })).toHaveLength(4);
  });
});

function folder(id: string, parentId: string | null, position: number): SourceFolder {
  return { id: id as FolderId, parentId: parentId as FolderId | null, name: id, position };
}

function source(id: string, folderId: string | null, position: number): SourceRow {
  return {
    id: id as SourceId,
    folderId: folderId as FolderId | null,
    name: id,
    position,
    characters: 1,
    createdAt: at,
    modifiedAt: at,
    coderId,
    quotations: 0,
    codings: 0,
    hasMemo: false,
  };
}

describe('the tree of documents', () => {
  const model = documentsModel({
    folders: [folder('posts', null, 1), folder('old', 'posts', 0), folder('lost', 'gone', 5)],
    sources: [source('b', null, 2), source('a', null, 0), source('c', 'old', 0), source('d', 'nowhere', 9)],
  });

  it('orders folders and documents together', () => {
    expect(model.childIds(null)).toEqual(['a', 'posts', 'b', 'lost', 'd']);
  });

  it('keeps what lies in a folder that is missing, at the top', () => {
    expect(model.childIds(null)).toContain('lost');
    expect(model.childIds(null)).toContain('d');
  });

  it('knows what is in a folder at any depth', () => {
    expect(sourceIdsOf(model, ['posts', 'a'])).toEqual(['c', 'a']);
    expect(model.isWithin('old', 'posts')).toBe(true);
    expect(model.isWithin('posts', 'old')).toBe(false);
  });

  it('ends on a ring of folders', () => {
    const ring = documentsModel({ folders: [folder('x', 'y', 0), folder('y', 'x', 0)], sources: [] });
    expect(ring.isWithin('x', 'z')).toBe(false);
  });
});
