import type { ChangeName, CheckedArgs, CommandResult, FileCommandName, TaskName } from '../contract/commands';
import type { EngineEvents, SessionState } from '../contract/events';
import type { Label } from '../contract/labels';
import type { CheckedQueryArgs, QueryName, QueryResult } from '../contract/queries';
import type { Coder } from '../core/entities';
import type { IdSource } from '../core/ids';
import type { Slices } from '../storage/sqlite/slices';
import type { Database, ReadableDatabase } from '../storage/sqlite/types';
import type { AnalysisCache } from './analysis-cache';
import type { BackupKeeper } from './backups/backup-keeper';
import type { ListCache } from './list-cache';
import type { Platform } from './platform';
import type { Searcher } from './search/searcher';
import type { StructureCache } from './structure/structure-cache';
import type { TextCache } from './text-cache';
import type { UsageCache } from './usage-cache';

/** What a query may use. */
export interface ReadContext {
  readonly database: ReadableDatabase;
  readonly texts: TextCache;
  readonly structure: StructureCache;
  readonly analysis: AnalysisCache;
  readonly lists: ListCache;
  readonly usage: UsageCache;
  readonly searcher: Searcher;
  readonly platform: Platform;
  readonly session: () => SessionState;
}

/** What a command may use before its turn: anything slow, nothing that writes. */
export interface PrepareContext extends ReadContext {
  readonly signal: AbortSignal;
  /** `isStoring`: from now on it is too late for a cancel. */
  readonly progress: (done: number, total: number | null, item: string, isStoring?: boolean) => void;
  /**
   * The last thing before a long command's turn: a cancel that is on its way gets the time to arrive, and throws;
   * then everybody is told that it is too late for one.
   */
  readonly storing: () => Promise<void>;
}

/** What a command may use in its turn, inside the transaction. */
export interface ChangeContext {
  readonly database: Database;
  readonly texts: TextCache;
  readonly coder: Coder;
  /** One time for the whole change. */
  readonly now: string;
  readonly newId: IdSource;
}

export interface ChangeOutcome<T> {
  readonly value: T;
  readonly label: Label;
  /** Changes of one key that follow each other become one step of undo (typing in a memo). */
  readonly mergeKey?: string;
}

/** How far a long write has come. */
export interface Slice {
  readonly done: number;
  readonly total: number;
}

/** The part of a command that writes: synchronous, and short or in slices, between which it can be cancelled. */
export type Apply<T> = (context: ChangeContext) => ChangeOutcome<T> | Slices<Slice, ChangeOutcome<T>>;

/** A command that changes the project: prepares (may be slow, writes nothing) and gives the part that writes. */
export type ChangeHandler<K extends ChangeName> = (
  args: CheckedArgs<K>,
  context: PrepareContext,
) => Apply<CommandResult<K>> | Promise<Apply<CommandResult<K>>>;

/** What goes through the history is done in `history/`. */
export type HandledChange = Exclude<ChangeName, `history.${string}`>;
export type ChangeHandlers<K extends HandledChange> = { readonly [N in K]: ChangeHandler<N> };

/** What a command that writes another file may use besides. */
export interface TaskContext extends PrepareContext {
  readonly backups: BackupKeeper;
}

/** A command that reads the project and writes another file. */
export type TaskHandlers = {
  readonly [N in TaskName]: (
    args: CheckedArgs<N>,
    context: TaskContext,
  ) => CommandResult<N> | Promise<CommandResult<N>>;
};

/** What a command on files may use, whatever is open. */
export type FileContext = Pick<PrepareContext, 'platform' | 'signal' | 'progress'>;

/** A command that works on files by their paths. */
export type FileHandlers = {
  readonly [N in FileCommandName]: (args: CheckedArgs<N>, context: FileContext) => Promise<CommandResult<N>>;
};

export type QueryHandlers<K extends QueryName> = {
  readonly [N in K]: (
    args: CheckedQueryArgs<N>,
    context: ReadContext,
  ) => QueryResult<N> | Promise<QueryResult<N>>;
};

export type Emit = <K extends keyof EngineEvents>(name: K, payload: EngineEvents[K]) => void;
