import { resolve } from 'node:path';
import type { AnchorQuestion, ReplacementPreview } from '../../contract/editing';
import { quoteLine } from '../../core/text';
import { UsageError } from '../arguments';
import { type CliCommand, jsonOption } from '../command';
import { findDocument } from '../lookup';
import { withProject } from '../open-project';
import { jsonText } from '../table';

/** Of the quotations in doubt, so many are printed. */
const mostPrinted = 200;

export const replaceText: CliCommand = {
  name: 'replace-text',
  summary: 'Put a newer version of a text in a document’s place; its quotations go along.',
  words: ['PROJECT'],
  options: [
    { name: '--document', value: 'NAME', help: 'Which document.' },
    { name: '--file', value: 'FILE', help: 'The newer version.' },
    { name: '--dry-run', help: 'Only say what would become of the quotations.' },
    {
      name: '--doubtful',
      value: 'WHAT',
      help: 'Quotations whose place is doubtful: accept (the place proposed) or drop.',
    },
    { name: '--lost', value: 'WHAT', help: 'Quotations that were not found: drop.' },
    jsonOption,
  ],
  details: [
    'Quotations are found by position, then by their words and what stands around them. Where some are doubtful or',
    'lost, nothing is changed unless --doubtful and --lost say what becomes of them. One undo takes all of it back.',
  ],
  run: (call) => {
    const { args } = call;
    const name = args.text('--document');
    const file = args.text('--file');
    if (name === undefined) throw new UsageError('replace-text needs --document NAME.');
    if (file === undefined) throw new UsageError('replace-text needs --file FILE.');
    const doubtful = args.choice('--doubtful', ['accept', 'drop']);
    const lost = args.choice('--lost', ['drop']);
    const isDryRun = args.has('--dry-run');
    return withProject(call, isDryRun ? 'read' : 'write', async (project) => {
      const { id } = await findDocument(project, name);
      const path = resolve(file);
      const preview = await project.run('source.replacePreview', { id, path });
      const notes = preview.notices.map((notice) => `${file}: ${notice}`);
      if (isDryRun) {
        return { output: args.has('--json') ? previewAsJson(preview) : inWords(preview), notes };
      }
      const done = await project.run('source.replaceText', {
        id,
        baseSha256: preview.baseSha256,
        text: preview.text,
        undecided: { ...(doubtful ? { doubtful } : {}), ...(lost ? { lost } : {}) },
      });
      const { characters, moved, reworded, united, deleted } = done;
      return {
        output: args.has('--json')
          ? jsonText({ characters, moved, reworded, united, deleted })
          : `Replaced the text of ${name}: ${characters} characters now; ${moved} quotations moved, ` +
            `${reworded} reworded, ${united} united, ${deleted} deleted.\n`,
        notes,
      };
    });
  },
};

function inWords({ isSame, kept, moved, rewordedCount, doubtful, lost }: ReplacementPreview): string {
  if (isSame) return 'The file holds the same text as the document.\n';
  const lines = [
    `${kept} quotations stay where they are, ${moved} move (${rewordedCount} with other words),`,
    `${doubtful.length} are doubtful, ${lost.length} were not found. Nothing was changed.`,
    ...listed('Doubtful:', doubtful),
    ...listed('Not found:', lost),
  ];
  return `${lines.join('\n')}\n`;
}

function listed(title: string, questions: readonly AnchorQuestion[]): string[] {
  if (questions.length === 0) return [];
  const more = questions.length - mostPrinted;
  return [
    title,
    ...questions.slice(0, mostPrinted).map(({ old, proposed, score }) => {
      const place = `- ${old.start}–${old.end} “${quoteLine(old.text)}”`;
      if (!proposed) return place;
      const alike = Math.round(score * 100);
      return `${place}\n  ${proposed.start}–${proposed.end} “${quoteLine(proposed.text)}” (${alike} % alike)`;
    }),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

function previewAsJson({ isSame, kept, moved, rewordedCount, doubtful, lost }: ReplacementPreview): string {
  const rows = (questions: readonly AnchorQuestion[]) =>
    questions.map(({ id, old, proposed, score }) => ({
      quotation_id: id,
      start_position: old.start,
      end_position: old.end,
      text: old.text,
      proposed: proposed && {
        start_position: proposed.start,
        end_position: proposed.end,
        text: proposed.text,
        score: Math.round(score * 1e4) / 1e4,
      },
    }));
  return jsonText({
    is_same: isSame,
    kept,
    moved,
    reworded: rewordedCount,
    doubtful: rows(doubtful),
    lost: rows(lost),
  });
}
