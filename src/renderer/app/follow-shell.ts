import { askAhead, engine, sessionStore, shell, shownProject, takeSession } from '../client';
import { followBackups } from '../features/backups/follow-backups';
import { checkAfterCrashes } from '../features/project/check-project';
import { coderStore } from '../features/project/coder-store';
import { openProject } from '../features/project/project-commands';
import { dismissOffers } from '../ui';

/** Keeps machine and window at one: the open project's name, what is asked for from outside, a restarted engine. */
export function followShell(): void {
  shell.onOpenProject((path) => void openProject(path));
  shell.onEngineEnded(() => void askSession());
  followBackups();
  checkAfterCrashes();
  sessionStore.subscribe(({ session }, { session: before }) => {
    if (session === null || identity(session) === identity(before)) return;
    if (before?.state === 'open' && pathOf(before) !== pathOf(session)) dismissOffers();
    shell.setProject(shownProject(session) ?? null);
  });
  void askSession();
}

type Session = ReturnType<typeof sessionStore.getState>['session'];

function pathOf(session: NonNullable<Session>): string | null {
  return session.state === 'open' ? session.path : null;
}

function identity(session: Session): string | null {
  if (session === null) return null;
  return session.state === 'open' ? `${session.path}\n${session.project.name}` : '';
}

/** What the engine holds now: it may have opened a project while this window was loading. */
async function askSession(): Promise<void> {
  const isFirst = sessionStore.getState().session === null;
  // First of all: what may be changed decides what each row of the lists looks like.
  const asked = engine.query('session.state', {});
  if (isFirst) askFirstLists();
  const result = await asked;
  if (!result.ok) return;
  takeSession(result.value);
  const { coder } = coderStore.getState();
  if (coder && !result.value.coder) await engine.run('session.setCoder', coder);
}

function askFirstLists(): void {
  askAhead('sources.tree', {});
  askAhead('codes.tree', {});
  askAhead('coders.list', {});
}
