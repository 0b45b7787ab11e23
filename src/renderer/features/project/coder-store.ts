import { create } from 'zustand';
import type { Settings } from '../../../contract/shell';
import { runOrTell, shell, takeSession } from '../../client';

type Coder = NonNullable<Settings['coder']>;

/** Who codes on this machine; null until asked. */
export const coderStore = create<{ readonly coder: Coder | null }>(() => ({ coder: shell.settings.coder }));

/** From now on this person codes; remembered on this machine. */
export async function setCoder(coder: Coder): Promise<boolean> {
  const done = await runOrTell('session.setCoder', coder);
  if (!done) return false;
  takeSession(done.value);
  coderStore.setState({ coder });
  shell.saveSetting('coder', coder);
  return true;
}
