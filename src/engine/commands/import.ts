import type { ImportedSource } from '../../contract/command-results';
import { asName } from '../../contract/schema';
import type { CoderId, FolderId, SourceId } from '../../core/ids';
import { once } from '../../core/once';
import { ExpectedError } from '../../core/result';
import { codePointLength } from '../../core/text';
import type { ImportedDocument } from '../../formats/document-importer';
import { readDocument, refuseBySize } from '../../formats/registry';
import { insertFolder, insertSource, sourceNames } from '../../storage/repositories/sources';
import type { ChangeContext, ChangeHandlers, PrepareContext } from '../context';
import { appErrorFrom } from '../errors';
import type { DocumentFiles, FileFacts } from '../platform';
import { knownFolder, nextPosition } from './sources';

/** How the plain text is made of a document's structure; stored with each source, since a change would shift offsets. */
const projectionVersion = 1;

/** A file to read, with the folders (below the target) that it lies in. */
interface Found {
  readonly path: string;
  readonly name: string;
  readonly folders: readonly string[];
}

interface Read extends Found {
  readonly document: ImportedDocument;
  readonly sha256: string;
  readonly characters: number;
}

type Skipped = { readonly path: string; readonly message: string };

export const importCommands: ChangeHandlers<'source.import'> = {
  'source.import': async (args, context) => {
    const skipped: Skipped[] = [];
    const refuse = (path: string, message: string) => {
      if (!args.skipUnreadable) throw new ExpectedError('unreadableFile', message);
      // The others are imported.
      skipped.push({ path, message: message.replace(' Nothing was changed.', '') });
    };
    const found = await findFiles(args.paths, context, refuse);
    const read = await readAll(found, context, refuse);
    if (read.length === 0) {
      throw new ExpectedError('unreadableFile', nothingRead(skipped));
    }
    await context.storing();
    return (change) => {
      const target = args.folderId ?? null;
      if (target !== null) knownFolder(change.database, target);
      const sources = store(read, target, change);
      return {
        value: { sources, skipped },
        label:
          sources.length === 1
            ? { key: 'source.import.one', values: { name: sources[0]?.name ?? '' } }
            : { key: 'source.import.many', values: { count: sources.length } },
      };
    };
  },
};

/** One file's document, as an import would read it. Throws ExpectedError with a sentence. */
export async function readOneDocument(
  path: string,
  context: Pick<PrepareContext, 'platform' | 'signal'>,
): Promise<ImportedDocument> {
  const name = nameOf(path);
  const { documents } = context.platform;
  const refuse = (_: string, message: string): never => {
    throw new ExpectedError('unreadableFile', message);
  };
  const facts = await look(path, name, documents, refuse);
  const unfit = facts && refusalOf(facts, name);
  if (unfit) throw new ExpectedError('unreadableFile', unfit);
  try {
    const bytes = await documents.read(path, context.signal);
    const result = await readDocument(bytes, { fileName: name, signal: context.signal });
    if (!result.ok) throw new ExpectedError(result.error.kind, result.error.message);
    return result.value;
  } catch (error) {
    if (context.signal.aborted || error instanceof ExpectedError) throw error;
    throw new ExpectedError('unreadableFile', sentenceFor(error, name));
  }
}

const mostNamed = 12;

/** Why nothing came of an import, file by file. */
function nothingRead(skipped: readonly Skipped[]): string {
  const reasons = skipped.slice(0, mostNamed).map(({ message }) => message);
  if (reasons.length === 0) return 'There is no document in this folder. Nothing was changed.';
  if (reasons.length === 1) return `${reasons[0]} Nothing was changed.`;
  const more = skipped.length - reasons.length;
  const rest = more > 0 ? ` And ${more} more.` : '';
  return `None of the ${skipped.length} files could be imported. ${reasons.join(' ')}${rest} Nothing was changed.`;
}

const naturally = once(() => new Intl.Collator('en', { numeric: true }));

async function findFiles(
  paths: readonly string[],
  context: PrepareContext,
  refuse: (path: string, message: string) => void,
): Promise<Found[]> {
  const { documents } = context.platform;
  const found: Found[] = [];
  const walk = async (path: string, folders: readonly string[]) => {
    const entries = await listFolder(path, folders);
    for (const entry of [...entries].sort((a, b) => naturally().compare(a.name, b.name))) {
      context.signal.throwIfAborted();
      if (entry.isFolder) await walk(entry.path, [...folders, entry.name]);
      else found.push({ path: entry.path, name: entry.name, folders });
    }
  };
  const listFolder = async (path: string, folders: readonly string[]) => {
    try {
      return await documents.list(path);
    } catch (error) {
      refuse(path, sentenceFor(error, folders.join('/')));
      return [];
    }
  };
  for (const path of paths) {
    context.signal.throwIfAborted();
    const facts = await look(path, nameOf(path), documents, refuse);
    if (facts?.kind === 'folder') await walk(path, [facts.name]);
    else if (facts) found.push({ path, name: facts.name, folders: [] });
  }
  return found;
}

