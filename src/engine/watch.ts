import { tableNames } from '../core/tables';
import type { Emit } from './context';
import type { Platform } from './platform';
import { findByIdentity } from './same-file';
import type { Session } from './session';
import type { News } from './watch-types';

/** Looks at the lock and the file of the open project, and tells the windows what has happened to them. */
export interface Watch {
  /** A look now; to be called before each change and with each heartbeat. Costs less than 0.1 ms. Never throws. */
  attend(): void;
  /** After a question that found another program's commit. */
  tellNoticed(): void;
  /** After the project at the same path was opened anew: what is shown may be of another version. */
  tellAll(): void;
  /** While somebody looks at the window: a look every other second. */
  setSeen(isSeen: boolean): void;
}

const lookEveryMilliseconds = 2000;

export interface WatchOptions {
  readonly platform: Platform;
  readonly session: () => Session;
  readonly emit: Emit;
}

export function createWatch({ platform, session, emit }: WatchOptions): Watch {
  let stop: (() => void) | null = null;
  let isNoticeDue = false;
  let searchedFor: string | null = null;

  const tellSession = () => emit('session', session().state());
  const tellContent = () => {
    const state = session().state();
    if (state.state !== 'open') return;
    const tables = Object.fromEntries(tableNames.map((table) => [table, null]));
    // The session itself first: what it says of lock and file may be new too.
    emit('session', state);
    emit('changed', { revision: state.project.revision, tables, session: state });
  };
  const tell = ({ kind, told }: News) => {
    if (kind === 'nothing') return;
    if (kind === 'session') tellSession();
    else tellContent();
    const { current } = session();
    if (told !== null && current) emit('outside', { what: told, path: current.path });
    if (current?.trouble?.kind === 'moved') void search();
  };

  /** A renamed file has kept its number. */
  const search = async () => {
    const { current } = session();
    if (!current || searchedFor === current.fileIdentity) return;
    searchedFor = current.fileIdentity;
    const found = await findByIdentity(platform, current.database.path, current.fileIdentity);
    searchedFor = null;
    if (found === null || session().current !== current || current.trouble?.kind !== 'moved') return;
    current.foundAt(found);
    quietly(tellSession);
  };

  const attend = () => {
    // In the pauses of a long change nothing is looked at: it looks at lock and file itself before it commits.
    if (session().current?.database.isInTransaction) return;
    quietly(() => tell(session().look()));
  };

  return {
    attend,
    tellAll: () => quietly(tellContent),
    tellNoticed() {
      if (isNoticeDue) return;
      isNoticeDue = true;
      // Not within the question that found it: its answer comes first.
      queueMicrotask(() => {
        isNoticeDue = false;
        quietly(tellContent);
      });
    },
    setSeen(isSeen) {
      if (isSeen === (stop !== null)) return;
      stop?.();
      stop = isSeen ? platform.every(lookEveryMilliseconds, attend) : null;
    },
  };
}

/** What can't be told now (the project is being closed, the disk does not answer) is seen at the next look. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // As above.
  }
}
