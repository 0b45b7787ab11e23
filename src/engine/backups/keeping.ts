import { localDay } from './names';

/** How many are kept: of today, of each earlier day, in all. */
export const bounds = { today: 3, eachEarlierDay: 1, inAll: 10 } as const;

interface Dated {
  /** ISO UTC. */
  readonly at: string;
}

export interface Superfluous<T> {
  readonly backup: T;
  /** What is kept for the same day in its place; null where it goes because there are too many days. */
  readonly insteadOf: T | null;
}

/**
 * Which of the sound backups, newest first, may go. `fresh` was taken just now and stays, whatever the clock said when
 * the others were taken.
 */
export function superfluous<T extends Dated>(backups: readonly T[], fresh: T, now: string): Superfluous<T>[] {
  const today = localDay(now);
  const keptOf = new Map<string, T[]>();
  const gone: Superfluous<T>[] = [];
  const freshFirst = [fresh, ...backups.filter((backup) => backup !== fresh)];
  for (const backup of freshFirst) {
    const day = localDay(backup.at);
    const kept = keptOf.get(day) ?? [];
    if (kept.length < (day === today ? bounds.today : bounds.eachEarlierDay)) {
      keptOf.set(day, [...kept, backup]);
    } else {
      gone.push({ backup, insteadOf: kept[0] ?? null });
    }
  }
  const kept = new Set([...keptOf.values()].flat());
  const tooMany = freshFirst.filter((backup) => kept.has(backup)).slice(bounds.inAll);
  return [...gone, ...tooMany.map((backup) => ({ backup, insteadOf: null }))];
}

const dayInMilliseconds = 24 * 60 * 60_000;

/** Whether a backup is of the last 24 hours. One that is dated in the future tells nothing. */
export function isRecent(at: string, now: string): boolean {
  const age = Date.parse(now) - Date.parse(at);
  return age >= 0 && age < dayInMilliseconds;
}
