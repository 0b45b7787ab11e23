import type { CodeId, CodingId, FolderId, MemoId, QuotationId, SourceId } from '../core/ids';
import type { SessionState } from './events';
import type { Label } from './labels';

export interface ImportedSource {
  readonly id: SourceId;
  readonly name: string;
  readonly characters: number;
  /** What the reader had to mend or guess, as sentences (“3 NUL characters were replaced”). */
  readonly notices: readonly string[];
}

export interface Written {
  readonly path: string;
  readonly bytes: number;
  /** What the format could not carry, as sentences. */
  readonly notices: readonly string[];
}

export interface CheckReport {
  readonly isSound: boolean;
  /** One sentence for each thing that is wrong. */
  readonly problems: readonly string[];
  readonly checked: {
    readonly documents: number;
    readonly codes: number;
    readonly quotations: number;
    readonly codings: number;
    readonly changeSets: number;
  };
}

/** What a command answers; `null` where there is nothing to tell. */
export interface CommandResults {
  'project.create': SessionState;
  'project.open': SessionState;
  'project.close': null;
  'session.setCoder': SessionState;
  'export.codebook': Written;
  'export.quotations': Written;
  'export.cooccurrence': Written;
  'export.bytes': Written;
  'project.check': CheckReport;
  'project.update': null;
  'coder.update': null;
  'source.import': {
    readonly sources: readonly ImportedSource[];
    readonly skipped: readonly { readonly path: string; readonly message: string }[];
  };
  'source.rename': null;
  'source.move': null;
  'source.delete': null;
  'sourceFolder.create': { readonly id: FolderId };
  'sourceFolder.rename': null;
  'sourceFolder.move': null;
  'sourceFolder.delete': null;
  'code.create': { readonly id: CodeId };
  'code.createPath': { readonly id: CodeId; readonly created: number };
  'code.update': null;
  'code.move': null;
  'code.delete': null;
  'code.merge': { readonly codings: number };
  'coding.apply': {
    readonly quotationId: QuotationId;
    readonly codingIds: readonly CodingId[];
    readonly codeIds: readonly CodeId[];
    /** How many codings are new. */
    readonly added: number;
  };
  'coding.applyMany': { readonly added: number };
  'coding.remove': null;
  'coding.recode': null;
  'quotation.resize': { readonly id: QuotationId };
  'quotation.create': { readonly id: QuotationId };
  'quotation.delete': null;
  'memo.write': { readonly id: MemoId | null };
  'history.undo': { readonly label: Label };
  'history.redo': { readonly label: Label };
}
