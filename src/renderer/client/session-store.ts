import { create } from 'zustand';
import type { SessionState } from '../../contract/events';
import type { ShownProject } from '../../contract/shell';
import { afterPaint } from './after-paint';
import { watchInput } from './calm';
import { engine } from './engine-client';
import { queryClient } from './query-client';
import { refresh, refreshAfterCoding } from './refresh';
import { shell } from './shell';

interface SessionStore {
  /** Null until the engine has said what it holds. */
  readonly session: SessionState | null;
}

export const sessionStore = create<SessionStore>(() => ({ session: null }));

/** What the engine has said last; after a coding the window follows when that is painted. */
let newest: SessionState | null = null;

const closed: SessionState = { state: 'closed', coder: null };

/** The open project, who codes, what can be undone. */
export function useSession(): SessionState {
  return sessionStore((store) => store.session) ?? closed;
}

/** For a key that comes before the window has followed. */
export function currentSession(): SessionState {
  return newest ?? sessionStore.getState().session ?? closed;
}

/** Null while no project is open. */
export function useOpenSession(): Extract<SessionState, { state: 'open' }> | null {
  const session = useSession();
  return session.state === 'open' ? session : null;
}

/**
 * What the window's frame is of: the open project, or null for the welcome screen. Until the engine has said what it
 * holds, the project being opened as it was left; undefined where that is not known.
 */
export function shownProject(session: SessionState | null): ShownProject | null | undefined {
  if (session === null) return shell.opening && (shell.opening.asLeft ?? undefined);
  if (session.state === 'closed') return null;
  return { path: session.path, name: session.project.name, lineage: session.project.lineage };
}

export function takeSession(session: SessionState): void {
  newest = session;
  const before = sessionStore.getState().session;
  const isOther =
    before?.state !== session.state ||
    (before.state === 'open' && session.state === 'open' && before.path !== session.path);
  // What was asked for together with the first session belongs to it.
  if (isOther && before !== null) queryClient.clear();
  sessionStore.setState({ session });
}

/** Keeps session and answers true to the engine's events. */
export function followEngine(): void {
  watchInput();
  engine.subscribe((event) => {
    if (event.name === 'session') takeSession(event.payload);
    if (event.name !== 'changed') return;
    const { tables, session } = event.payload;
    newest = session;
    const isCodingOnly = tables.coding !== undefined && !tables.code && !tables.source;
    if (!isCodingOnly) {
      sessionStore.setState({ session });
      void refresh(tables);
      return;
    }
    // What is being read comes first: the status bar, too, follows when the coding is on the screen.
    void refreshAfterCoding(tables).then(() =>
      afterPaint(() => {
        // What came after it may be on the screen already.
        if (newest === session) sessionStore.setState({ session });
      }),
    );
  });
}
