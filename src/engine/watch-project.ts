import type { FileTrouble, ProjectWriter } from '../contract/events';
import { ExpectedError } from '../core/result';
import { StorageFault } from '../storage/sqlite/storage-fault';
import type { Database } from '../storage/sqlite/types';
import { keepUsage } from './kept-usage';
import { createProjectCaches } from './project-caches';
import { isSameFile } from './same-file';
import { areSameHolder, createHolderWatch } from './watch-holder';
import { entriesApart, type Mark, markOf, relationTo } from './watch-mark';
import { isForeignCommitOver, keptPath, lookAtPlace, type Place } from './watch-place';
import type { News, ProjectParts, WatchedProject } from './watch-types';
import {
  busy,
  heldSentence,
  obstacle,
  troubleErrorKind,
  troubleSentence,
  writerSentence,
} from './watch-words';

/** Milliseconds that a question waits for another program's commit. */
const patience = 2000;

const nothing: News = { kind: 'nothing', told: null };
const otherSession: News = { kind: 'session', told: null };

export function watchProject({
  platform,
  path,
  heldAt,
  reason,
  openFile,
  ...parts
}: ProjectParts): WatchedProject {
  const { files } = platform;
  let { database, lock } = parts;
  let caches = createProjectCaches(database, platform);
  /** Null: whatever happens to the file, nothing of this session is in it. */
  let mark: Mark | null = database.canWrite ? markOf(database) : null;
  let hasEdits = false;
  let trouble: FileTrouble | null = null;
  let needsReopening = false;
  /** A journal that is not empty between two transactions is another program's, unless our last one ended badly. */
  let mayLeaveJournal = false;
  let isChangeUntold = false;
  let seen = lookAtPlace(files, database.path);
  let ownFile = seen.file;
  const holderWatch = createHolderWatch(platform, heldAt ?? database.path);
  let writer: ProjectWriter | null =
    heldAt !== null ? { holder: quietly(() => holderWatch.look(), null), wasTaken: false } : null;

  const refresh = () => {
    caches = createProjectCaches(database, platform);
  };
  const adopt = (next: Database) => {
    const old = database;
    database = next;
    refresh();
    needsReopening = false;
    mayLeaveJournal = false;
    trouble = null;
    seen = lookAtPlace(files, database.path);
    ownFile = seen.file;
    if (next !== old) quietly(() => old.close(), undefined);
  };
  const fall = (kind: FileTrouble['kind'], place: Place, apart: FileTrouble['apart'] = null): News => {
    quietly(() => database.detach(), undefined);
    seen = place;
    const isSame =
      trouble?.kind === kind &&
      trouble.apart?.ours === apart?.ours &&
      trouble.apart?.theirs === apart?.theirs;
    if (isSame) return nothing;
    trouble = { kind, nowAt: null, apart, savedAs: trouble?.savedAs ?? null };
    return otherSession;
  };

  const saved = (at: string) => {
    database.copyTo(at);
    return true;
  };

  const lookAtLock = (): News => {
    if (lock && !lock.check()) {
      lock.release();
      lock = null;
      writer = { holder: quietly(() => holderWatch.look(), null), wasTaken: true };
      // With a handle that may write, reading in the middle of the other's commit would roll it back.
      database.detach();
      needsReopening = true;
      return otherSession;
    }
    if (!writer) return nothing;
    const { holder, wasTaken } = writer;
    const now = quietly(() => holderWatch.look(), holder);
    if (areSameHolder(now, holder)) return nothing;
    writer = { holder: now, wasTaken };
    return otherSession;
  };

  const lookAtFile = (): News => {
    const place = lookAtPlace(files, database.path);
    if (place.signature === seen.signature && !needsReopening) return nothing;
    if (place.at === 'file') {
      const isOurs = place.file === ownFile;
      return isOurs && !trouble && !needsReopening ? lookInside(place) : lookAtOther(place, isOurs);
    }
    const names = quietly(() => database.identity().links, null);
    if (place.at === 'noAnswer' || (place.at === 'noFolder' && names !== 0n))
      return fall('unreachable', place);
    return fall(names ? 'moved' : 'deleted', place);
  };

  /** Somebody wrote to the file itself. */
  const lookInside = (place: Place): News => {
    if (database.canWrite && !isForeignCommitOver(files, database.path, 0)) return nothing;
    try {
      const isNoticed = database.changedByOthers();
      // Not through SQLite, or with its counter of changes as it was: what it remembers of the file is worth nothing.
      if (isNoticed) refresh();
      else adopt(openFile(database.path, lock));
      seen = place;
      const relation = mark ? relationTo(database, mark) : 'ahead';
      if (relation === 'lacks') return fall('overwritten', place);
      // Something of our own that was not told of by `wrote`, or only the time was set.
      if (!isNoticed && relation === 'same') return nothing;
      return { kind: 'content', told: isNoticed && mark && !writer ? 'changed' : null };
    } catch {
      return fall('damaged', place);
    }
  };

  /** Another file, or ours after it was out of reach: where it holds all that is ours, it is taken as ours. */
  const lookAtOther = (place: Place, isOurs: boolean): News => {
    let other: Database;
    try {
      other = openFile(database.path, isOurs ? lock : null);
    } catch {
      if (!isOurs) return fall('replaced', place);
      return fall(trouble?.kind === 'damaged' ? 'damaged' : 'unreachable', place);
    }
    try {
      if (mark && relationTo(other, mark) === 'lacks') {
        const apart = quietly(() => entriesApart(database, other), null);
        other.close();
        return fall(isOurs ? 'overwritten' : 'replaced', place, apart);
      }
      const wasInTrouble = trouble !== null;
      if (isOurs || !lock) adopt(other);
      else {
        other.close();
        adopt(openFile(database.path, lock));
      }
      const isTold = mark !== null && !writer;
      return { kind: 'content', told: isTold ? (wasInTrouble ? 'returned' : 'changed') : null };
    } catch {
      quietly(() => other.close(), undefined);
      return fall(isOurs ? 'damaged' : 'replaced', place);
    }
  };

  return {
    path,
    get database() {
      return database;
    },
    get texts() {
      return caches.texts;
    },
    get structure() {
      return caches.structure;
    },
    get analysis() {
      return caches.analysis;
    },
    get lists() {
      return caches.lists;
    },
    get usage() {
      return caches.usage;
    },
    get lock() {
      return lock;
    },
    get fileIdentity() {
      return ownFile;
    },
    get writer() {
      return writer;
    },
    get trouble() {
      return trouble;
    },
    get readOnly() {
      if (trouble) return troubleSentence(trouble);
      if (writer) return writerSentence(writer, platform.clock());
      return database.canWrite ? null : (reason ?? obstacle(database));
    },

    look() {
      const ofLock = lookAtLock();
      const ofFile = lookAtFile();
      if (isChangeUntold) {
        isChangeUntold = false;
        refresh();
        return { kind: 'content', told: ofFile.told };
      }
      return ofFile.kind === 'nothing' ? ofLock : ofFile.kind === 'session' ? otherSession : ofFile;
    },

    notice() {
      if (trouble) return false;
      if (database.canWrite) {
        if (!mayLeaveJournal && !isForeignCommitOver(files, database.path, patience))
          throw new ExpectedError('conflict', busy);
        return false;
      }
      if (!database.changedByOthers()) return false;
      caches.forget();
      const place = lookAtPlace(files, database.path);
      if (place.file === ownFile) seen = place;
      return true;
    },

    wrote(thrown) {
      const fault = thrown instanceof StorageFault ? thrown : null;
      const isIn = thrown === undefined || fault?.outcome === 'committed';
      mayLeaveJournal = fault !== null;
      if (fault?.kind === 'missing' || fault?.kind === 'replaced') database.detach();
      else {
        const place = lookAtPlace(files, database.path);
        if (place.file === ownFile) seen = place;
      }
      if (fault?.outcome === 'unknown') needsReopening = true;
      if (!isIn) return;
      hasEdits = true;
      // Refused, but in the open file: the views have to show it all the same.
      if (fault) isChangeUntold = true;
      mark = quietly(() => markOf(database), mark);
    },

    saveCopy(to) {
      if (trouble?.kind === 'overwritten' || trouble?.kind === 'damaged') {
        throw new ExpectedError(
          troubleErrorKind(trouble),
          `${troubleSentence(trouble)} Nothing was written.`,
        );
      }
      const place = lookAtPlace(files, to);
      if (isSameFile(files, to, database.path) || (trouble && to === database.path && place.at === 'file')) {
        throw new ExpectedError(
          'conflict',
          'That is the place of the project itself, where the other version is. Nothing was written; choose another name.',
        );
      }
      const holder = quietly(() => createHolderWatch(platform, to).look(), null);
      if (holder)
        throw new ExpectedError('conflict', `${heldSentence(holder, platform.clock())} Nothing was written.`);
      database.copyTo(to, { replace: true });
      if (trouble) trouble = { ...trouble, savedAs: to };
    },

    putBack() {
      if (trouble?.kind !== 'deleted') {
        throw new ExpectedError('invalid', 'The project file is not missing. Nothing was changed.');
      }
      database.copyTo(database.path);
      adopt(openFile(database.path, lock));
    },

    foundAt(at) {
      if (trouble?.kind === 'moved') trouble = { ...trouble, nowAt: at };
    },

    close(kept) {
      const isAtRisk = trouble?.kind === 'replaced' ? mark !== null : hasEdits && trouble?.kind === 'deleted';
      const at = isAtRisk && trouble?.savedAs === null ? keptPath(database.path, platform.clock()) : null;
      const copied = at !== null && quietly(() => saved(at), false);
      if (hasEdits && !trouble && database.canWrite)
        quietly(() => keepUsage(database, caches.usage, platform), undefined);
      database.close();
      if (lock !== kept) lock?.release();
      return copied ? at : null;
    },
  };
}

/** What can't be looked at now is looked at again the next time. */
function quietly<T, U>(look: () => T, otherwise: U): T | U {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
