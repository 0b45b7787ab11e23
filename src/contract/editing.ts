import { z } from 'zod';
import type { TextChange } from '../core/anchoring';
import type { CodeId, QuotationId, SourceId } from '../core/ids';
import type { FlatSpans } from '../core/text';
import { searchPattern } from './find';
import type { Passage } from './passage';
import { each, id, path, position } from './schema';

const sourceId = id<SourceId>();
const quotationId = id<QuotationId>();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256');
const span = z.object({ start: position, end: position });
/** `[from, to)` of the text before (code points) becomes so many code points; in order, apart or touching. */
const change = z.object({ from: position, to: position, length: position });

/** Correcting the text of a document, with all its quotations. */
export const editingCommands = {
  /**
   * What was typed into a text. `changes` are all of the difference between the text with `baseSha256` and `text`;
   * quotations go along with them. One of which nothing is left is deleted only if `deleteIds` names it.
   */
  'source.editText': {
    kind: 'change',
    args: z.object({
      id: sourceId,
      baseSha256: sha256,
      text: z.string(),
      changes: z.array(change),
      deleteIds: each(quotationId).optional(),
    }),
  },
  /** What a newer text (given, or in a file) would mean for the quotations. Changes nothing. */
  'source.replacePreview': {
    kind: 'task',
    args: z.object({ id: sourceId, path: path.optional(), text: z.string().optional() }),
  },
  /**
   * Puts a newer text in a document's place. Quotations are found in it; `decisions` say where doubtful and lost ones
   * stand (null: nowhere, they are deleted). Those without a decision refuse the change, unless `undecided` says what
   * becomes of all of them.
   */
  'source.replaceText': {
    kind: 'change',
    args: z.object({
      id: sourceId,
      baseSha256: sha256.optional(),
      path: path.optional(),
      text: z.string().optional(),
      decisions: z.array(z.object({ id: quotationId, place: span.nullable() })).optional(),
      undecided: z
        .object({ doubtful: z.enum(['accept', 'drop']).optional(), lost: z.enum(['drop']).optional() })
        .optional(),
    }),
  },

  /** Keeps an edit in progress: `removed` code points from `start` on give way to `inserted`. One for a document. */
  'draft.save': {
    kind: 'note',
    args: z.object({
      sourceId,
      baseSha256: sha256,
      start: position,
      removed: position,
      inserted: z.string(),
      changes: z.array(change),
    }),
  },
  /** Throws an edit in progress away. */
  'draft.discard': { kind: 'note', args: z.object({ sourceId }) },
} as const;

export const editingQueries = {
  /** The edit in progress of a document. */
  'draft.of': z.object({ sourceId }),
  /** The text with which the edit in progress of a document began; null where it is no longer kept. */
  'draft.base': z.object({ sourceId }),
  /** Words in a text that is being typed in. */
  'find.inText': z.object({ pattern: searchPattern, text: z.string() }),
} as const;

/** An edit in progress that was left, or that a crash ended. */
export interface DraftAnswer {
  /** Of the text with which it began. */
  readonly baseSha256: string;
  /** The text is another one by now: the edit has to be carried over to it. */
  readonly isOutdated: boolean;
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
  readonly changes: readonly TextChange[];
  readonly modifiedAt: string;
}

/** What a corrected text did to the quotations of its document. */
export interface TextCorrected {
  readonly characters: number;
  readonly sha256: string;
  /** Quotations at another place than before. */
  readonly moved: number;
  /** Quotations whose words are others than before. */
  readonly reworded: number;
  /** Quotations that came to the place of another, and were united with it. */
  readonly united: number;
  readonly deleted: number;
}

/** A quotation of which somebody has to say where it stands in the newer text. */
export interface AnchorQuestion {
  readonly id: QuotationId;
  readonly codeIds: readonly CodeId[];
  readonly hasMemo: boolean;
  /** In the text as it is. */
  readonly old: Passage;
  /** In the newer text; null where nothing like it was found. */
  readonly proposed: Passage | null;
  /** 0 to 1: how like the words are. */
  readonly score: number;
}

export interface ReplacementPreview {
  readonly baseSha256: string;
  /** The newer text as it would be stored. */
  readonly text: string;
  readonly characters: number;
  /** What the reader of the file had to mend or guess, as sentences. */
  readonly notices: readonly string[];
  readonly isSame: boolean;
  /** Quotations that stay where they are, and that surely stand elsewhere. */
  readonly kept: number;
  readonly moved: number;
  /** Of those that surely stand somewhere, the ones with other words: the first 500, and how many in all. */
  readonly reworded: readonly AnchorQuestion[];
  readonly rewordedCount: number;
  readonly doubtful: readonly AnchorQuestion[];
  readonly lost: readonly AnchorQuestion[];
}

export interface FoundInText {
  /** In code points, ends exclusive. */
  readonly spans: FlatSpans;
  /** There are more hits than are told. */
  readonly isCut: boolean;
}

export interface EditingQueryResults {
  'draft.of': DraftAnswer | null;
  'draft.base': string | null;
  'find.inText': FoundInText;
}

export interface EditingResults {
  'source.editText': TextCorrected;
  'source.replacePreview': ReplacementPreview;
  'source.replaceText': TextCorrected;
  'draft.save': null;
  'draft.discard': null;
}
