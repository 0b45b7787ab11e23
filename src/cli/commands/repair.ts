import { basename, resolve } from 'node:path';
import type { RepairReport } from '../../contract/command-results';
import { UsageError } from '../arguments';
import { type CliCommand, jsonOption } from '../command';
import { withEngine } from '../open-project';
import { jsonText } from '../table';

export const repair: CliCommand = {
  name: 'repair',
  summary: 'Save all that can be read of a damaged project file into a new one.',
  words: ['PROJECT'],
  options: [{ name: '--to', value: 'COPY', help: 'The new file; nothing may be there.' }, jsonOption],
  details: [
    'The damaged file is only read. Says what was saved, what was lost and what was mended. Look for a backup first:',
    'emic backups PROJECT.',
  ],
  run: (call) =>
    withEngine(call, async (project) => {
      const to = call.args.text('--to');
      if (to === undefined || to === '') throw new UsageError('Say where the new file goes: --to COPY.');
      const report = await project.run('project.repair', {
        path: resolve(call.args.words[0] ?? ''),
        to: resolve(to),
      });
      return { output: call.args.has('--json') ? jsonText(inJson(report)) : inWords(report) };
    }),
};

function inJson({ path, saved, isHistoryKept, lost, mended }: RepairReport) {
  return { path, saved, is_history_kept: isHistoryKept, lost, mended };
}

function inWords({ path, saved, lost, mended }: RepairReport): string {
  const counts = Object.entries(saved)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${count === 1 ? what.slice(0, -1) : what}`);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `${title}\n${lines.map((line) => `- ${line}\n`).join('')}`;
  return (
    `Saved ${counts.length > 0 ? counts.join(', ') : 'an empty project'} into ${basename(path)}.\n` +
    (lost.length === 0 ? 'Nothing was lost.\n' : list('Lost:', lost)) +
    list('Mended:', mended)
  );
}
