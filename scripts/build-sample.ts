/**
 * Builds the sample project from the seed texts and `netroots.json`, through the engine's own commands, as a person
 * would have made it; the file carries that history. Ids and times are counted, not taken from the machine, so the
 * same seeds and the same program give the same bytes.
 *
 * Usage: node out/cli/build-sample.cjs OUT.emic [SEEDS]
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../package.json';
import type { CommandArgs, CommandName, CommandResult } from '../src/contract/commands';
import { pathSeparator } from '../src/core/code-tree';
import { codeColorRing } from '../src/core/colors';
import type { CodeId, IdSource, QuotationId, SourceId } from '../src/core/ids';
import { createPositionMap } from '../src/core/text';
import { createEngine, type Platform } from '../src/engine';
import { createNodePlatform } from '../src/platform/node-platform';

interface Passage {
  readonly file: string;
  readonly quote: string;
  /** Which of several occurrences, from 1. */
  readonly occurrence: number;
}

interface Sample {
  readonly project: { readonly name: string; readonly description: string; readonly memo: string };
  readonly coders: readonly { readonly name: string; readonly color: string }[];
  readonly documents: readonly { readonly file: string; readonly name: string; readonly memo: string }[];
  readonly codes: readonly SampleCode[];
  readonly codings: readonly (Passage & { readonly code: string })[];
  readonly quotationMemos: readonly (Passage & { readonly memo: string })[];
  readonly codeMemos: readonly { readonly path: string; readonly memo: string }[];
}

interface SampleCode {
  readonly path: string;
  readonly definition: string;
  readonly whenToUse: string;
  readonly whenNotToUse: string;
  readonly examples: string;
  readonly isCodable: boolean;
}

type Run = <K extends CommandName>(name: K, args: CommandArgs<K>) => Promise<CommandResult<K>>;

async function main(out: string, seeds: string): Promise<void> {
  const sample: Sample = JSON.parse(readFileSync(join(seeds, 'netroots.json'), 'utf8'));
  const engine = createEngine(countedPlatform());
  const run: Run = async (name, args) => {
    const result = await engine.run(name, args);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value;
  };
  try {
    for (const coder of sample.coders.slice(0, 1)) await run('session.setCoder', coder);
    await run('project.create', { path: out, name: sample.project.name });
    await run('project.update', { description: sample.project.description });
    const documents = await importDocuments(run, sample, seeds);
    const codes = await createCodes(run, sample);
    const texts = new Map<string, string>();
    for (const [file, id] of documents) {
      const answer = await engine.query('source.text', { id });
      if (answer.ok) texts.set(file, answer.value.text);
    }
    await applyCodings(run, sample, { documents, codes, texts });
    for (const { path, memo } of sample.codeMemos) {
      await run('memo.write', { target: { kind: 'code', id: known(codes, path) }, text: memo });
    }
    await run('memo.write', { target: { kind: 'project' }, text: sample.project.memo });
  } finally {
    await engine.close();
  }
}

/** Every tick a time and every id a hash of its number. Nothing of the machine gets into the file. */
function countedPlatform(): Platform {
  const secondsPerTick = 40;
  let ticks = 0;
  let ids = 0;
  const newId: IdSource = <T extends string>() => {
    ids += 1;
    const hex = createHash('sha256').update(`emic sample ${ids}`).digest('hex');
    const groups = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
    return [...groups, hex.slice(20, 32)].join('-') as T;
  };
  return {
    ...createNodePlatform({ wasmDirectory: __dirname, appVersion: version }),
    every: () => () => undefined,
    clock: () => {
      const time = Date.UTC(2026, 10, 21, 9) + ticks * secondsPerTick * 1000;
      ticks += 1;
      return new Date(time).toISOString();
    },
    newId,
  };
}

