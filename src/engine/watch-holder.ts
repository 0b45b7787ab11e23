import type { ProjectHolder } from '../contract/events';
import { type LockHolder, lockHolder } from '../storage/sqlite/lock-file';
import type { Platform } from './platform';

/** Heartbeats come once a minute; a synced folder brings them late. */
const quietAfterMilliseconds = 5 * 60_000;

/**
 * Looks at who holds a project. Clocks of two machines differ, so a heartbeat that was seen to move here counts more
 * than what it says.
 */
export interface HolderWatch {
  /** Null when nobody holds the project. Throws where the lock can't be read. */
  look(): ProjectHolder | null;
}

export function createHolderWatch(platform: Platform, path: string): HolderWatch {
  let seen: { nonce: string; heartbeat: string; since: number; hasMoved: boolean } | null = null;
  return {
    look() {
      const options = { path, files: platform.files, process: platform.process, now: platform.clock };
      const holder = lockHolder(options);
      if (!holder) {
        seen = null;
        return null;
      }
      const now = platform.milliseconds();
      if (seen?.nonce !== holder.nonce) {
        seen = { nonce: holder.nonce, heartbeat: holder.heartbeat, since: now, hasMoved: false };
      } else if (seen.heartbeat !== holder.heartbeat) {
        seen = { ...seen, heartbeat: holder.heartbeat, since: now, hasMoved: true };
      }
      const isStill = now - seen.since > quietAfterMilliseconds;
      return holderFacts(holder, isStill || (!seen.hasMoved && isQuiet(platform, holder)));
    },
  };
}

/** By the clocks alone: the last sign of life is old, or its time can't be true. */
function isQuiet(platform: Platform, { heartbeat }: LockHolder): boolean {
  const silence = Date.parse(platform.clock()) - Date.parse(heartbeat);
  return !(Math.abs(silence) <= quietAfterMilliseconds);
}

function holderFacts(holder: LockHolder, quiet: boolean): ProjectHolder {
  const { coder, where, since, heartbeat, nonce } = holder;
  // What runs on this machine is seen to run, where the system tells one process from a later one of its number.
  const isUnseen = where === 'otherMachine' || (where === 'thisMachine' && holder.processStart === null);
  return {
    coder,
    where,
    host: hostName(holder),
    since,
    lastSeen: heartbeat,
    takeover: quiet && isUnseen ? nonce : null,
  };
}

/** Without the mark that tells machines of one name apart. */
function hostName({ host }: LockHolder): string {
  return host.replace(/#[^#]*$/, '');
}

/** Whether two looks would be told alike: the sign of life itself is not shown as it comes. */
export function areSameHolder(one: ProjectHolder | null, other: ProjectHolder | null): boolean {
  if (!one || !other) return one === other;
  return one.since === other.since && one.host === other.host && one.takeover === other.takeover;
}
