import { labelInEnglish } from '../../contract/labels';
import { entryInEnglish } from '../../contract/past-labels';
import { type CliCommand, csvOption, jsonOption } from '../command';
import { historyOptions, readHistoryFilter } from '../history-filter';
import { withProject } from '../open-project';
import { printTable, type Table } from '../table';

const mostEntries = 10_000;

export const history: CliCommand = {
  name: 'history',
  summary: 'Show what was done, by whom and when; newest first.',
  words: ['PROJECT'],
  options: [...historyOptions, jsonOption, csvOption],
  details: [
    '--coder NAME shows only what NAME did. Days are those of this computer.',
    'A code or document that was deleted is found by the name that it had last.',
    `At most the newest ${mostEntries.toLocaleString('en')} entries; “emic export --what history” writes all.`,
  ],
  run: (call) => {
    const filter = readHistoryFilter(call.args);
    return withProject(call, 'read', async (project) => {
      const entries = await project.query('history.list', { ...(await filter(project)), limit: mostEntries });
      const isForPrograms = call.args.has('--json') || call.args.has('--csv');
      const table: Table = isForPrograms
        ? {
            columns: [
              'revision',
              'modified_at',
              'coder',
              'kind',
              'state',
              'label',
              'sequence',
              'why',
              'what',
            ],
            rows: entries.map((entry) => ({
              revision: entry.revision,
              modified_at: entry.at,
              coder: entry.coderName,
              kind: entry.kind,
              state: entry.state,
              label: labelInEnglish(entry.label),
              sequence: entry.sequence,
              why: entry.why,
              what: entryInEnglish(entry),
            })),
          }
        : {
            columns: ['sequence', 'modified_at', 'coder', 'state', 'what', 'why'],
            rows: entries.map((entry) => ({
              sequence: entry.sequence,
              modified_at: entry.at,
              coder: entry.coderName,
              state: entry.state,
              what: entryInEnglish(entry),
              why: entry.why,
            })),
          };
      const empty =
        call.args.given.some((name) => historyOptions.some((option) => option.name === name)) ||
        call.args.has('--coder')
          ? 'No entry is like that.'
          : 'Nothing was done yet.';
      return { output: printTable(table, call.args, empty) };
    });
  },
};
