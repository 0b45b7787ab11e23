import type { ErasureReport } from '../../contract/erasure';
import type { SourceId } from '../../core/ids';
import { UsageError } from '../arguments';
import { type CliCommand, jsonOption, Refusal } from '../command';
import { findDocument } from '../lookup';
import { type Project, withProject } from '../open-project';
import { jsonText } from '../table';

export const erase: CliCommand = {
  name: 'erase',
  summary: 'Erase a document or a passage for good, in the history too. No undo brings it back.',
  words: ['PROJECT'],
  options: [
    { name: '--document', value: 'NAME', help: 'Which document; also one that was deleted.' },
    { name: '--start', value: 'N', help: 'Only the passage from here …' },
    { name: '--end', value: 'N', help: '… to here (code points, end exclusive).' },
    { name: '--for-good', help: 'Must be given: says that you mean it.' },
    jsonOption,
  ],
  details: ['Says which backups, memos and other documents still hold the words; those are left to you.'],
  run: (call) => {
    const name = call.args.text('--document');
    const start = call.args.wholeNumber('--start');
    const end = call.args.wholeNumber('--end');
    if (name === undefined) throw new UsageError('erase needs --document NAME.');
    if ((start === undefined) !== (end === undefined))
      throw new UsageError('A passage needs --start and --end.');
    if (!call.args.has('--for-good')) {
      throw new UsageError('Nothing brings back what is erased. Add --for-good to say that you mean it.');
    }
    return withProject(call, 'write', async (project) => {
      const passage =
        start !== undefined && end !== undefined
          ? { sourceId: (await findDocument(project, name)).id, start, end }
          : null;
      const sources = { ids: passage ? [] : [await keptDocument(project, name)] };
      const { backups } = await project.query('erasure.preview', passage ?? sources);
      const report = passage
        ? await project.run('passage.erase', passage)
        : await project.run('source.erase', sources);
      return {
        output: call.args.has('--json')
          ? jsonText({
              characters: report.characters,
              is_gone: report.isGone,
              still_in: report.stillIn,
              backups,
            })
          : inWords(report, backups),
        ...(report.isGone ? {} : { refusal: 'Some of the words were still found in the file.' }),
      };
    });
  },
};

async function keptDocument(project: Project, name: string): Promise<SourceId> {
  const kept = await project.query('sources.kept', {});
  const found = kept.find((source) => source.name.normalize('NFC') === name.normalize('NFC').trim());
  if (found) return found.id;
  throw new Refusal(`There is no document “${name}” in this project or its history. Nothing was changed.`);
}

function inWords({ characters, stillIn }: ErasureReport, backups: readonly string[]): string {
  const lines = [`Erased for good: ${characters} characters.`, ...stillIn.map((sentence) => `- ${sentence}`)];
  if (backups.length > 0) {
    lines.push('Backups that still hold it:', ...backups.map((path) => `- ${path}`));
  }
  return `${lines.join('\n')}\n`;
}
