import type { Coder } from '../../core/entities';
import { ExpectedError } from '../../core/result';
import {
  type ChangeSetRow,
  changeSetAt,
  insertChanges,
  type RowChange,
  replaceUndone,
} from '../../storage/change-log/change-sets';
import { putRows } from '../../storage/change-log/put-rows';
import { type RowState, statesAt, statesNow } from '../../storage/change-log/row-states';
import { touchedRows } from '../../storage/change-log/touched-rows';
import { readRevision, setRevision } from '../../storage/repositories/project';
import {
  type Changed,
  type ChangePath,
  inOneStep,
  joinedCoder,
  NothingChanged,
  nextSequence,
  writeEntry,
} from './entries';

/**
 * Brings the project to the state that it had right after an entry of its history (0: before the first). One change,
 * which can be undone; nothing is taken off the history. Coders stay as they are.
 */
export function restore(path: ChangePath, args: { readonly sequence: number }): Changed<null> {
  const { database, platform } = path;
  const now = platform.clock();
  return inOneStep(path, () => {
    const entry = changeSetAt(database, args.sequence);
    if (!entry && args.sequence !== 0) {
      throw new ExpectedError('notFound', `The history has no entry ${args.sequence}. Nothing was changed.`);
    }
    const states = statesAt(database, args.sequence).filter(({ table_name }) => table_name !== 'coder');
    const coder = joinedCoder(path, now);
    return putAsChange(path, states, {
      command: 'history.restore',
      label: { key: 'history.restore', values: { sequence: args.sequence, at: entry?.modified_at ?? '' } },
      target: entry ?? null,
      coder,
      now,
    });
  });
}

/** Puts rows into states as a change of its own, with the rows that differ as what it changed. */
export function putAsChange(
  path: ChangePath,
  states: readonly RowState[],
  entry: {
    readonly command: string;
    readonly label: Parameters<typeof writeEntry>[1]['label'];
    readonly target: Pick<ChangeSetRow, 'sequence'> | null;
    readonly coder: Coder;
    readonly now: string;
  },
  afterwards: (sequence: number) => void = () => undefined,
): Changed<null> {
  const { database } = path;
  const sequence = nextSequence(database);
  const changes = differences(statesNow(database, states), states);
  if (changes.length === 0) throw new NothingChanged(null);
  putRows(
    database,
    changes.map(({ table_name, row_id, after }) => ({ table_name, row_id, image: after })),
  );
  insertChanges(database, sequence, changes);
  afterwards(sequence);
  const revision = readRevision(database) + 1;
  setRevision(database, revision);
  replaceUndone(database);
  writeEntry(path, {
    sequence,
    revision,
    kind: 'change',
    command: entry.command,
    label: entry.label,
    target_sequence: entry.target?.sequence ?? null,
    coder_id: entry.coder.id,
    now: entry.now,
  });
  return { value: null, ...touchedRows(database, sequence, 'forwards') };
}

function differences(now: readonly RowState[], then: readonly RowState[]): RowChange[] {
  return then.flatMap(({ table_name, row_id, image }, index) => {
    const before = now[index]?.image ?? null;
    return before === image ? [] : [{ table_name, row_id, before, after: image }];
  });
}
