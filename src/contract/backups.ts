/** Copies of a project file that Emic keeps, as the window and the command line show them. */
export interface Backup {
  readonly path: string;
  /** When it was taken, ISO UTC, to the minute: its name tells. */
  readonly at: string;
  readonly bytes: number;
  /** What it holds; null where it can't be read. */
  readonly content: BackupContent | null;
}

export interface BackupContent {
  /** The project's name at that time. */
  readonly name: string;
  readonly revision: number;
  readonly documents: number;
  readonly codes: number;
  readonly codings: number;
}

export interface BackupList {
  /** Where the next one goes. */
  readonly folder: string;
  /** A path beside the project at which there is no file yet. */
  readonly restoreTo: string;
  /** Newest first. */
  readonly backups: readonly Backup[];
}

export interface BackupTaken {
  readonly path: string;
  readonly at: string;
  /** False: nothing has changed since this backup was taken, and it is as sound as it was. */
  readonly isNew: boolean;
}
