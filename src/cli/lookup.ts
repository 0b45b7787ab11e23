import type { CodeRow, SourceRow } from '../contract/queries';
import { parseCodePath, pathSeparator } from '../core/code-tree';
import { Refusal } from './command';
import type { Project } from './open-project';

/** Documents and codes by what a person calls them. Letters composed in different ways are the same. */
export async function findDocument(project: Project, name: string): Promise<SourceRow> {
  const { sources } = await project.query('sources.tree', {});
  const found = sources.find((source) => isSame(source.name, name));
  if (!found) throw noDocument(name);
  return found;
}

/**
 * Documents from `NAME,…` (each may be given several times). Names may hold commas themselves, so the longest name
 * that begins at each place counts.
 */
export async function findDocuments(project: Project, lists: readonly string[]): Promise<SourceRow[]> {
  const { sources } = await project.query('sources.tree', {});
  return lists.flatMap((list) => {
    const found: SourceRow[] = [];
    const pieces = list.split(',');
    for (let at = 0; at < pieces.length; ) {
      const match = longestName(sources, pieces.slice(at));
      if (!match) throw noDocument(pieces[at] ?? '');
      found.push(match.source);
      at += match.pieces;
    }
    return found;
  });
}

export async function findCode(project: Project, path: string): Promise<CodeRow> {
  const codes = await project.query('codes.tree', {});
  const found = codeAt(codes, path);
  if (found) return found;
  const namesakes = codes.filter((code) => isSame(code.name, path)).map((code) => `“${code.path}”`);
  const hint = namesakes.length > 0 ? ` Do you mean ${namesakes.join(' or ')}?` : '';
  throw new Refusal(`There is no code “${path}” in this project. Nothing was changed.${hint}`);
}

export function codeAt(codes: readonly CodeRow[], path: string): CodeRow | undefined {
  const tidy = parseCodePath(path)?.join(pathSeparator) ?? path;
  return codes.find((code) => isSame(code.path, path) || isSame(code.path, tidy));
}

function longestName(
  sources: readonly SourceRow[],
  pieces: readonly string[],
): { source: SourceRow; pieces: number } | undefined {
  for (let length = pieces.length; length > 0; length -= 1) {
    const name = pieces.slice(0, length).join(',');
    const source = sources.find((each) => isSame(each.name, name));
    if (source) return { source, pieces: length };
  }
  return undefined;
}

function noDocument(name: string): Refusal {
  return new Refusal(`There is no document “${name.trim()}” in this project. Nothing was changed.`);
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').trim() === b.normalize('NFC').trim();
}
