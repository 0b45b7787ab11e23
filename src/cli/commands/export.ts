import { resolve } from 'node:path';
import { UsageError } from '../arguments';
import type { Call, CliCommand } from '../command';
import { questionOptions, readQuestion } from '../cooccurrence-question';
import { historyOptions, readHistoryFilter } from '../history-filter';
import { type Project, withProject } from '../open-project';

const purposes = ['codebook', 'quotations', 'cooccurrence', 'history'] as const;

export const exportFile: CliCommand = {
  name: 'export',
  summary: 'Write the codebook, the quotations, the co-occurrence matrix or the history to a file.',
  words: ['PROJECT'],
  options: [
    { name: '--what', value: purposes.join('|'), help: 'What to write.' },
    {
      name: '--to',
      value: 'FILE',
      help: 'Where to; the format is told by the ending. A file there is replaced.',
    },
    { name: '--byte-order-mark', help: 'CSV: begin with a byte order mark, which Excel needs.' },
    { name: '--view', value: 'matrix|network', help: 'SVG: which figure.' },
    { name: '--theme', value: 'light|dark', help: 'SVG: on which ground.' },
  ],
  moreOptions: [...questionOptions, ...historyOptions],
  details: [
    'codebook      .csv .xlsx .html .md .json .qdc',
    'quotations    .csv .xlsx',
    'cooccurrence  .csv .xlsx .svg; takes the options of “emic cooccurrence”',
    'history       .csv .html; takes the options of “emic history”',
  ],
  run: (call) => {
    const { args } = call;
    const what = args.choice('--what', purposes);
    if (what === undefined) throw new UsageError(`export needs --what ${purposes.join('|')}.`);
    const to = args.text('--to');
    if (to === undefined || to === '') throw new UsageError('export needs --to FILE.');
    const write = writerOf(what, resolve(to), call);
    return withProject(call, 'read', async (project) => {
      const { path, bytes, notices } = await write(project);
      return { output: `Wrote ${path} (${bytes} bytes).\n`, notes: notices };
    });
  },
};

function refuseHistoryOptions(args: Call['args']): void {
  const stray = historyOptions.find(({ name }) => args.has(name));
  if (stray) throw new UsageError(`${stray.name} goes with --what history.`);
}

/** Reads the options that belong to what is written, and refuses those that do not. */
function writerOf(what: (typeof purposes)[number], path: string, { args }: Call) {
  const byteOrderMark = args.has('--byte-order-mark');
  if (what === 'cooccurrence') {
    refuseHistoryOptions(args);
    const question = readQuestion(args);
    const view = args.choice('--view', ['matrix', 'network']);
    const theme = args.choice('--theme', ['light', 'dark']);
    return async (project: Project) =>
      project.run('export.cooccurrence', {
        path,
        byteOrderMark,
        view,
        theme,
        query: await question(project),
      });
  }
  const stray = ['--view', '--theme', ...questionOptions.map(({ name }) => name)].find((name) =>
    args.has(name),
  );
  if (stray !== undefined) throw new UsageError(`${stray} goes with --what cooccurrence.`);
  if (what === 'history') {
    const filter = readHistoryFilter(args);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return async (project: Project) =>
      project.run('export.history', { path, byteOrderMark, timeZone, filter: await filter(project) });
  }
  refuseHistoryOptions(args);
  return (project: Project) =>
    what === 'codebook'
      ? project.run('export.codebook', { path, byteOrderMark })
      : project.run('export.quotations', { path, byteOrderMark });
}
