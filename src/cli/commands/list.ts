import { UsageError } from '../arguments';
import { type CliCommand, csvOption, jsonOption } from '../command';
import { type Project, withProject } from '../open-project';
import { printTable, type Table } from '../table';

/** Tables with the columns, and the values, of the SQL views of the same things (docs/FILE-FORMAT.md). */
const lists = {
  documents: { read: documents, empty: 'There are no documents yet.' },
  codes: { read: codes, empty: 'There are no codes yet.' },
  quotations: { read: quotations, empty: 'There are no quotations yet.' },
  codings: { read: codings, empty: 'There are no codings yet.' },
  memos: { read: memos, empty: 'There are no memos yet.' },
} as const satisfies Record<string, { read: (project: Project) => Promise<Table>; empty: string }>;

const kinds = Object.keys(lists);

export const list: CliCommand = {
  name: 'list',
  summary: 'List documents, codes, quotations, codings or memos.',
  words: ['PROJECT', kinds.join('|')],
  options: [jsonOption, csvOption],
  details: [
    'Positions are code points from 0, the end exclusive. JSON and CSV hold whole texts, the screen their beginning.',
  ],
  run: (call) => {
    const kind = call.args.words[1] ?? '';
    if (!isKind(kind))
      throw new UsageError(`What to list must be one of ${kinds.join(', ')}, not “${kind}”.`);
    return withProject(call, 'read', async (project) => ({
      output: printTable(await lists[kind].read(project), call.args, lists[kind].empty),
    }));
  },
};

function isKind(kind: string): kind is keyof typeof lists {
  return kinds.includes(kind);
}

async function documents(project: Project): Promise<Table> {
  const { sources } = await project.query('sources.tree', {});
  return {
    columns: ['name', 'characters', 'codings'],
    rows: sources.map(({ name, characters, codings: count }) => ({ name, characters, codings: count })),
  };
}

async function codes(project: Project): Promise<Table> {
  const tree = await project.query('codes.tree', {});
  return {
    columns: ['path', 'color', 'definition', 'codings'],
    rows: tree.map(({ path, color, definition, codings: count }) => ({
      path,
      color,
      definition,
      codings: count,
    })),
  };
}

async function quotations(project: Project): Promise<Table> {
  const { sources } = await project.query('sources.tree', {});
  const rows: Table['rows'][number][] = [];
  for (const { id, name } of sources.filter((source) => source.quotations > 0)) {
    const { text } = await project.query('source.text', { id });
    const marked = await project.query('source.codings', { id });
    const characters = Array.from(text);
    const counts = new Map<string, number>();
    for (const { quotationId } of marked.codings) counts.set(quotationId, (counts.get(quotationId) ?? 0) + 1);
    for (const quotation of marked.quotations) {
      rows.push({
        document: name,
        start_position: quotation.start,
        end_position: quotation.end,
        text: characters.slice(quotation.start, quotation.end).join(''),
        codings: counts.get(quotation.id) ?? 0,
      });
    }
  }
  return { columns: ['document', 'start_position', 'end_position', 'text', 'codings'], rows };
}

async function codings(project: Project): Promise<Table> {
  const rows = await project.query('codings.list', {});
  return {
    columns: ['document', 'start_position', 'end_position', 'text', 'code_path', 'coder', 'created_at'],
    rows: rows.map((row) => ({
      document: row.sourceName,
      start_position: row.start,
      end_position: row.end,
      text: row.text,
      code_path: row.codePath,
      coder: row.coderName,
      created_at: row.createdAt,
    })),
  };
}

async function memos(project: Project): Promise<Table> {
  const paths = new Map((await project.query('codes.tree', {})).map(({ id, path }) => [id, path]));
  const rows: Table['rows'][number][] = [];
  for (const { target, on, text, coderName, createdAt, modifiedAt } of await project.query(
    'memos.list',
    {},
  )) {
    const name =
      target.kind === 'code'
        ? (paths.get(target.id) ?? on)
        : target.kind === 'quotation'
          ? (await project.query('quotation.detail', { id: target.id })).text
          : target.kind === 'source'
            ? on
            : null;
    rows.push({
      target: target.kind === 'source' ? 'document' : target.kind,
      target_name: name,
      text,
      coder: coderName,
      created_at: createdAt,
      modified_at: modifiedAt,
    });
  }
  return { columns: ['target', 'target_name', 'text', 'coder', 'created_at', 'modified_at'], rows };
}