async function importDocuments(run: Run, sample: Sample, seeds: string): Promise<Map<string, SourceId>> {
  const paths = sample.documents.map(({ file }) => join(seeds, file));
  const { sources } = await run('source.import', { paths });
  const documents = new Map<string, SourceId>();
  for (const [index, { file, name, memo }] of sample.documents.entries()) {
    const id = sources[index]?.id;
    if (id === undefined) throw new Error(`${file} was not imported`);
    documents.set(file, id);
    await run('source.rename', { id, name });
    await run('memo.write', { target: { kind: 'source', id }, text: memo });
  }
  return documents;
}

async function createCodes(run: Run, sample: Sample): Promise<Map<string, CodeId>> {
  const colors = colorsOf(sample);
  const codes = new Map<string, CodeId>();
  for (const { path, ...details } of sample.codes) {
    const names = path.split(pathSeparator);
    const parentPath = names.slice(0, -1).join(pathSeparator);
    const { id } = await run('code.create', {
      ...details,
      name: names.at(-1) ?? path,
      parentId: parentPath === '' ? null : known(codes, parentPath),
      color: colors.get(path),
    });
    codes.set(path, id);
  }
  return codes;
}

/** The ring's first colours differ most, so the codes used most get them; folders share its last one. */
function colorsOf({ codes, codings }: Sample): Map<string, string> {
  const uses = (path: string) => codings.filter(({ code }) => code === path).length;
  const codable = codes.filter(({ isCodable }) => isCodable);
  const byUse = codable.map(({ path }) => path).sort((a, b) => uses(b) - uses(a));
  const colors = new Map(
    byUse.map((path, index) => [path, codeColorRing[index % codeColorRing.length] ?? '']),
  );
  for (const { path } of codes) if (!colors.has(path)) colors.set(path, codeColorRing.at(-1) ?? '');
  return colors;
}

interface Made {
  readonly documents: ReadonlyMap<string, SourceId>;
  readonly codes: ReadonlyMap<string, CodeId>;
  readonly texts: ReadonlyMap<string, string>;
}

/** Passage by passage, with all its codes in one step, and its memo right after. */
async function applyCodings(run: Run, sample: Sample, { documents, codes, texts }: Made): Promise<void> {
  const keyOf = ({ file, quote, occurrence }: Passage) => JSON.stringify([file, quote, occurrence]);
  const passages = new Map(sample.codings.map((coding) => [keyOf(coding), coding]));
  const marked = new Map<string, QuotationId>();
  for (const [key, passage] of passages) {
    const own = sample.codings.filter((coding) => keyOf(coding) === key);
    const { quotationId } = await run('coding.apply', {
      sourceId: known(documents, passage.file),
      ...locate(known(texts, passage.file), passage),
      codeIds: own.map(({ code }) => known(codes, code)),
    });
    marked.set(key, quotationId);
    for (const { memo } of sample.quotationMemos.filter((each) => keyOf(each) === key)) {
      await run('memo.write', { target: { kind: 'quotation', id: quotationId }, text: memo });
    }
  }
  for (const memo of sample.quotationMemos) known(marked, keyOf(memo));
}

function locate(text: string, { quote, occurrence }: Passage): { start: number; end: number } {
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`“${quote}” does not occur ${occurrence} times`);
  }
  const positions = createPositionMap(text);
  return { start: positions.toCodePoint(at), end: positions.toCodePoint(at + quote.length) };
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${String(key)} is not in the sample`);
  return value;
}

const [out, seeds] = process.argv.slice(2);
if (out === undefined) {
  process.stderr.write('Usage: node build-sample.cjs OUT.emic [SEEDS]\n');
  process.exitCode = 2;
} else {
  main(resolve(out), seeds === undefined ? join(__dirname, '..', '..', 'seeds') : resolve(seeds)).catch(
    (error: unknown) => {
      process.stderr.write(
        `The sample could not be built: ${error instanceof Error ? error.message : error}\n`,
      );
      process.exitCode = 1;
    },
  );
}
