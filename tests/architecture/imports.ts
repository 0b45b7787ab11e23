import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** One import as it stands in a file of `src`; type imports and dynamic ones too. */
export interface Import {
  /** From the root of the repository, with `/`. */
  readonly from: string;
  /** A file of ours as `from`, else the package or built-in module as it is written. */
  readonly to: string;
  readonly isOurs: boolean;
  /** True when nothing of it is left in the built program. */
  readonly isType: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** Every TypeScript file beneath a folder of the repository. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative('.', join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(path, 'utf8');
      return { path, text, lines: text.split('\n').length - 1 };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const names = String.raw`[\w$*{}\s,]+?`;
const quoted = String.raw`\s*['"]([^'"\n]+)['"]`;
const statement = new RegExp(
  String.raw`^[ \t]*(?:import\s+(type\s+)?(?:(${names})\s+from)?|export\s+(type\s+)?(\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from)${quoted}`,
  'gm',
);
const called = new RegExp(
  String.raw`(typeof\s+)?\b(?:import|require)\(${quoted}\s*\)(\s*\.\s*[A-Z]\w*)?`,
  'g',
);
const anyImport = /^[ \t]*(?:import\b(?!\s*[.(])|export\s+(?:type\s+)?(?:\*|\{[^}]*\}\s*from))/gm;

/** Throws where a file imports in a way that this does not read, so that nothing goes unseen. */
export function importsOf({ path, text }: SourceFile, known: ReadonlySet<string>): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  const add = (specifier: string, isType: boolean) => {
    const isOurs = specifier.startsWith('.');
    found.push({ from: path, to: isOurs ? resolveOurs(path, specifier, known) : specifier, isOurs, isType });
  };
  let statements = 0;
  for (const [, importType, imported = '', exportType, exported = '', specifier = ''] of code.matchAll(
    statement,
  )) {
    statements += 1;
    add(specifier, Boolean(importType ?? exportType) || bindsTypesOnly(imported || exported));
  }
  for (const [, isTypeof, specifier = '', typeName] of code.matchAll(called)) {
    add(specifier, Boolean(isTypeof ?? typeName));
  }
  const written = code.match(anyImport)?.length ?? 0;
  if (written !== statements) throw new Error(`${path}: ${statements} of ${written} imports were understood`);
  return found;
}

/** `{ type A, type B }`. */
function bindsTypesOnly(bound: string): boolean {
  const list = /^\{([\s\S]*)\}$/.exec(bound.trim())?.[1];
  const each = list?.split(',').map((name) => name.trim());
  return each?.filter((name) => name !== '').every((name) => name.startsWith('type ')) ?? false;
}

function resolveOurs(from: string, specifier: string, known: ReadonlySet<string>): string {
  // `?source`: the file as a worker's script.
  const target = posix.normalize(posix.join(dirname(from), specifier.replace(/\?source$/, '')));
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx', '.d.ts'];
  const file = endings.map((ending) => target + ending).find((path) => known.has(path));
  if (file !== undefined) return file;
  if (/\.(?:css|json|svg|woff2|html)(?:\?\w+)?$/.test(target)) return target;
  throw new Error(`${from} imports ${specifier}, which is not there`);
}

/** Rings of files that import each other, each once, as a way from a file back to itself. */
export function findCycles(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to, isOurs } of imports) {
    if (!isOurs) continue;
    const targets = next.get(from) ?? new Set();
    next.set(from, targets.add(to));
  }
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (file: string) => {
    state.set(file, 'open');
    trail.push(file);
    for (const target of next.get(file) ?? []) {
      if (state.get(target) === 'open') cycles.push([...trail.slice(trail.indexOf(target)), target]);
      else if (!state.has(target)) visit(target);
    }
    trail.pop();
    state.set(file, 'done');
  };
  for (const file of next.keys()) if (!state.has(file)) visit(file);
  return cycles;
}
