import type { SourceRow } from '../../contract/queries';
import { parseCodePath, pathSeparator } from '../../core/code-tree';
import type { CodeId } from '../../core/ids';
import { createPositionMap, quoteLine } from '../../core/text';
import { type Arguments, UsageError } from '../arguments';
import { type CliCommand, Refusal } from '../command';
import { findPlaces } from '../find-text';
import { codeAt, findCode, findDocument } from '../lookup';
import { type Project, withProject } from '../open-project';
import { alignColumns } from '../table';

export const addCode: CliCommand = {
  name: 'code add',
  summary: 'Add a code; missing parents are made.',
  words: ['PROJECT', 'PATH'],
  options: [
    { name: '--color', value: '#RRGGBB', help: 'Else the next colour of the ring.' },
    { name: '--definition', value: 'TEXT', help: 'What the code means.' },
  ],
  details: [
    'PATH is “Code” or “Parent > Code”; quote it for the shell. A path that is there already is refused.',
  ],
  run: (call) => {
    const typed = call.args.words[1] ?? '';
    const path = parseCodePath(typed);
    if (!path) throw new UsageError(`A code path needs a name at each level, unlike “${typed}”.`);
    const color = call.args.text('--color');
    if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(color)) {
      throw new UsageError(`--color must be a colour such as #3a7bd5, not “${color}”.`);
    }
    const definition = call.args.text('--definition');
    return withProject(call, 'write', async (project) => {
      const { created } = await project.run('code.createPath', { path, color, definition });
      const parents = created > 1 ? ` (${created} codes made)` : '';
      return { output: `Added ${path.join(pathSeparator)}${parents}.\n` };
    });
  },
};

export const applyCode: CliCommand = {
  name: 'code apply',
  summary: 'Apply codes to a passage, given by its place or its words.',
  words: ['PROJECT'],
  options: [
    {
      name: '--code',
      value: 'PATH',
      help: 'The code: “Parent > Code”. May be given several times.',
      isMany: true,
    },
    { name: '--create', help: 'Codes that are missing are made, with those above them.' },
    { name: '--document', value: 'NAME', help: 'The document.' },
    { name: '--start', value: 'N', help: 'First character, in code points from 0.' },
    { name: '--end', value: 'N', help: 'The character after the last.' },
    { name: '--find', value: 'TEXT', help: 'The words themselves, letter for letter; the first hit.' },
    { name: '--all', help: 'With --find: every hit.' },
  ],
  details: [
    'Needs --code, --document, and either --start and --end or --find.',
    'All codes go on all passages in one step, which “emic undo” takes back.',
  ],
  run: (call) => {
    const wanted = readWanted(call.args);
    return withProject(call, 'write', async (project) => {
      const codes = await findCodes(project, wanted);
      const source = await findDocument(project, wanted.document);
      const { text } = await project.query('source.text', { id: source.id });
      const places = wanted.place ? [wanted.place] : findAll(text, wanted, source);
      const added = await apply(project, { codes, sourceId: source.id, places });
      const positions = createPositionMap(text);
      const lines = places.map(({ start, end }) => [
        `${start}–${end}`,
        `“${quoteLine(text.slice(positions.toUtf16(start), positions.toUtf16(end)), 60)}”`,
      ]);
      const done = added === 0 ? 'Nothing to do, coded so already' : `Applied ${codes.names.join(', ')}`;
      const all = places.length * codes.names.length;
      const had = codes.names.length === 1 ? 'had it already' : 'codings were there already';
      const some = added > 0 && added < all ? ` (${all - added} ${had})` : '';
      return {
        output: `${done}: ${places.length === 1 ? 'one passage' : `${places.length} passages`} of ${source.name}${some}\n${alignColumns(lines, [true, false])}`,
      };
    });
  },
};

interface Wanted {
  readonly codes: readonly string[];
  readonly isCreating: boolean;
  readonly document: string;
  readonly place: Place | undefined;
  readonly find: string;
  readonly all: boolean;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function readWanted(args: Arguments): Wanted {
  const codes = args.texts('--code');
  const isCreating = args.has('--create');
  const document = args.text('--document');
  if (codes.length === 0 || document === undefined) {
    throw new UsageError(`code apply needs ${codes.length === 0 ? '--code PATH' : '--document NAME'}.`);
  }
  const start = args.wholeNumber('--start');
  const end = args.wholeNumber('--end');
  const find = args.text('--find');
  const all = args.has('--all');
  if (find === undefined) {
    if (start === undefined || end === undefined) {
      throw new UsageError('code apply needs a passage: --start N --end N, or --find TEXT.');
    }
    if (all) throw new UsageError('--all goes with --find.');
    return { codes, isCreating, document, place: { start, end }, find: '', all };
  }
  if (start !== undefined || end !== undefined) {
    throw new UsageError('A passage is given by --start and --end or by --find, not by both.');
  }
  if (find === '') throw new UsageError('--find needs some text.');
  return { codes, isCreating, document, place: undefined, find, all };
}

function findAll(text: string, { find, all }: Wanted, source: SourceRow): Place[] {
  const places = findPlaces(text, find, { all });
  if (places.length > 0) return places;
  throw new Refusal(`“${quoteLine(find)}” does not occur in ${source.name}. Nothing was changed.`);
}

interface Codes {
  readonly known: CodeId[];
  readonly missing: string[][];
  /** Paths, as they are told. */
  readonly names: readonly string[];
}

async function findCodes(project: Project, { codes, isCreating }: Wanted): Promise<Codes> {
  const known = new Map<CodeId, string>();
  const missing = new Map<string, string[]>();
  const all = isCreating ? await project.query('codes.tree', {}) : [];
  for (const typed of codes) {
    const path = isCreating && !codeAt(all, typed) ? parseCodePath(typed) : undefined;
    if (path) {
      missing.set(path.join(pathSeparator), [...path]);
      continue;
    }
    const { id, path: found } = await findCode(project, typed);
    known.set(id, found);
  }
  return {
    known: [...known.keys()],
    missing: [...missing.values()],
    names: [...known.values(), ...missing.keys()],
  };
}

/** How many codings are new. */
async function apply(
  project: Project,
  { codes, sourceId, places }: { codes: Codes; sourceId: SourceRow['id']; places: readonly Place[] },
): Promise<number> {
  const { known: codeIds, missing: newPaths } = codes;
  const [only] = places;
  const { added } =
    only && places.length === 1 && newPaths.length < 2
      ? await project.run('coding.apply', { sourceId, ...only, codeIds, newPath: newPaths[0] })
      : await project.run('coding.applyMany', {
          ...{ codeIds, newPaths },
          places: places.map((place) => ({ sourceId, ...place })),
        });
  return added;
}
