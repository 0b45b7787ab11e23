import type { Label, LabelKey } from '../../contract/labels';
import type { Coder } from '../../core/entities';
import type { ChangeSetId } from '../../core/ids';
import {
  type ChangeSetRow,
  countChanges,
  insertChangeSet,
  lastChangeSet,
  rewriteChangeSet,
} from '../../storage/change-log/change-sets';
import { recorded } from '../../storage/change-log/recording';
import { digestOfSet } from '../../storage/change-log/seal';
import type { TouchedRows } from '../../storage/change-log/touched-rows';
import { readRevision } from '../../storage/repositories/project';
import { schemaVersion } from '../../storage/schema';
import { atOnce, oneSlice, type Slices } from '../../storage/sqlite/slices';
import type { Database } from '../../storage/sqlite/types';
import type { Platform } from '../platform';
import type { TextCache } from '../text-cache';

/** What a change of the project needs, whichever command makes it. */
export interface ChangePath {
  readonly database: Database;
  readonly texts: TextCache;
  readonly platform: Platform;
  /** The coder's row; made when it is not there yet. */
  readonly coder: (now: string) => Coder;
}

/** What a change did, for those who show the project. */
export interface Changed<T> extends Omit<TouchedRows, 'tables'> {
  readonly value: T;
  /** Null when nothing was to be changed. */
  readonly tables: TouchedRows['tables'] | null;
}

/** Thrown inside the transaction, so that it leaves nothing behind, not even a new coder's row. */
export class NothingChanged extends Error {
  constructor(readonly value: unknown) {
    super('nothing changed');
  }
}

/** One transaction; where its work finds nothing to change, the file stays as it is, byte for byte. */
export function inOneStep<T>(path: ChangePath, work: () => Changed<T>): Changed<T> {
  return atOnce(inOneStepOfSlices(path, () => oneSlice(work)));
}

export function* inOneStepOfSlices<S, T>(
  { database }: ChangePath,
  work: () => Slices<S, Changed<T>>,
): Slices<S, Changed<T>> {
  try {
    return yield* database.transactionInSlices(work);
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error;
    return { value: error.value as T, tables: null, gained: {}, recounted: [] };
  }
}

export function nextSequence(database: Database): number {
  return (lastChangeSet(database)?.sequence ?? 0) + 1;
}

export function labelOf(row: Pick<ChangeSetRow, 'label_key' | 'label_values'>): Label {
  return { key: row.label_key as LabelKey, values: JSON.parse(row.label_values) as Label['values'] };
}

export function labelColumns(label: Label) {
  return { label_key: label.key, label_values: JSON.stringify(label.values) };
}

type Entry = Pick<ChangeSetRow, 'sequence' | 'revision' | 'kind' | 'command' | 'coder_id'> &
  Partial<Pick<ChangeSetRow, 'state' | 'target_sequence' | 'merge_key'>> & {
    readonly label: Label;
    readonly now: string;
  };

/** Writes an entry of the history, whose changes are recorded under its number already. */
export function writeEntry({ database, platform }: ChangePath, entry: Entry): void {
  const { label, now, ...columns } = entry;
  const row = {
    id: platform.newId<ChangeSetId>(),
    state: 'done' as const,
    target_sequence: null,
    merge_key: null,
    why: null,
    schema_version: schemaVersion,
    created_at: now,
    modified_at: now,
    ...labelColumns(label),
    ...columns,
  };
  insertChangeSet(database, { ...row, digest: digestOfSet(database, row, platform.sha256) });
}

/** Changes what may change of an entry, and its digest with it. */
export function rewriteEntry({ database, platform }: ChangePath, row: ChangeSetRow): void {
  rewriteChangeSet(database, { ...row, digest: digestOfSet(database, row, platform.sha256) });
}

/**
 * Runs `work` as an event: its changes are recorded and will not be undone. Leaves no entry where it changes nothing
 * (unless the event is one without changes).
 */
export function recordEvent<T>(
  path: ChangePath,
  event: { readonly now: string; readonly coder?: Coder; readonly isAlwaysKept?: boolean },
  work: () => { readonly value: T; readonly label: Label; readonly coder?: Coder },
): T {
  const { database } = path;
  const sequence = nextSequence(database);
  const { value, label, coder } = recorded(database, sequence, work);
  if (event.isAlwaysKept || countChanges(database, sequence) > 0) {
    writeEntry(path, {
      sequence,
      revision: readRevision(database),
      kind: 'event',
      command: label.key,
      label,
      coder_id: (event.coder ?? coder)?.id ?? null,
      now: event.now,
    });
  }
  return value;
}

/** The coder's row. Where the person is new to the project, their joining is an event: no undo takes them away. */
export function joinedCoder(path: ChangePath, now: string): Coder {
  return recordEvent(path, { now }, () => {
    const coder = path.coder(now);
    return { value: coder, coder, label: { key: 'event.coder.join', values: { name: coder.name } } };
  });
}
