import type { AutocodePage, AutocodePlaces, AutocodeRule } from '../../contract/autocode';
import { placeStates } from '../../contract/autocode';
import { parseCodePath, pathSeparator } from '../../core/code-tree';
import type { CodeId, SourceId } from '../../core/ids';
import { createPositionMap } from '../../core/text';
import { type Arguments, UsageError } from '../arguments';
import { type CliCommand, csvOption, jsonOption, Refusal } from '../command';
import { findDocuments } from '../lookup';
import { type Project, withProject } from '../open-project';
import { printTable, type Table } from '../table';

const units = ['match', 'sentence', 'paragraph', 'turn'] as const;

export const autocode: CliCommand = {
  name: 'autocode',
  summary: 'Apply a code to every passage that a rule finds, or list them with --preview.',
  words: ['PROJECT'],
  options: [
    { name: '--code', value: 'PATH', help: 'The code, “Parent > Code”; it is made where it is missing.' },
    { name: '--words', value: 'TEXT', help: 'Finds words.' },
    {
      name: '--terms',
      value: 'LIST',
      help: 'Finds whole words of a list, divided by commas; fund* for all that begin so.',
    },
    { name: '--regex', value: 'RE', help: 'Finds a regular expression.' },
    { name: '--heading', value: 'TEXT', help: 'Finds the text below headings that hold these words.' },
    {
      name: '--speaker',
      value: 'NAME',
      help: 'Alone: all that they say. Else: only in what they say. May be given several times.',
      isMany: true,
    },
    { name: '--whole-word', help: 'Hits begin and end where words do.' },
    { name: '--match-case', help: 'Upper and lower case are different.' },
    { name: '--match-accents', help: 'Letters with and without accents are different.' },
    {
      name: '--unit',
      value: 'U',
      help: `What is coded of a hit: ${units.join(', ')}. Else the match itself.`,
    },
    { name: '--documents', value: 'NAME,…', help: 'Only these documents.', isMany: true },
    {
      name: '--folder',
      value: 'NAME',
      help: 'Only the documents in this folder and those below it.',
      isMany: true,
    },
    { name: '--preview', help: 'Lists the passages and codes nothing; needs no --code.' },
    jsonOption,
    csvOption,
  ],
  details: [
    'Needs one of --words, --terms, --regex, --heading, --speaker. Several hits in one unit are one passage.',
    'All passages are coded in one step, which “emic undo” takes back.',
  ],
  run: (call) => {
    const { args } = call;
    const find = readFind(args);
    const unit = args.choice('--unit', units) ?? 'match';
    const path = readPath(args);
    return withProject(call, path && !args.has('--preview') ? 'write' : 'read', async (project) => {
      const sourceIds = await readScope(project, args);
      const rule: AutocodeRule = { find, unit, ...(sourceIds ? { sourceIds } : {}) };
      const codes = path ? await project.query('codes.tree', {}) : [];
      const codeId = codes.find((code) => code.path === path?.join(pathSeparator))?.id;
      const found = await allPlaces(project, rule, codeId);
      if (!path || args.has('--preview')) {
        return { output: printTable(await asTable(project, found), args, 'Nothing was found.') };
      }
      if (found.length === 0) throw new Refusal('Nothing was found. Nothing was changed.');
      const documents = found.map(({ sourceId, spans }) => ({ sourceId, spans }));
      const { added } = await project.run('coding.autocode', {
        code: { path: [...path] },
        documents,
        words: wordsOf(args),
      });
      const all = found.reduce((sum, { counts }) => sum + counts.length, 0);
      const had = all - added;
      const name = path.join(pathSeparator);
      const passages = (count: number) => (count === 1 ? 'one passage' : `${count} passages`);
      const where = found.length === 1 ? 'one document' : `${found.length} documents`;
      return {
        output:
          added === 0
            ? `Nothing to do: all ${all} have ${name} already.\n`
            : `Coded ${passages(added)} in ${where} as ${name}${had > 0 ? ` (${had} had it already)` : ''}.\n`,
      };
    });
  },
};

const ways = ['--words', '--terms', '--regex', '--heading'] as const;

