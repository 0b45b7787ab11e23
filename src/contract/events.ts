import type { Coder, Project } from '../core/entities';
import type { TableName } from '../core/tables';
import type { Label } from './labels';

export type { TableName };

/** What a window has to know about the open project, whole and small; it arrives with each change anew. */
export type SessionState =
  | { readonly state: 'closed'; readonly coder: SessionCoder | null }
  | {
      readonly state: 'open';
      readonly path: string;
      /** Why nothing can be changed, as a sentence; null when it can. */
      readonly readOnly: string | null;
      /** The one who wrote to it last did not close it: it crashed, or the machine was switched off. */
      readonly isAfterCrash: boolean;
      /** Set while it can't be changed because somebody else writes it, or did. */
      readonly writer: ProjectWriter | null;
      /** Set while the file is not what it was when this session last wrote or read it. */
      readonly trouble: FileTrouble | null;
      readonly project: Project;
      readonly coder: SessionCoder | null;
      readonly counts: ProjectCounts;
      readonly undo: Label | null;
      readonly redo: Label | null;
    };

export interface ProjectWriter {
  /** Who holds it; null: nobody does any more, so opening it again gives the right to write. */
  readonly holder: ProjectHolder | null;
  /** It could be changed here until somebody took it over. */
  readonly wasTaken: boolean;
}

/** Whose lock keeps a project from being changed here. */
export interface ProjectHolder {
  /** Empty: nobody had said who codes. */
  readonly coder: string;
  readonly host: string;
  readonly where: 'thisProcess' | 'thisMachine' | 'otherMachine';
  /** ISO UTC, by the holder's clock. */
  readonly since: string;
  /** ISO UTC: the sign of life that was the last one when this was told. */
  readonly lastSeen: string;
  /** For `project.open`, when the holder is silent and may be gone: takes its lock. Null: it is seen to be alive. */
  readonly takeover: string | null;
}

/** What became of the open file. Nothing is written any more; what was is still in the hands of this session. */
export interface FileTrouble {
  /**
   * `replaced`: the path names another file, which lacks something of ours; `overwritten`: another program wrote an
   * older or another version into the file itself; `deleted`; `moved`: it has another name or place; `unreachable`:
   * its folder is gone or the disk does not answer; `damaged`: another program left it unreadable.
   */
  readonly kind: 'replaced' | 'overwritten' | 'deleted' | 'moved' | 'unreachable' | 'damaged';
  /** `moved`: where it is now, where that could be found. */
  readonly nowAt: string | null;
  /** `replaced`: how many entries of the history each version has that the other lacks; null: not the same project. */
  readonly apart: { readonly ours: number; readonly theirs: number } | null;
  /** Where this session's version was saved as a copy since. */
  readonly savedAs: string | null;
}

/** The person at the keyboard. Has an id once a row of the project carries it. */
export interface SessionCoder {
  readonly id: Coder['id'] | null;
  readonly name: string;
  readonly color: string;
}

export interface ProjectCounts {
  readonly documents: number;
  readonly codes: number;
  readonly quotations: number;
  readonly codings: number;
  readonly memos: number;
}

export interface EngineEvents {
  /** Rows were made, changed or deleted, by this window or another client of the engine. */
  changed: {
    readonly revision: number;
    /**
     * Ids of the changed rows by table; null where there are more than a view would go through one by one. A change
     * of the history alone (a reason was written) names no table.
     */
    readonly tables: Partial<Record<TableName, readonly string[] | null>>;
    readonly session: SessionState;
  };
  /** How far a running command is; `total` null while unknown. */
  progress: {
    readonly runId: string;
    readonly done: number;
    readonly total: number | null;
    /** What is being worked on: a file's name. */
    readonly item: string;
    /** All is prepared and goes into the project now, in one piece: it can't be cancelled any more. */
    readonly isStoring?: boolean;
  };
  /** Another project, or none, or another coder; another writer; something about the file. */
  session: SessionState;
  /**
   * Told once: another program changed the open file, and the views show it now (`changed`); the file is there again
   * with nothing lost (`returned`); this session's version was put beside a file that had taken its place (`kept`).
   */
  outside: { readonly what: 'changed' | 'returned' | 'kept'; readonly path: string };
  /** A backup was taken by itself, or could not be: why, and what is safe, in a sentence. */
  backup: { readonly failure: string | null };
}

export type EngineEventName = keyof EngineEvents;
export type EngineEvent = {
  [K in EngineEventName]: { readonly name: K; readonly payload: EngineEvents[K] };
}[EngineEventName];
