import type { MemoRow } from '../../contract/queries';
import { allCodings, allQuotations } from '../../core/document-marks';
import type { CodeId } from '../../core/ids';
import { UsageError } from '../arguments';
import { type CliCommand, csvOption, jsonOption } from '../command';
import { type Project, withProject } from '../open-project';
import { printTable, type Table } from '../table';

/** Tables with the columns, and the values, of the SQL views of the same things (docs/FILE-FORMAT.md). */
const lists = {
  documents: { read: documents, empty: 'There are no documents yet.' },
  codes: { read: codes, empty: 'There are no codes yet.' },
  sets: { read: sets, empty: 'There are no sets of codes yet.' },
  quotations: { read: quotations, empty: 'There are no quotations yet.' },
  codings: { read: codings, empty: 'There are no codings yet.' },
  memos: { read: memos, empty: 'There are no memos yet.' },
} as const satisfies Record<string, { read: (project: Project) => Promise<Table>; empty: string }>;

const kinds = Object.keys(lists);

export const list: CliCommand = {
  name: 'list',
  summary: 'List documents, codes, sets of codes, quotations, codings or memos.',
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
    columns: ['path', 'color', 'status', 'definition', 'codings'],
    rows: tree.map(({ path, color, status, definition, codings: count }) => ({
      path,
      color,
      status,
      definition,
      codings: count,
    })),
  };
}

/** A row for each code of each set, and one for a set without codes. */
async function sets(project: Project): Promise<Table> {
  const all = await project.query('codeSets.list', {});
  const tree = await project.query('codes.tree', {});
  return {
    columns: ['name', 'code_path'],
    rows: all.flatMap(({ name, codeIds }) => {
      const members = tree.filter(({ id }) => codeIds.includes(id));
      return members.length === 0
        ? [{ name, code_path: '' }]
        : members.map(({ path }) => ({ name, code_path: path }));
    }),
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
    for (const { quotationId } of allCodings(marked))
      counts.set(quotationId, (counts.get(quotationId) ?? 0) + 1);
    const inOrder = allQuotations(marked).sort((a, b) => a.start - b.start || a.end - b.end);
    for (const quotation of inOrder) {
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
  for (const memo of await project.query('memos.list', {})) {
    const { target } = memo;
    rows.push({
      target: target.kind === 'source' ? 'document' : target.kind,
      target_name: await targetName(project, memo, paths),
      title: memo.title,
      type: memo.typeName,
      text: memo.text,
      coder: memo.coderName,
      created_at: memo.createdAt,
      modified_at: memo.modifiedAt,
    });
  }
  const columns = ['target', 'target_name', 'title', 'type', 'text', 'coder', 'created_at', 'modified_at'];
  return { columns, rows };
}

/** As in the view `v_memos`; null for a memo on the project or on nothing. */
async function targetName(
  project: Project,
  { target, on }: MemoRow,
  paths: ReadonlyMap<CodeId, string>,
): Promise<string | null> {
  switch (target.kind) {
    case 'code':
      return paths.get(target.id) ?? on;
    case 'quotation':
      return (await project.query('quotation.detail', { id: target.id })).text;
    case 'coding': {
      const { quotationId, codeId } = await project.query('coding.place', { id: target.id });
      const { text } = await project.query('quotation.detail', { id: quotationId });
      return `${paths.get(codeId) ?? ''}: ${text}`;
    }
    case 'source':
      return on;
    default:
      return null;
  }
}
