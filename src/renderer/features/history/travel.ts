import { runOrTell } from '../../client/run';
import { flushDrafts } from '../memos/draft-registry';

/** What is being written is saved first, so that it is the step that goes back. */
export async function undo(): Promise<void> {
  await flushDrafts();
  await runOrTell('history.undo', {});
}

export async function redo(): Promise<void> {
  await flushDrafts();
  await runOrTell('history.redo', {});
}
