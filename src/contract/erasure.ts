/** What an erasure did, and what it could not reach. */
export interface ErasureReport {
  /** Code points that are no longer in the file. */
  readonly characters: number;
  /** False where words were found in the bytes of the file all the same. */
  readonly isGone: boolean;
  /** What of the project still holds the words (a memo that quotes them, a second copy), a sentence each. */
  readonly stillIn: readonly string[];
}

/** What would go. */
export interface ErasurePreview {
  readonly quotations: number;
  readonly codings: number;
  readonly memos: number;
  /** Entries of the history that lose words or changes. */
  readonly entries: number;
  /** Backups that hold a text which would go: their paths. */
  readonly backups: readonly string[];
}
