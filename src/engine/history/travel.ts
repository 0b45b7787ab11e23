import type { Label } from '../../contract/labels';
import { ExpectedError } from '../../core/result';
import { changesOf, nextToRedo, nextToUndo, setState } from '../../storage/change-log/change-sets';
import { putRows } from '../../storage/change-log/put-rows';
import { statesAfter, statesBefore } from '../../storage/change-log/row-states';
import { touchedRows } from '../../storage/change-log/touched-rows';
import { readRevision, setRevision } from '../../storage/repositories/project';
import { type Changed, type ChangePath, joinedCoder, labelOf, nextSequence, writeEntry } from './entries';
import { makeRoomForCoders } from './returning-coders';

/** Takes the last change back, or does again what was taken back last. Throws ExpectedError where there is none. */
export function travel(path: ChangePath, kind: 'undo' | 'redo'): Changed<{ label: Label }> {
  const { database, platform } = path;
  const now = platform.clock();
  return database.transaction(() => {
    const target = kind === 'undo' ? nextToUndo(database) : nextToRedo(database);
    if (!target) throw new ExpectedError('invalid', `There is nothing to ${kind}.`);
    const coder = joinedCoder(path, now);
    const changes = changesOf(database, target.sequence);
    const states = kind === 'undo' ? statesBefore(changes) : statesAfter(changes);
    makeRoomForCoders(path, states, { coder, now });
    putRows(database, states);
    setState(database, target.sequence, kind === 'undo' ? 'undone' : 'done');
    const revision = readRevision(database) + 1;
    setRevision(database, revision);
    const label = labelOf(target);
    writeEntry(path, {
      sequence: nextSequence(database),
      revision,
      kind,
      command: `history.${kind}`,
      label,
      target_sequence: target.sequence,
      coder_id: coder.id,
      now,
    });
    return {
      value: { label },
      ...touchedRows(database, target.sequence, kind === 'undo' ? 'backwards' : 'forwards'),
    };
  });
}
