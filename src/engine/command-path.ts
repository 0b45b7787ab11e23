import type { ChangeName } from '../contract/commands';
import type { Coder } from '../core/entities';
import {
  type ChangeSetRow,
  coalesce,
  countChanges,
  lastChangeSet,
  replaceUndone,
} from '../storage/change-log/change-sets';
import { recordedInSlices } from '../storage/change-log/recording';
import { touchedRows } from '../storage/change-log/touched-rows';
import { readRevision, setRevision } from '../storage/repositories/project';
import { oneSlice, type Slices } from '../storage/sqlite/slices';
import type { Database } from '../storage/sqlite/types';
import type { Apply, ChangeContext, Slice } from './context';
import {
  type Changed,
  type ChangePath,
  inOneStepOfSlices,
  joinedCoder,
  labelColumns,
  NothingChanged,
  nextSequence,
  rewriteEntry,
  writeEntry,
} from './history/entries';

/** Typing pauses longer than this begin a new step of undo. */
const mergeWithinMilliseconds = 5 * 60_000;

/**
 * The only way by which a project changes: one transaction that applies the command with its row changes
 * recorded, writes the change set, and is on disk when it returns. What goes back in the history (`history/`) takes
 * the same path and leaves its own entry. A long command's transaction comes in slices; `storing` is the last
 * moment at which it can be ended.
 */
export function applyChange<T>(
  path: ChangePath,
  command: ChangeName,
  apply: Apply<T>,
): Slices<Slice | 'storing', Changed<T>> {
  const now = path.platform.clock();
  return inOneStepOfSlices(path, function* () {
    const { database } = path;
    const coder = joinedCoder(path, now);
    const sequence = nextSequence(database);
    const context: ChangeContext = {
      database,
      texts: path.texts,
      coder,
      now,
      newId: path.platform.newId,
    };
    const outcome = yield* recordedInSlices(database, sequence, () => {
      const applied = apply(context);
      return 'next' in applied ? applied : oneSlice(() => applied);
    });
    yield 'storing' as const;
    if (countChanges(database, sequence) === 0) throw new NothingChanged(outcome.value);
    const touched = touchedRows(database, sequence, 'forwards');
    const revision = readRevision(database) + 1;
    setRevision(database, revision);
    const merged = mergeTarget(database, outcome.mergeKey, coder, now);
    if (merged) {
      coalesce(database, sequence, merged.sequence);
      rewriteEntry(path, {
        ...merged,
        ...labelColumns(outcome.label),
        revision,
        modified_at: now,
        // Written and taken away again: a step without changes would be one that undo does nothing for.
        state: countChanges(database, merged.sequence) === 0 ? 'replaced' : merged.state,
      });
    } else {
      replaceUndone(database);
      writeEntry(path, {
        sequence,
        revision,
        kind: 'change',
        command,
        label: outcome.label,
        merge_key: outcome.mergeKey ?? null,
        coder_id: coder.id,
        now,
      });
    }
    return { value: outcome.value, ...touched };
  });
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