/** What is at a path; null when that was refused. */
async function look(
  path: string,
  name: string,
  documents: DocumentFiles,
  refuse: (path: string, message: string) => void,
): Promise<FileFacts | null> {
  try {
    return await documents.look(path);
  } catch (error) {
    refuse(path, sentenceFor(error, name));
    return null;
  }
}

async function readAll(
  found: readonly Found[],
  context: PrepareContext,
  refuse: (path: string, message: string) => void,
): Promise<Read[]> {
  const read: Read[] = [];
  for (const [index, file] of found.entries()) {
    context.signal.throwIfAborted();
    context.progress(index, found.length, file.name);
    const facts = await look(file.path, file.name, context.platform.documents, refuse);
    if (!facts) continue;
    const unfit = refusalOf(facts, file.name);
    if (unfit !== null) {
      refuse(file.path, unfit);
      continue;
    }
    try {
      const bytes = await context.platform.documents.read(file.path, context.signal);
      const result = await readDocument(bytes, { fileName: file.name, signal: context.signal });
      if (!result.ok) {
        if (result.error.kind === 'cancelled') throw new ExpectedError('cancelled', result.error.message);
        refuse(file.path, result.error.message);
        continue;
      }
      const { text } = result.value;
      read.push({
        ...file,
        document: result.value,
        sha256: context.platform.sha256([text]),
        characters: codePointLength(text),
      });
    } catch (error) {
      if (context.signal.aborted || error instanceof ExpectedError) throw error;
      refuse(file.path, sentenceFor(error, file.name));
    }
  }
  return read;
}

function store(read: readonly Read[], target: FolderId | null, context: ChangeContext): ImportedSource[] {
  const { database, now, coder } = context;
  const names = new Set(sourceNames(database));
  const folders = new Map<string, FolderId | null>([['', target]]);
  const positions = new Map<FolderId | null, number>();
  const next = (folderId: FolderId | null) => {
    const position = positions.get(folderId) ?? nextPosition(database, folderId);
    positions.set(folderId, position + 1);
    return position;
  };
  const folderFor = (path: readonly string[]): FolderId | null => {
    const key = path.join('/');
    const known = folders.get(key);
    if (known !== undefined) return known;
    const parentId = folderFor(path.slice(0, -1));
    const id = context.newId<FolderId>();
    insertFolder(database, { id, parentId, name: asName(path.at(-1) ?? ''), position: next(parentId) });
    folders.set(key, id);
    return id;
  };
  return read.map((file) => {
    const folderId = folderFor(file.folders);
    const name = freeName(asName(file.document.name), names);
    names.add(name);
    const id = context.newId<SourceId>();
    insertSource(database, {
      id,
      folderId,
      name,
      position: next(folderId),
      characters: file.characters,
      textSha256: file.sha256,
      text: file.document.text,
      projectionVersion,
      fileName: file.name,
      encoding: file.document.encoding,
      coderId: coder.id as CoderId,
      createdAt: now,
      modifiedAt: now,
    });
    return {
      id,
      name,
      characters: file.characters,
      notices: file.document.notices.map(({ message }) => message),
    };
  });
}

/** Why a file is not even to be read; null when it is. */
function refusalOf({ kind, bytes }: FileFacts, name: string): string | null {
  if (kind !== 'file') return `${name} could not be imported: it is not a file. Nothing was changed.`;
  const refused = refuseBySize(name, bytes);
  return refused && !refused.ok ? refused.error.message : null;
}

/** Documents are called by name on the command line and in tables, so a second “interview” becomes “interview (2)”. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} (${number})`;
    if (!taken.has(name)) return name;
  }
}

function sentenceFor(error: unknown, name: string): string {
  const { kind } = appErrorFrom(error, 'source.import');
  const reason =
    kind === 'notFound'
      ? 'it is not there (any more)'
      : kind === 'readOnly'
        ? 'this computer does not allow reading it'
        : 'the disk did not give it';
  return `${name} could not be read (${reason}). Nothing was changed.`;
}

function nameOf(path: string): string {
  return (
    path
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .pop() ?? path
  );
}
