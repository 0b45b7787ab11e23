import type { CodeId, CodeSetId, CodingId, FolderId, QuotationId, SourceId } from '../core/ids';
import type { BackupTaken } from './backups';
import type { Comparison, CopyWritten } from './copies';
import type { EditingResults } from './editing';
import type { ErasureReport } from './erasure';
import type { SessionState } from './events';
import type { Label } from './labels';
import type { MemoCommandResults } from './memos';

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

/** What could be saved from a damaged project file. */
export interface RepairReport {
  /** The new file. */
  readonly path: string;
  readonly saved: {
    readonly documents: number;
    readonly folders: number;
    readonly codes: number;
    readonly quotations: number;
    readonly codings: number;
    readonly memos: number;
    readonly coders: number;
    /** Entries of the history that came along. */
    readonly changes: number;
  };
  /** False: the history of the new file begins with the repair. */
  readonly isHistoryKept: boolean;
  /** What is not in the new file, a sentence each. */
  readonly lost: readonly string[];
  /** What was put right or guessed, a sentence each. */
  readonly mended: readonly string[];
}

/** What a command answers; `null` where there is nothing to tell. */
export interface CommandResults extends EditingResults, MemoCommandResults {
  'project.create': SessionState;
  'project.open': SessionState;
  'project.close': null;
  'project.saveOwnCopy': SessionState;
  'project.putBack': SessionState;
  'session.look': SessionState;
  'session.setCoder': SessionState;
  'session.keepBackupsIn': SessionState;
  'backups.restore': SessionState;
  'export.codebook': Written;
  'export.quotations': Written;
  'export.cooccurrence': Written;
  'export.history': Written;
  'export.bytes': Written;
  'project.check': CheckReport;
  'project.repair': RepairReport;
  /** Null: none was due. */
  'backups.take': BackupTaken | null;
  'project.saveCopy': CopyWritten;
  'project.compare': Comparison;
  'project.update': null;
  'coder.update': null;
  'source.import': {
    readonly sources: readonly ImportedSource[];
    readonly skipped: readonly { readonly path: string; readonly message: string }[];
  };
  'source.rename': null;
  'source.move': null;
  'source.delete': null;
  'segment.change': null;
  'segment.add': null;
  'segment.remove': null;
  'turn.split': null;
  'turn.join': null;
  'speaker.rename': null;
  'structure.recognise': null;
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
  /** The codes of the parts, in their order, and how many quotations were sorted. */
  'code.split': { readonly codeIds: readonly CodeId[]; readonly quotations: number };
  'code.recolor': null;
  'code.setStatus': null;
  'codeSet.create': { readonly id: CodeSetId };
  'codeSet.rename': null;
  'codeSet.delete': null;
  'codeSet.add': null;
  'codeSet.remove': null;
  'coding.apply': {
    readonly quotationId: QuotationId;
    readonly codingIds: readonly CodingId[];
    readonly codeIds: readonly CodeId[];
    /** How many codings are new. */
    readonly added: number;
  };
  'coding.applyMany': { readonly added: number; readonly codeIds: readonly CodeId[] };
  /** How many codings are new. */
  'coding.autocode': { readonly codeId: CodeId; readonly added: number };
  'coding.remove': null;
  'coding.recode': { readonly codeId: CodeId };
  /** How many codings fewer there are. */
  'coding.unite': { readonly united: number };
  /** The quotation at the new place. */
  'coding.move': { readonly quotationId: QuotationId };
  'quotation.resize': { readonly id: QuotationId };
  'quotation.create': { readonly id: QuotationId };
  'quotation.delete': null;
  'history.undo': { readonly label: Label };
  'history.redo': { readonly label: Label };
  'history.restore': null;
  'history.revert': null;
  'history.explain': null;
  'source.erase': ErasureReport;
  'passage.erase': ErasureReport;
}
