import { create } from 'zustand';
import type { SessionState, TableName } from '../../contract/events';
import type { QueryName } from '../../contract/queries';
import { afterPaint } from './after-paint';
import { engine } from './engine-client';
import { queryClient } from './query-client';
import { queryTables } from './query-tables';

interface SessionStore {
  /** Null until the engine has said what it holds. */
  readonly session: SessionState | null;
}

export const sessionStore = create<SessionStore>(() => ({ session: null }));

const closed: SessionState = { state: 'closed', coder: null };

/** The open project, who codes, what can be undone. */
export function useSession(): SessionState {
  return sessionStore((store) => store.session) ?? closed;
}

export function currentSession(): SessionState {
  return sessionStore.getState().session ?? closed;
}

/** Null while no project is open. */
export function useOpenSession(): Extract<SessionState, { state: 'open' }> | null {
  const session = useSession();
  return session.state === 'open' ? session : null;
}

export function takeSession(session: SessionState): void {
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
  engine.subscribe((event) => {
    if (event.name === 'session') takeSession(event.payload);
    if (event.name !== 'changed') return;
    const { tables, session } = event.payload;
    const isCodingOnly = tables.coding !== undefined && !tables.code && !tables.source;
    if (!isCodingOnly) {
      sessionStore.setState({ session });
      void refresh(tables, () => true);
      return;
    }
    // What is being read comes first: counts, lists and the status bar follow when the coding is on the screen.
    void refresh(tables, (name) => name === 'source.codings').then(() =>
      afterPaint(() => {
        sessionStore.setState({ session });
        void refresh(tables, (name) => name !== 'source.codings');
      }),
    );
  });
}

function dependsOn(name: QueryName, tables: Partial<Record<TableName, unknown>>): boolean {
  const made = queryTables[name];
  return made === 'anyChange' || made.some((table) => tables[table] !== undefined);
}

function refresh(
  tables: Partial<Record<TableName, unknown>>,
  isMeant: (name: QueryName) => boolean,
): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) =>
      isMeant(queryKey[0] as QueryName) && dependsOn(queryKey[0] as QueryName, tables),
  });
}
