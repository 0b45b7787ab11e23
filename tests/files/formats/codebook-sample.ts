import type { CodeId, CoderId } from '../../../src/core/ids';
import type { CodebookCode, CodebookExport } from '../../../src/formats';

/** A codebook that holds what breaks naive writers: markup, formulas, quotes, other scripts, labels as text. */
export function sampleCode(number: number, change: Partial<CodebookCode> = {}): CodebookCode {
  const name = change.name ?? `Code ${number}`;
  return {
    id: sampleId(number),
    parentId: null,
    name,
    color: '#3a7bd5',
    definition: '',
    whenToUse: '',
    whenNotToUse: '',
    examples: '',
    isCodable: true,
    status: 'inUse',
    position: number,
    createdAt: '2026-11-22T10:00:00.000Z',
    modifiedAt: '2026-11-22T11:30:00.000Z',
    coderId: '00000000-0000-4000-8000-0000000000aa' as CoderId,
    path: name,
    depth: 0,
    quotations: number,
    codings: number + 1,
    documents: 1,
    coder: 'Anna Ström',
    ...change,
  };
}

export function sampleId(number: number): CodeId {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as CodeId;
}

export const SAMPLE: CodebookExport = {
  projectName: 'Netroots & <the> "left"',
  exportedAt: '2026-11-22T12:00:00.000Z',
  sets: [
    { id: sampleId(101), name: 'Actors & more', codeIds: [sampleId(2)] },
    { id: sampleId(102), name: '<b>', codeIds: [sampleId(2)] },
  ],
  codes: [
    sampleCode(1, { name: 'Organisation', isCodable: false, codings: 0, quotations: 0, documents: 0 }),
    sampleCode(2, {
      parentId: sampleId(1),
      depth: 1,
      name: 'party vs. network',
      path: 'Organisation > party vs. network',
      color: '#D9822B',
      status: 'candidate',
      sets: ['Actors & more', '<b>'],
      definition:
        'Tension between a party’s hierarchy and a network.\nSecond line.\n\nA new paragraph, <b>not bold</b>.',
      whenToUse: '- when both are named\n- or one is meant',
      whenNotToUse: 'Examples:\nis a label as text',
      examples: '“We don’t take orders.”\n=HYPERLINK("http://example.org")',
    }),
    sampleCode(3, {
      parentId: sampleId(2),
      depth: 2,
      name: '=1+1 <script>alert(1)</script>',
      path: 'Organisation > party vs. network > =1+1 <script>alert(1)</script>',
    }),
    sampleCode(4, {
      name: 'Öppenhet 😀 開放',
      color: '#fff',
      definition: '-5 \'quoted\', "twice"; # not a heading',
    }),
    sampleCode(5, { name: 'constructor', color: 'no colour' }),
  ],
};
