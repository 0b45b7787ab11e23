import { z } from 'zod';
import type { CodeId, SourceId } from '../core/ids';
import type { FlatSpans } from '../core/text';
import { searchPattern } from './find';
import { codePath, each, id, line, position } from './schema';

const sourceId = id<SourceId>();
const speaker = z.string().max(500);

/** What is looked for, and how much around each hit is coded; see AC1 to AC6 in `docs/SPEC.md`. */
export const autocodeRule = z.object({
  find: z.discriminatedUnion('kind', [
    /** Words, terms or an expression; `speakers`: only in what these say. */
    z.object({
      kind: z.literal('words'),
      pattern: searchPattern,
      speakers: z.array(speaker).min(1).optional(),
    }),
    /** All that these speakers say. */
    z.object({ kind: z.literal('speakers'), speakers: z.array(speaker).min(1) }),
    /** The text below the headings in which the words stand. */
    z.object({ kind: z.literal('headings'), pattern: searchPattern }),
  ]),
  unit: z.enum(['match', 'sentence', 'paragraph', 'turn']),
  sourceIds: z.array(sourceId).optional(),
});

export const autocodeQueries = {
  /** A part of all places that would be coded, in the order of the documents; goes on as `find.page` does. */
  'autocode.page': z.object({
    rule: autocodeRule,
    /** The code that is to be given, so that places that have it are told apart. */
    codeId: id<CodeId>().optional(),
    after: sourceId.nullable().optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type AutocodeRule = z.output<typeof autocodeRule>;
export type AutocodeUnit = AutocodeRule['unit'];

/** `new`: without the code; `inside`: in a longer passage that has it; `coded`: has it, by the coder at work. */
export const placeStates = ['new', 'inside', 'coded'] as const;

export interface AutocodePlaces {
  readonly sourceId: SourceId;
  /** What would be coded, in code points, ends exclusive; in order and apart. */
  readonly spans: FlatSpans;
  /** Of each place the first hit in it. */
  readonly hits: FlatSpans;
  /** Of each place how many hits are in it. */
  readonly counts: Int32Array;
  /** Of each place an index into `placeStates`. */
  readonly states: Uint8Array;
}

export interface AutocodePage {
  readonly found: readonly AutocodePlaces[];
  readonly next: SourceId | null;
  readonly documents: { readonly searched: number; readonly all: number };
  /** A document has more hits than are told. */
  readonly isCut: boolean;
}

export interface AutocodeResults {
  'autocode.page': AutocodePage;
}

const flatSpans = z.custom<FlatSpans>(
  (value) => value instanceof Int32Array && value.length > 0 && value.length % 2 === 0,
  'must be an Int32Array of starts and ends',
);

export const autocodeCommands = {
  /**
   * Applies codes to many passages in one step; what is already there stays as it is, and the codes at `newPaths` are
   * made where they are missing.
   */
  'coding.applyMany': {
    kind: 'change',
    args: z.object({
      codeIds: each(id<CodeId>()),
      newPaths: z.array(codePath).optional(),
      places: z.array(z.object({ sourceId, start: position, end: position })).min(1),
    }),
  },
  /** One code on many passages in one step; what is there already stays as it is. */
  'coding.autocode': {
    kind: 'change',
    args: z.object({
      /** The code that is there, or the path of one (names from the top), which is made where it is missing. */
      code: z.union([z.object({ id: id<CodeId>() }), z.object({ path: codePath })]),
      documents: z.array(z.object({ sourceId, spans: flatSpans })).min(1, 'must have at least one document'),
      /** What was looked for, in a line, for the history. */
      words: line,
    }),
  },
} as const;
