import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import { findCycles, type Import, importsOf, sourceFiles } from './imports';

/** What a folder of `src` may import; a rule of `docs/ARCHITECTURE.md` in a form that a machine can hold. */
interface Floor {
  /** Other folders of `src`, all of them on a lower floor (preload and renderer: beside it). */
  readonly ours: readonly string[];
  /** Folders of which only types may be imported. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** Node's own modules. */
  readonly node?: true;
}

const floors: Readonly<Record<string, Floor>> = {
  core: { ours: [], packages: ['d3-force'] },
  contract: { ours: ['core'], packages: ['zod'] },
  storage: { ours: ['core'], packages: ['sql.js'] },
  formats: {
    ours: ['core'],
    packages: ['chardet', 'csv-stringify', 'iconv-lite', 'saxes', 'write-excel-file'],
  },
  // Process-free: what it needs of a machine is given to it as a `Platform`.
  engine: { ours: ['core', 'contract', 'storage', 'formats'] },
  platform: { ours: ['core', 'storage'], types: ['engine'], node: true },
  main: { ours: ['core', 'contract', 'engine', 'platform'], packages: ['electron'], node: true },
  preload: { ours: [], types: ['core', 'contract'], packages: ['electron'] },
  cli: { ours: ['core', 'contract', 'engine', 'formats', 'platform'], node: true },
  renderer: {
    ours: ['core', 'contract'],
    packages: [
      '@fontsource-variable/inter',
      '@fontsource-variable/source-serif-4',
      '@headless-tree/core',
      '@headless-tree/react',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@tiptap/core',
      '@tiptap/pm',
      '@tiptap/react',
      'cmdk',
      'lucide-react',
      'radix-ui',
      'react',
      'react-dom',
      'react-resizable-panels',
      'zustand',
    ],
  },
  scripts: { ours: ['core', 'contract', 'engine', 'platform'], node: true },
};

/** Schemas of arguments are checked at the engine's door; the window needs only their types, not zod. */
const schemas = ['commands', 'queries', 'schema', 'cooccurrence-schema', 'history-schema'].map(
  (name) => `src/contract/${name}.ts`,
);

/** Rings of types alone, of which nothing is left in the program. Better none. */
const knownTypeRings = [
  'src/storage/sqlite/types.ts > src/storage/sqlite/sql-js-runtime.ts > src/storage/sqlite/sql-js-module.ts > src/storage/sqlite/types.ts',
];

/** Files that hold two ideas, with the length that they must not outgrow. Better none. */
const longFiles: Readonly<Record<string, number>> = {
  'src/storage/sqlite/sqlite-database.ts': 380,
};
const longest = 300;

const files = [...sourceFiles('src'), ...sourceFiles('scripts')];
const known = new Set(files.map(({ path }) => path));
const imports = files.flatMap((file) => importsOf(file, known));

describe('AR the floors', () => {
  it('AR1 every folder of src has its place in the table', () => {
    const folders = new Set(files.map(({ path }) => folderOf(path)));
    expect([...folders].sort()).toEqual(Object.keys(floors).sort());
    expect(imports.length).toBeGreaterThan(1000);
  });

  it('AR2 an import goes down only', () => {
    expect(imports.filter((each) => each.isOurs).flatMap(wrongFloor)).toEqual([]);
  });

  it('AR3 a package is used only where the table has it, and package.json names it', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const listed = new Set(Object.keys({ ...dependencies, ...devDependencies }));
    const wrong = imports.filter(({ from, to, isOurs }) => {
      if (isOurs) return false;
      const floor = floors[folderOf(from)];
      if (isNodeModule(to)) return !floor?.node || !to.startsWith('node:');
      return !floor?.packages?.includes(packageOf(to)) || !listed.has(packageOf(to));
    });
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('AR4 the window takes only types from what checks arguments, never zod itself', () => {
    const values = imports.filter(
      ({ from, to, isType }) => from.startsWith('src/renderer/') && schemas.includes(to) && !isType,
    );
    expect(values.map(inWords)).toEqual([]);
    // The rule is worth something only while the window's own imports of values do not lead there.
    const reached = reachable('src/contract/labels.ts');
    expect(schemas.filter((schema) => reached.has(schema))).toEqual([]);
  });

  it('AR5 in Electron’s main process only the engine’s own process knows the engine', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/main/') &&
        from !== 'src/main/engine-process.ts' &&
        /^src\/(?:engine|platform)\//.test(to),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('AR6 no file imports itself in a ring', () => {
    expect(findCycles(imports.filter(({ isType }) => !isType)).map((ring) => ring.join(' > '))).toEqual([]);
    expect(findCycles(imports).map((ring) => ring.join(' > '))).toEqual(knownTypeRings);
  });

  it('AR7 no file is longer than 300 lines, but those that are known', () => {
    const long = files.filter(({ path, lines }) => lines > (longFiles[path] ?? longest));
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
    const short = Object.keys(longFiles).filter((path) => {
      const file = files.find((each) => each.path === path);
      return !file || file.lines <= longest;
    });
    expect(short, 'no exception any more: take it from the list').toEqual([]);
  });

  it('AR9 SQL is written in storage only', () => {
    const sql =
      /\b(?:SELECT\s[\s\S]{0,400}?\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(?:TABLE|VIEW))\b/;
    expect(sql.test('SELECT count(*) FROM code')).toBe(true);
    const found = files.filter(({ path, text }) => /^src\/(?!storage\/)/.test(path) && sql.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('AR8 only an entry file asks where it lies: a bundler may move the others into a folder of chunks', () => {
    const entries = ['src/cli/emic.ts', 'scripts/build-sample.ts'];
    const wrong = files.filter(
      ({ path, text }) =>
        /^(?:src\/(?:core|contract|storage|formats|engine|platform|cli)|scripts)\//.test(path) &&
        !entries.includes(path) &&
        /\b__dirname\b|\bimport\.meta\.(?:url|dirname|filename)\b/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

function wrongFloor(each: Import): string[] {
  const [from, to] = [folderOf(each.from), folderOf(each.to)];
  if (from === to) return [];
  const floor = floors[from];
  const mayUse = floor?.ours.includes(to) || (each.isType && floor?.types?.includes(to));
  // The version stands in package.json alone.
  const isVersion = each.to === 'package.json' && (from === 'cli' || from === 'scripts');
  return mayUse || isVersion ? [] : [inWords(each)];
}

function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? second : top;
}

function isNodeModule(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name.split('/')[0] ?? '');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function reachable(start: string): Set<string> {
  const found = new Set([start]);
  for (const file of found) {
    for (const { from, to, isType } of imports) if (from === file && !isType) found.add(to);
  }
  return found;
}

function inWords({ from, to, isType }: Import): string {
  return `${from} imports ${isType ? 'types of ' : ''}${to}`;
}
