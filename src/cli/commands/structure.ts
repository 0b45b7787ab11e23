import { createPositionMap } from '../../core/text';
import { type CliCommand, csvOption, jsonOption } from '../command';
import { findDocuments } from '../lookup';
import { withProject } from '../open-project';
import { printTable, type Table } from '../table';

export const structure: CliCommand = {
  name: 'structure',
  summary: 'List who speaks where, headings and times, as recognised or corrected.',
  words: ['PROJECT'],
  options: [
    { name: '--documents', value: 'NAME,…', help: 'Only these documents.', isMany: true },
    jsonOption,
    csvOption,
  ],
  details: [
    'Positions are code points from 0, the end exclusive. A turn is what was said, without the name.',
  ],
  run: (call) =>
    withProject(call, 'read', async (project) => {
      const { args } = call;
      const all = (await project.query('sources.tree', {})).sources;
      const sources = args.has('--documents') ? await findDocuments(project, args.texts('--documents')) : all;
      const rows: Table['rows'][number][] = [];
      for (const { id, name } of sources) {
        const { segments } = await project.query('source.structure', { id });
        const { text } = await project.query('source.text', { id });
        const positions = createPositionMap(text);
        for (const { kind, start, end, speaker, time, level } of segments) {
          rows.push({
            ...{ document: name, kind, start_position: start, end_position: end, speaker, time, level },
            text: text.slice(positions.toUtf16(start), positions.toUtf16(end)),
          });
        }
      }
      const columns = [
        'document',
        'kind',
        'start_position',
        'end_position',
        'speaker',
        'time',
        'level',
        'text',
      ];
      return { output: printTable({ columns, rows }, args, 'No structure was recognised.') };
    }),
};
