import type { Backup } from '../../../contract/backups';
import { formatNumber, t } from '../../i18n';

export interface BackupDay {
  /** Of the first backup, for a key. */
  readonly key: string;
  readonly title: string;
  readonly backups: readonly Backup[];
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Backups, newest first, under the days on which they were taken. */
export function byDay(backups: readonly Backup[], now = new Date()): readonly BackupDay[] {
  const days = new Map<string, Backup[]>();
  for (const backup of backups) {
    const key = new Date(backup.at).toDateString();
    days.set(key, [...(days.get(key) ?? []), backup]);
  }
  return [...days].map(([key, ofDay]) => ({ key, title: dayTitle(key, now), backups: ofDay }));
}

function dayTitle(key: string, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (key === now.toDateString()) return t('backups:today');
  if (key === yesterday.toDateString()) return t('backups:yesterday');
  return dayFormat.format(new Date(key));
}

export function timeText(at: string): string {
  return timeFormat.format(new Date(at));
}

export function sizeText(bytes: number): string {
  if (bytes < 1_000_000)
    return t('backups:kilobytes', { size: formatNumber(Math.max(1, Math.round(bytes / 1000))) });
  const size = bytes < 10_000_000 ? Math.round(bytes / 100_000) / 10 : Math.round(bytes / 1_000_000);
  return t('backups:megabytes', { size: formatNumber(size) });
}
