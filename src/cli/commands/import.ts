import { resolve } from 'node:path';
import { type CliCommand, jsonOption } from '../command';
import { withProject } from '../open-project';
import { alignColumns, jsonText } from '../table';

export const importDocuments: CliCommand = {
  name: 'import',
  summary: 'Import text files, or folders of them; all of them or none.',
  words: ['PROJECT', 'FILE'],
  isLastWordMany: true,
  options: [jsonOption],
  details: [
    'A document is called after its file, without the ending. Folders keep their order and names.',
    'Prints one line a document: its name and its number of characters. One undo takes all of them back.',
  ],
  run: (call) =>
    withProject(call, 'write', async (project) => {
      const paths = call.args.words.slice(1).map((path) => resolve(path));
      const { sources } = await project.run('source.import', { paths });
      const lines = sources.map(({ name, characters }) => [name, String(characters), 'characters']);
      return {
        output: call.args.has('--json')
          ? jsonText(sources.map(({ name, characters, notices }) => ({ name, characters, notices })))
          : alignColumns(lines, [false, true, false]),
        notes: sources.flatMap(({ name, notices }) => notices.map((notice) => `${name}: ${notice}`)),
      };
    }),
};
