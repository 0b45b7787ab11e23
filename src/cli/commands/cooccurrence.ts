import { matrixCsv } from '../../core/cooccurrence';
import { stringifyCsv } from '../../formats';
import { UsageError } from '../arguments';
import { type CliCommand, csvOption, jsonOption } from '../command';
import { matrixAsJson, matrixAsText } from '../cooccurrence-output';
import { questionDetails, questionOptions, readQuestion } from '../cooccurrence-question';
import { withProject } from '../open-project';
import { jsonText } from '../table';

export const cooccurrence: CliCommand = {
  name: 'cooccurrence',
  summary: 'Count where codes meet: a matrix, with the sentence that says what it counts.',
  words: ['PROJECT'],
  options: [...questionOptions, jsonOption, csvOption],
  details: [
    ...questionDetails,
    'CSV has one header row of code paths and one row a code; cells hold the count, or the coefficient where one is',
    'asked for; the diagonal the code’s own count.',
  ],
  run: (call) => {
    const { args } = call;
    if (args.has('--json') && args.has('--csv')) throw new UsageError('Choose one of --json and --csv.');
    const question = readQuestion(args);
    return withProject(call, 'read', async (project) => {
      const query = await question(project);
      const answer = await project.query('cooccurrence.matrix', query);
      const paths = answer.codes.map(({ path }) => path);
      if (args.has('--csv')) return { output: stringifyCsv(matrixCsv(answer.result, paths)) };
      if (!args.has('--json')) return { output: matrixAsText(answer.result, paths) };
      const { sources } = await project.query('sources.tree', {});
      const names = query.sourceIds?.map((id) => sources.find((source) => source.id === id)?.name ?? '');
      return { output: jsonText(matrixAsJson(answer, names)) };
    });
  },
};
