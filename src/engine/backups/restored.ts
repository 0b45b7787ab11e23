import { joinedCoder, recordEvent } from '../history/entries';
import type { Platform } from '../platform';
import type { Session } from '../session';
import { fileOf } from './folders';
import { parseBackupName } from './names';

/** Writes into the history of the project that was just made of a backup and opened where it comes from. */
export function noteRestored(session: Session, platform: Platform, backup: string): void {
  const project = session.project();
  if (project.readOnly !== null) return;
  const { database, texts } = project;
  const path = { database, texts, platform, coder: (now: string) => session.coderRow(now) };
  const now = platform.clock();
  const isNamed = session.state().coder !== null;
  database.transaction(() => {
    const coder = isNamed ? joinedCoder(path, now) : undefined;
    const event = { now, isAlwaysKept: true, ...(coder && { coder }) };
    const at = parseBackupName(fileOf(backup))?.at ?? '';
    recordEvent(path, event, () => ({
      value: undefined,
      label: { key: 'event.restore', values: { backup: fileOf(backup), at } },
    }));
  });
}
