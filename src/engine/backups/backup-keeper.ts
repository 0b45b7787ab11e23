import type { BackupList, BackupTaken } from '../../contract/backups';

/** Keeps the backups of whichever project is open, and finds those of any. */
export interface BackupKeeper {
  keepIn(folder: string | null): void;
  list(path: string): Promise<BackupList>;
  /** Throws ExpectedError. `ifDue`: null where the last one is recent, or where there is nothing to lose yet. */
  take(options: { readonly ifDue: boolean; readonly signal: AbortSignal }): Promise<BackupTaken | null>;
  /** Throws ExpectedError where a file of an older form can't be copied first: then it must not be touched. */
  beforeOpening(path: string): Promise<void>;
  /** A project was opened: its backup is looked after once the window has what it asked for. */
  watch(): void;
  /** Somebody waits for an answer: not now. */
  noteUse(): void;
  /** Ends what is under way; resolves when nothing is left of it. */
  stop(): Promise<void>;
}
