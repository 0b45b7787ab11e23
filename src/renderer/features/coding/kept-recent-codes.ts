import type { CodeId } from '../../../core/ids';
import { sessionStore } from '../../client/session-store';
import { shell } from '../../client/shell';
import { recentCodesStore } from './recent-codes';

const settingKey = (lineage: string) => `recentCodes:${lineage}`;
const kept = new Map<string, readonly CodeId[]>();
let lineage: string | null = null;

/** Another project has recent codes of its own; they are kept on this machine. */
function follow({ session }: ReturnType<typeof sessionStore.getState>): void {
  const next = session?.state === 'open' ? session.project.lineage : null;
  if (next === null || next === lineage) return;
  lineage = next;
  const recent = kept.get(next) ?? asIds(shell.settings.choices[settingKey(next)]);
  kept.set(next, recent);
  recentCodesStore.setState({ recent, last: recent.slice(0, 1) });
}

function asIds(value: unknown): CodeId[] {
  return Array.isArray(value) ? value.filter((id): id is CodeId => typeof id === 'string') : [];
}

follow(sessionStore.getState());
sessionStore.subscribe(follow);
recentCodesStore.subscribe(({ recent }) => {
  if (lineage === null || kept.get(lineage) === recent) return;
  kept.set(lineage, recent);
  shell.saveSetting('choices', { [settingKey(lineage)]: recent });
});
