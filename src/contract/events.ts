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
      readonly project: Project;
      readonly coder: SessionCoder | null;
      readonly counts: ProjectCounts;
      readonly undo: Label | null;
      readonly redo: Label | null;
    };

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
    /** Ids of the changed rows by table; null where there are more than a view would go through one by one. */
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
  };
  /** Another project, or none, or another coder. */
  session: SessionState;
}

export type EngineEventName = keyof EngineEvents;
export type EngineEvent = {
  [K in EngineEventName]: { readonly name: K; readonly payload: EngineEvents[K] };
}[EngineEventName];
