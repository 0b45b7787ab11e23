import type { ChangeName } from '../contract/commands';
import type { Label, LabelKey } from '../contract/labels';
import type { Coder } from '../core/entities';
import type { ChangeSetId } from '../core/ids';
import { ExpectedError } from '../core/result';
import {
  type ChangeSetRow,
  changesOf,
  coalesce,
  countChanges,
  deleteLastChangeSet,
  digestParts,
  extendChangeSet,
  insertChangeSet,
  lastChangeSet,
  nextToRedo,
  nextToUndo,
  replaceUndone,
  setState,
} from '../storage/change-log/change-sets';
import { recorded } from '../storage/change-log/recording';
import { replay } from '../storage/change-log/replay';
import { type TouchedRows, touchedRows } from '../storage/change-log/touched-rows';
import { readRevision, setRevision } from '../storage/repositories/project';
import { schemaVersion } from '../storage/schema';
import type { Database } from '../storage/sqlite/types';
import type { Apply, ChangeContext } from './context';
import type { Platform } from './platform';
import { makeRoomForCoders } from './returning-coders';
import type { TextCache } from './text-cache';

/**
 * The only way by which a project changes: one transaction that applies the command with its row changes
 * recorded, writes the change set, and is on disk when it returns. Undo and redo replay recorded changes through
 * the same path and leave their own entry in the trail.
 */
export interface ChangePath {
  readonly database: Database;
  readonly texts: TextCache;
  readonly platform: Platform;
  /** The coder's row; made when it is not there yet. */
  readonly coder: (now: string) => Coder;
}

export interface Changed<T> extends Omit<TouchedRows, 'tables'> {
  readonly value: T;
  /** Null when nothing was to be changed. */
  readonly tables: TouchedRows['tables'] | null;
}

/** Typing pauses longer than this begin a new step of undo. */
const mergeWithinMilliseconds = 5 * 60_000;

class NothingChanged extends Error {
  constructor(readonly value: unknown) {
    super('nothing changed');
  }
}

export function applyChange<T>(path: ChangePath, command: ChangeName, apply: Apply<T>): Changed<T> {
  const { database, platform } = path;
  const now = platform.clock();
  try {
    return database.transaction(() => {
      const coder = path.coder(now);
      const sequence = (lastChangeSet(database)?.sequence ?? 0) + 1;
      const context: ChangeContext = {
        database,
        texts: path.texts,
        coder,
        now,
        newId: platform.newId,
      };
      const outcome = recorded(database, sequence, () => apply(context));
      // Rolls back also the coder's row, so that a change of nothing leaves no trace.
      if (countChanges(database, sequence) === 0) throw new NothingChanged(outcome.value);
      const touched = touchedRows(database, sequence, 'forwards');
      const revision = readRevision(database) + 1;
      setRevision(database, revision);
      const merged = mergeTarget(database, outcome.mergeKey, coder, now);
      if (merged) {
        coalesce(database, sequence, merged.sequence);
        // Written and taken away again: a step without changes would be one that undo does nothing for.
        if (countChanges(database, merged.sequence) === 0) {
          deleteLastChangeSet(database, merged.sequence);
          return { value: outcome.value, ...touched };
        }
        const row = { ...merged, revision, modified_at: now, ...labelColumns(outcome.label) };
        extendChangeSet(database, { ...row, digest: digestOf(path, row, merged.sequence) });
      } else {
        replaceUndone(database);
        const row = {
          ...newRow(path, sequence, revision, now, coder),
          kind: 'change' as const,
          state: 'done' as const,
          command,
          ...labelColumns(outcome.label),
          target_sequence: null,
          merge_key: outcome.mergeKey ?? null,
        };
        insertChangeSet(database, { ...row, digest: digestOf(path, row, sequence) });
      }
      return { value: outcome.value, ...touched };
    });
  } catch (error) {
    if (error instanceof NothingChanged)
      return { value: error.value as T, tables: null, gained: {}, recounted: [] };
    throw error;
  }
}

export function undo(path: ChangePath): Changed<{ label: Label }> {
  return travel(path, 'undo');
}

export function redo(path: ChangePath): Changed<{ label: Label }> {
  return travel(path, 'redo');
}

function travel(path: ChangePath, kind: 'undo' | 'redo'): Changed<{ label: Label }> {
  const { database, platform } = path;
  const now = platform.clock();
  return database.transaction(() => {
    const target = kind === 'undo' ? nextToUndo(database) : nextToRedo(database);
    if (!target) throw new ExpectedError('invalid', `There is nothing to ${kind}.`);
    if (target.schema_version !== schemaVersion) {
      throw new ExpectedError(
        'invalid',
        `This step was made before the project file was updated to a newer form and can't be ${
          kind === 'undo' ? 'undone' : 'redone'
        }. Nothing was changed.`,
      );
    }
    const direction = kind === 'undo' ? 'backwards' : 'forwards';
    const changes = changesOf(database, target.sequence);
    makeRoomForCoders(database, changes, direction);
    replay(database, changes, direction);
    setState(database, target.sequence, kind === 'undo' ? 'undone' : 'done');
    const revision = readRevision(database) + 1;
    setRevision(database, revision);
    const sequence = (lastChangeSet(database)?.sequence ?? 0) + 1;
    const row = {
      ...newRow(path, sequence, revision, now, path.coder(now)),
      kind,
      state: 'done' as const,
      command: `history.${kind}`,
      label_key: target.label_key,
      label_values: target.label_values,
      target_sequence: target.sequence,
      merge_key: null,
    };
    insertChangeSet(database, { ...row, digest: digestOf(path, row, sequence) });
    return {
      value: { label: labelOf(target) },
      ...touchedRows(database, target.sequence, kind === 'undo' ? 'backwards' : 'forwards'),
    };
  });
}

export function labelOf(row: Pick<ChangeSetRow, 'label_key' | 'label_values'>): Label {
  return { key: row.label_key as LabelKey, values: JSON.parse(row.label_values) as Label['values'] };
}

function labelColumns(label: Label) {
  return { label_key: label.key, label_values: JSON.stringify(label.values) };
}

function newRow(path: ChangePath, sequence: number, revision: number, now: string, coder: Coder) {
  return {
    sequence,
    id: path.platform.newId<ChangeSetId>(),
    revision,
    why: null,
    schema_version: schemaVersion,
    coder_id: coder.id,
    created_at: now,
    modified_at: now,
  };
}

/** The open step of typing that this change continues, if any. */
function mergeTarget(
  database: Database,
  mergeKey: string | undefined,
  coder: Coder,
  now: string,
): ChangeSetRow | undefined {
  if (mergeKey === undefined) return undefined;
  const last = lastChangeSet(database);
  if (last?.kind !== 'change' || last.state !== 'done') return undefined;
  if (last.merge_key !== mergeKey || last.coder_id !== coder.id) return undefined;
  const pause = Date.parse(now) - Date.parse(last.modified_at);
  return pause >= 0 && pause <= mergeWithinMilliseconds ? last : undefined;
}

function digestOf(path: ChangePath, row: Omit<ChangeSetRow, 'digest'>, sequence: number): string {
  return path.platform.sha256(digestParts(row, changesOf(path.database, sequence)));
}
