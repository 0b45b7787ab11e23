import { resolve } from 'node:path';
import type { ComparedRow, Comparison } from '../../contract/copies';
import { comparedInEnglish, tableInEnglish } from '../../contract/copy-words';
import type { TableName } from '../../contract/events';
import { UsageError } from '../arguments';
import { type CliCommand, jsonOption } from '../command';
import { withProject } from '../open-project';
import { alignColumns, jsonText } from '../table';

export const copy: CliCommand = {
  name: 'copy',
  summary: 'Save a compact, checked copy of a project for a colleague.',
  words: ['PROJECT'],
  options: [
    { name: '--to', value: 'FILE', help: 'The file to make; there must be none yet.' },
    { name: '--no-history', help: 'Without the history: smaller, and what was deleted is not in it.' },
    {
      name: '--initials',
      help: 'Coders’ initials in the place of their names. Names in texts and memos stay as they are.',
    },
  ],
  details: [
    'What comes back is recognised as a copy of the project, with or without history: see “emic compare”.',
    'Works while the project is open in the window, and changes nothing in it.',
  ],
  run: (call) => {
    const { args } = call;
    const to = args.text('--to');
    if (to === undefined || to === '') throw new UsageError('Say where the copy goes: --to FILE.');
    return withProject(call, 'read', async (project) => {
      const { path, bytes } = await project.run('project.saveCopy', {
        path: resolve(to),
        history: !args.has('--no-history'),
        names: args.has('--initials') ? 'initials' : 'kept',
      });
      return { output: `Saved a copy to ${path} (${bytes} bytes).\n` };
    });
  },
};

export const compare: CliCommand = {
  name: 'compare',
  summary: 'Compare a project with a copy of it: what each has that the other has not.',
  words: ['PROJECT', 'OTHER'],
  options: [jsonOption],
  details: ['“There” is OTHER. Neither is changed. At most 500 rows of each list are shown.'],
  run: (call) =>
    withProject(call, 'read', async (project) => {
      const path = resolve(call.args.words[1] ?? '');
      const comparison = await project.run('project.compare', { path });
      return {
        output: call.args.has('--json') ? jsonText(forPrograms(comparison)) : forReading(comparison),
      };
    }),
};

function forPrograms({ parting, total, here, there, lists, path, name }: Comparison) {
  const side = ({ lastAt, ...rest }: Comparison['here']) => ({ ...rest, last_at: lastAt });
  return {
    path,
    name,
    parting: parting && { at: parting.at },
    total,
    here: side(here),
    there: side(there),
    lists: lists.map((list) => ({
      table: list.table,
      difference: list.difference,
      total: list.total,
      rows: list.rows.map((row) => ({
        id: row.id,
        title: row.title,
        document: row.place?.document ?? null,
        start_position: row.place?.start ?? null,
        end_position: row.place?.end ?? null,
        code_path: row.codePath,
        coder: row.coderName,
        at: row.at,
        fields: row.fields,
      })),
    })),
  };
}

function forReading({ parting, total, lists, here, there }: Comparison): string {
  const figures = (['documents', 'codes', 'quotations', 'codings', 'memos'] as const).map((what) => [
    what,
    String(here[what]),
    String(there[what]),
  ]);
  const parted =
    parting === null
      ? 'Where the two parted is not known: which side has changed a row can’t be told.\n'
      : parting.at === null
        ? 'The two parted at the beginning of their histories.\n'
        : `The two parted after ${parting.at}.\n`;
  const head = alignColumns([['', 'here', 'there'], ...figures], [false, true, true]);
  if (total === 0) return `${head}${parted}Nothing differs.\n`;
  const isBaseKnown = parting !== null;
  return `${head}${parted}${lists
    .map(
      (list) =>
        `\n${tableInEnglish(list.table)}, ${comparedInEnglish(list.difference, isBaseKnown)}: ${list.total}\n` +
        list.rows.map((row) => `  ${lineOf(row, list.table)}\n`).join(''),
    )
    .join('')}`;
}

function lineOf({ title, codePath, place, coderName, at }: ComparedRow, table: TableName): string {
  const named = title === '' && table === 'memo' ? 'the project' : title;
  const parts = [
    codePath,
    place || codePath ? `“${named}”` : named,
    place && `${place.document} ${place.start}–${place.end}`,
    coderName === '' ? null : coderName,
    at,
  ];
  return parts.filter((part) => part !== null && part !== '').join('  ');
}
