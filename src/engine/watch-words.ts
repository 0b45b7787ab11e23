import type { FileTrouble, ProjectHolder, ProjectWriter } from '../contract/events';
import { once } from '../core/once';
import type { ErrorKind } from '../core/result';
import type { Database } from '../storage/sqlite/types';

/** What is the matter with the open file and what is safe, as the sentence that a refused change begins with. */
export function troubleSentence({ kind, nowAt }: Pick<FileTrouble, 'kind' | 'nowAt'>): string {
  switch (kind) {
    case 'replaced':
      return 'Another program has put another version in the place of the project file. Your version is still here: save it as a copy, or open the other one.';
    case 'overwritten':
      return 'Another program has written another version over the project file, and your last changes are not in it. Look for a backup, or open what is there now.';
    case 'deleted':
      return 'The project file was deleted by another program. Your version is still here: put it back, or save it as a copy.';
    case 'moved':
      return nowAt === null
        ? 'The project file was renamed or moved while it was open. Everything is in it; open it where it is now.'
        : `The project file was renamed or moved while it was open. Everything is in it; open it at ${nowAt}.`;
    case 'unreachable':
      return 'The disk or folder of the project does not answer. What was saved is in the file; Emic goes on as soon as it is there again.';
    case 'damaged':
      return 'The project file is damaged: another program has cut it or written over it. Keep the file and look for a backup.';
  }
}

export function troubleErrorKind({ kind }: Pick<FileTrouble, 'kind'>): ErrorKind {
  return kind === 'damaged' || kind === 'unreachable' ? 'unreadableFile' : 'conflict';
}

/** Why a project can only be read that somebody else writes, or wrote. */
export function writerSentence({ holder, wasTaken }: ProjectWriter, now: string): string {
  if (wasTaken) return takenSentence(holder);
  return holder
    ? heldSentence(holder, now)
    : 'Nobody else has this project open any more. Open it for editing to change it.';
}

/** Why a project can only be read that nobody else writes. */
export function obstacle({ readOnlyReason }: Database): string {
  switch (readOnlyReason) {
    case 'file':
      return 'The project file is write-protected.';
    case 'folder':
      return 'The project’s folder may not be written.';
    default:
      return 'The project was opened for reading.';
  }
}

/** “Anna has this project open on laptop-2 (since 10:32).” */
export function heldSentence(holder: ProjectHolder, now: string): string {
  const who = holder.coder === '' ? 'Somebody' : holder.coder;
  const since = `since ${timeText(holder.since, now)}`;
  switch (holder.where) {
    case 'thisProcess':
      return `This project is already open here (${since}).`;
    case 'thisMachine':
      return `${who} has this project open in another window or program on this computer (${since}).`;
    case 'otherMachine':
      return `${who} has this project open on ${holder.host} (${since}).`;
  }
}

/** As far as is known at the moment when it is noticed. */
export const lostSentence =
  'Another program has taken this project over, so here it can only be read from now on. What you did before is saved.';

function takenSentence(holder: ProjectHolder | null): string {
  if (!holder) return lostSentence;
  const who = holder.coder === '' ? 'Somebody' : holder.coder;
  const where = holder.where === 'otherMachine' ? ` on ${holder.host}` : '';
  return `${who} has taken this project over${where}, so here it can only be read from now on. What you did before is saved.`;
}

const timeFormat = once(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }));
const dayFormat = once(
  () => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
);

/** In local time; with the day where it is another than that of `now`. */
function timeText(iso: string, now: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return 'an unknown time';
  const [time, day] = [timeFormat(), dayFormat()];
  const isToday = day.format(at) === day.format(new Date(now));
  return isToday ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
}

export const busy =
  'Another program is writing the project file. Nothing was changed; try again in a moment. If it stays so, close the project and open it again.';
