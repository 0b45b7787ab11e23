import { resolve } from 'node:path';
import type { Backup } from '../../contract/backups';
import { type OptionSpec, UsageError } from '../arguments';
import { type Call, type CliCommand, csvOption, jsonOption } from '../command';
import { withEngine, withProject } from '../open-project';
import { printTable, type Table } from '../table';

const keptIn: OptionSpec = {
  name: '--kept-in',
  value: 'FOLDER',
  help: 'Where backups are kept; else EMIC_BACKUPS from the environment, else beside the project.',
};

export const backUp: CliCommand = {
  name: 'backup',
  summary: 'Take a verified copy of the project file now.',
  words: ['PROJECT'],
  options: [keptIn],
  details: [
    'The copy is read again, compared and checked before it counts. Kept are 3 of today, one of each earlier day, 10 in',
    'all. Works while the project is open in the window.',
  ],
  run: (call) =>
    withProject(call, 'read', async (project) => {
      const taken = await project.run('backups.take', {});
      const isNew = taken?.isNew ?? false;
      return {
        output: isNew
          ? `Backed up to ${taken?.path}.\n`
          : `Nothing has changed since the last backup: ${taken?.path}.\n`,
      };
    }),
};

export const backups: CliCommand = {
  name: 'backups',
  summary: 'List the backups of a project, newest first.',
  words: ['PROJECT'],
  options: [keptIn, jsonOption, csvOption],
  details: ['The project itself may be damaged or gone: its path is enough.'],
  run: (call) =>
    withEngine(call, async (project) => {
      const path = resolve(call.args.words[0] ?? '');
      const list = await project.query('backups.list', { path });
      const output = printTable(tableOf(list.backups), call.args, `There is no backup in ${list.folder}.`);
      return { output };
    }),
};

function tableOf(list: readonly Backup[]): Table {
  return {
    columns: ['taken_at', 'state', 'bytes', 'revision', 'documents', 'codes', 'codings', 'path'],
    rows: list.map(({ at, bytes, content, path }) => ({
      taken_at: at,
      state: content === null ? 'damaged' : 'sound',
      bytes,
      revision: content?.revision ?? null,
      documents: content?.documents ?? null,
      codes: content?.codes ?? null,
      codings: content?.codings ?? null,
      path,
    })),
  };
}

export const restore: CliCommand = {
  name: 'restore',
  summary: 'Make a project file of a backup; nothing is overwritten.',
  words: ['BACKUP'],
  options: [
    { name: '--to', value: 'FILE', help: 'The project file to make; there must be none yet.' },
    {
      name: '--even-if-damaged',
      help: 'Also where texts or history are not as they were written (“emic check” lists what).',
    },
  ],
  run: (call) =>
    withEngine(call, async (project) => {
      const path = resolve(call.args.words[0] ?? '');
      const to = resolve(neededPath(call));
      await project.run('backups.restore', { path, to, evenIfDamaged: call.args.has('--even-if-damaged') });
      return { output: `Restored to ${to}.\n` };
    }),
};

function neededPath(call: Call): string {
  const to = call.args.text('--to');
  if (to === undefined || to === '') throw new UsageError('Say where the project goes: --to FILE.');
  return to;
}
