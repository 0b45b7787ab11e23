import type {
  CooccurrenceData,
  CooccurrenceQuery,
  CooccurrenceResult,
} from '../../../../src/core/cooccurrence';
import { computeCooccurrence, defaultCooccurrenceQuery } from '../../../../src/core/cooccurrence';
import type { CodeId, CoderId, SourceId } from '../../../../src/core/ids';
import { unitSpans } from '../../../../src/core/text';

/** One coding in a test: `[code, start, end]`, then the document and the coder where they are not the first. */
export type SmallCoding = readonly [
  code: number,
  start: number,
  end: number,
  source?: number,
  coder?: number,
];

export interface SmallProject {
  readonly codings: readonly SmallCoding[];
  readonly texts: readonly string[];
  /** Parent of each code, −1 at the top. */
  readonly parents: readonly number[];
  readonly coders?: number;
  /** Of each text; absent: each text is one turn. In order and apart. */
  readonly turns?: readonly (readonly { readonly start: number; readonly end: number }[])[];
}

const named = <T extends string>(prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}` as T);

export function dataOf({ codings, texts, parents, coders = 1, turns }: SmallProject): CooccurrenceData {
  return {
    table: {
      code: Int32Array.from(codings, ([code]) => code),
      start: Int32Array.from(codings, ([, start]) => start),
      end: Int32Array.from(codings, ([, , end]) => end),
      sourceIndex: Int32Array.from(codings, ([, , , source]) => source ?? 0),
      coder: Int32Array.from(codings, ([, , , , coder]) => coder ?? 0),
    },
    codeIds: named<CodeId>('code', parents.length),
    codeParents: Int32Array.from(parents),
    sourceIds: named<SourceId>('source', texts.length),
    coderIds: named<CoderId>('coder', coders),
    unitSpans: (unit, sourceIndex) => {
      const text = texts[sourceIndex] ?? '';
      if (unit !== 'turns') return unitSpans(unit, text);
      const spans = turns?.[sourceIndex] ?? [{ start: 0, end: text.length }];
      return Int32Array.from(spans.flatMap(({ start, end }) => [start, end]));
    },
  };
}

/** The result, or the refusal as a thrown error. */
export function compute(data: CooccurrenceData, query: Partial<CooccurrenceQuery>): CooccurrenceResult {
  const result = computeCooccurrence(data, { ...defaultCooccurrenceQuery, ...query });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function cell(values: Float64Array | null, row: number, column: number): number {
  if (!values) throw new Error('no coefficient was asked for');
  return values[row * Math.sqrt(values.length) + column] ?? Number.NaN;
}