function readFind(args: Arguments): AutocodeRule['find'] {
  const given = ways.filter((way) => args.has(way));
  const speakers = args.texts('--speaker');
  if (given.length > 1) throw new UsageError(`Choose one of ${ways.join(', ')}.`);
  const [way] = given;
  if (way === undefined) {
    if (speakers.length > 0) return { kind: 'speakers', speakers: [...speakers] };
    throw new UsageError(
      'autocode needs something to look for: --words, --terms, --regex, --heading or --speaker.',
    );
  }
  const text = args.text(way) ?? '';
  if (text.trim() === '') throw new UsageError(`${way} needs some text.`);
  const pattern = {
    kind: way === '--terms' ? 'terms' : way === '--regex' ? 'regex' : 'text',
    text,
    matchCase: args.has('--match-case'),
    matchAccents: args.has('--match-accents'),
    wholeWord: args.has('--whole-word'),
  } as const;
  if (way !== '--heading') {
    return { kind: 'words', pattern, ...(speakers.length > 0 ? { speakers: [...speakers] } : {}) };
  }
  if (speakers.length > 0) throw new UsageError('--speaker does not go with --heading.');
  return { kind: 'headings', pattern };
}

function readPath(args: Arguments): readonly string[] | undefined {
  const typed = args.text('--code');
  if (typed === undefined) {
    if (args.has('--preview')) return undefined;
    throw new UsageError('autocode needs a code: --code PATH. With --preview it only lists the passages.');
  }
  const path = parseCodePath(typed);
  if (!path) throw new UsageError(`A code path needs a name at each level, unlike “${typed}”.`);
  return path;
}

async function readScope(project: Project, args: Arguments): Promise<SourceId[] | undefined> {
  if (!args.has('--documents') && !args.has('--folder')) return undefined;
  const named = await findDocuments(project, args.texts('--documents'));
  const { folders, sources } = await project.query('sources.tree', {});
  const inside = args.texts('--folder').flatMap((name) => {
    const wanted = folders.filter((folder) => folder.name === name);
    if (wanted.length === 0)
      throw new Refusal(`There is no folder “${name}” in this project. Nothing was changed.`);
    const ids = new Set(wanted.map(({ id }) => id));
    for (let before = 0; before < ids.size; ) {
      before = ids.size;
      for (const { id, parentId } of folders) if (parentId && ids.has(parentId)) ids.add(id);
    }
    return sources.filter(({ folderId }) => folderId !== null && ids.has(folderId));
  });
  return [...new Set([...named, ...inside].map(({ id }) => id))];
}

async function allPlaces(
  project: Project,
  rule: AutocodeRule,
  codeId: CodeId | undefined,
): Promise<readonly AutocodePlaces[]> {
  const found: AutocodePlaces[] = [];
  let after: SourceId | null = null;
  do {
    const page: AutocodePage = await project.query('autocode.page', { rule, codeId, after });
    found.push(...page.found);
    after = page.next;
  } while (after !== null);
  return found;
}

async function asTable(project: Project, found: readonly AutocodePlaces[]): Promise<Table> {
  const { sources } = await project.query('sources.tree', {});
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const rows: Table['rows'][number][] = [];
  for (const { sourceId, spans, states, counts } of found) {
    const { text } = await project.query('source.text', { id: sourceId });
    const positions = createPositionMap(text);
    for (let place = 0; place < counts.length; place += 1) {
      const start = spans[place * 2] ?? 0;
      const end = spans[place * 2 + 1] ?? 0;
      rows.push({
        document: names.get(sourceId) ?? '',
        start_position: start,
        end_position: end,
        hits: counts[place] ?? 0,
        state: placeStates[states[place] ?? 0] ?? 'new',
        text: text.slice(positions.toUtf16(start), positions.toUtf16(end)),
      });
    }
  }
  return { columns: ['document', 'start_position', 'end_position', 'hits', 'state', 'text'], rows };
}

function wordsOf(args: Arguments): string {
  const way = ways.find((each) => args.has(each));
  if (way === undefined) return args.texts('--speaker').join(', ').slice(0, 200);
  const text = (args.text(way) ?? '').slice(0, 200);
  return way === '--regex' ? `/${text}/` : `“${text}”`;
}
