import { runOrTell } from '../../client/run';
import { currentSession } from '../../client/session-store';
import { labelText, t } from '../../i18n';
import { announce } from '../coding/announcements';
import { flushDrafts } from '../memos/draft-registry';

/** What is being written is saved first, so that it is the step that goes back. */
export function undo(): Promise<void> {
  return travel('undo');
}

export function redo(): Promise<void> {
  return travel('redo');
}

async function travel(direction: 'undo' | 'redo'): Promise<void> {
  await flushDrafts();
  const session = currentSession();
  const step = session.state === 'open' ? session[direction] : null;
  const done = await runOrTell(`history.${direction}`, {});
  if (done && step) announce(t(`actions:announce.${direction}`, { label: labelText(step) }));
}
