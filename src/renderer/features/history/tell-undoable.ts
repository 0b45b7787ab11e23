import { engine, runOrTell } from '../../client';
import { type Message, tell, withdrawAction } from '../../ui';
import { flushDrafts } from '../memos/draft-registry';

/**
 * Says what was just done, with a button that takes just that back: as soon as anything else has been changed the
 * button goes, since undo would mean that. For after the reply of a command.
 */
export function tellUndoable(message: Message, label: string): void {
  let isLast = true;
  const takeBack = async () => {
    await flushDrafts();
    if (isLast) await runOrTell('history.undo', {});
  };
  const id = tell({ ...message, action: { label, run: () => void takeBack() } });
  const end = engine.subscribe(({ name }) => {
    if (name !== 'changed') return;
    isLast = false;
    end();
    withdrawAction(id);
  });
}
