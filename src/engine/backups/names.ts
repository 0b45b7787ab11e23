/**
 * How backups are called. `Study.emic` has its backups in `Study backups`, each called after the minute in which it was
 * taken, by the clock on the wall: `Study 2026-11-22 1015.emic`, then `Study 2026-11-22 1015_02.emic`. The names sort
 * by time and are valid on every system.
 */
const ending = '.emic';

/** Bytes of UTF-8: with the time and the mark of an unfinished copy, a name must fit into 255. */
const longestStem = 150;

/** The project's file name without its ending, cut where it is very long. */
export function stemOf(projectPath: string): string {
  const name = projectPath.split(/[/\\]/).pop() ?? projectPath;
  let stem = name.replace(/\.emic$/i, '');
  const encoder = new TextEncoder();
  while (encoder.encode(stem).length > longestStem) stem = [...stem].slice(0, -1).join('');
  return stem.trimEnd();
}

export function backupFolderName(stem: string): string {
  return `${stem} backups`;
}

export interface BackupName {
  readonly stem: string;
  /** ISO UTC, whole minutes. */
  readonly at: string;
  /** Among those of one minute, from 1. */
  readonly number: number;
}

export function backupName({ stem, at, number }: BackupName): string {
  const date = new Date(at);
  const time = `${two(date.getHours())}${two(date.getMinutes())}`;
  // `_` sorts after the dot of the first one's ending.
  return `${stem} ${localDay(at)} ${time}${number > 1 ? `_${two(number)}` : ''}${ending}`;
}

const pattern = /^(.+) (\d{4})-(\d\d)-(\d\d) (\d\d)(\d\d)(?:_(\d\d+))?\.emic$/;

/** Null for a file that is called otherwise. */
export function parseBackupName(fileName: string): BackupName | null {
  const found = pattern.exec(fileName);
  if (!found) return null;
  const [, stem = '', year, month, day, hour, minute, number] = found;
  const date = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  if (Number.isNaN(date.getTime()) || date.getDate() !== Number(day)) return null;
  return { stem, at: date.toISOString(), number: Number(number ?? 1) };
}

/** Newest first. */
export function byTimeDownwards(a: BackupName, b: BackupName): number {
  return a.at === b.at ? b.number - a.number : a.at < b.at ? 1 : -1;
}

/** The day on the wall, `2026-11-22`. */
export function localDay(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What a restored project is called: `Study (restored 2026-11-22).emic`, then `… 2).emic`. */
export function restoredName(stem: string, at: string, number: number): string {
  return `${stem} (restored ${localDay(at)}${number > 1 ? ` ${number}` : ''})${ending}`;
}

/** A copy that is being made: `NAME.4711-x7k2m9.part`, with the process that makes it. */
export function partName(fileName: string, process: number, nonce: string): string {
  return `${fileName}.${process}-${nonce.slice(0, 6)}.part`;
}

export function parsePartName(fileName: string): { readonly stem: string; readonly process: number } | null {
  const found = /^(.+\.emic)\.(\d+)-[0-9a-z]+\.part$/.exec(fileName);
  const name = found?.[1] === undefined ? null : parseBackupName(found[1]);
  return name && { stem: name.stem, process: Number(found?.[2]) };
}

/** Whether a path is that of a backup in its own folder: it is looked at, never worked on. */
export function isBackupPath(path: string): boolean {
  const [file = '', folder = ''] = path.split(/[/\\]/).reverse();
  const name = parseBackupName(file);
  return name !== null && isFolderOf(name.stem, folder);
}

/** `Study backups`, or where many projects' backups are kept together `Study backups (3f2a9c)`. */
export function isFolderOf(stem: string, folder: string): boolean {
  const name = backupFolderName(stem);
  return (
    folder === name ||
    (folder.startsWith(`${name} (`) && /^\([0-9a-f]{6}\)$/.test(folder.slice(name.length + 1)))
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
