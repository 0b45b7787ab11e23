import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CommandArgs, CommandName, CommandResult } from '../../../src/contract/commands';
import type { QueryArgs, QueryName, QueryResult } from '../../../src/contract/queries';
import type { AppError } from '../../../src/core/result';
import { tableNames } from '../../../src/core/tables';
import { createEngine, type Engine, type Platform } from '../../../src/engine';
import { createNodePlatform } from '../../../src/platform/node-platform';
import { openDatabase } from '../../../src/storage/sqlite';

/** An engine on a real file in a folder of its own, with a clock and ids that repeat. */
export interface Driver {
  readonly engine: Engine;
  readonly path: string;
  readonly folder: string;
  /** Runs a command that must succeed. */
  run<K extends CommandName>(name: K, args: CommandArgs<K>): Promise<CommandResult<K>>;
  /** Runs a command that must be refused, and gives the refusal. */
  refuse<K extends CommandName>(name: K, args: CommandArgs<K>): Promise<AppError>;
  query<K extends QueryName>(name: K, args: QueryArgs<K>): Promise<QueryResult<K>>;
  /** Writes a file into the folder and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Imports a text under a name and gives its id. */
  document(
    name: string,
    text: string,
  ): Promise<string & CommandResult<'source.import'>['sources'][number]['id']>;
  /** Every row of every recorded table, as one text. */
  dump(): Promise<string>;
  /** Closes the engine and opens the same file with a new one. */
  reopen(): Promise<Driver>;
  end(): Promise<void>;
}

export const wasmDirectory = resolve('node_modules/sql.js/dist');

export function testPlatform(seed = 'test'): Platform {
  let ticks = 0;
  let ids = 0;
  return {
    ...createNodePlatform({ wasmDirectory, appVersion: '0.0.0-test' }),
    clock: () => {
      ticks += 1000;
      return new Date(Date.UTC(2026, 0, 1) + ticks).toISOString();
    },
    newId: <T extends string>() => {
      ids += 1;
      const hex = createHash('sha256').update(`${seed}:${ids}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as string as T;
    },
  };
}

/** An engine's calls for a test that knows how each must end. */
export type Callers = Pick<Driver, 'run' | 'refuse' | 'query'>;

export function callers(engine: Engine): Callers {
  return {
    async run(name, args) {
      const result = await engine.run(name, args);
      if (!result.ok) throw new Error(`${name}: ${result.error.message} (${result.error.detail ?? ''})`);
      return result.value;
    },
    async refuse(name, args) {
      const result = await engine.run(name, args);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result.error;
    },
    async query(name, args) {
      const result = await engine.query(name, args);
      if (!result.ok) throw new Error(`${name}: ${result.error.message} (${result.error.detail ?? ''})`);
      return result.value;
    },
  };
}

let seeds = 0;

export async function newDriver(options: { coder?: string | null } = {}): Promise<Driver> {
  const folder = mkdtempSync(join(tmpdir(), 'emic-engine-'));
  const driver = driverOn(folder, join(folder, 'test.emic'));
  if (options.coder !== null) await driver.run('session.setCoder', { name: options.coder ?? 'Robin' });
  await driver.run('project.create', { path: driver.path });
  return driver;
}

export function driverOn(folder: string, path: string, on?: Platform): Driver {
  seeds += 1;
  const platform = on ?? testPlatform(`driver ${seeds}`);
  const engine = createEngine(platform);
  const driver: Driver = {
    engine,
    path,
    folder,
    ...callers(engine),
    file(name, content) {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    async document(name, text) {
      const file = driver.file(`${name}.txt`, text);
      const { sources } = await driver.run('source.import', { paths: [file] });
      const id = sources[0]?.id;
      if (!id) throw new Error('nothing was imported');
      return id;
    },
    async dump() {
      const runtime = await platform.loadSqlite();
      const database = openDatabase({ path, runtime, files: platform.files, mode: 'read' });
      try {
        return tableNames
          .map((table) => {
            const columns = table === 'project' ? 'id, lineage, name, description, created_at' : '*';
            const rows = database.prepare(`SELECT ${columns} FROM ${table} ORDER BY id`).allObjects();
            return `${table}\n${rows.map((row) => JSON.stringify(row)).join('\n')}`;
          })
          .join('\n');
      } finally {
        database.close();
      }
    },
    async reopen() {
      await engine.close();
      const next = driverOn(folder, path);
      await next.run('session.setCoder', { name: 'Robin' });
      await next.run('project.open', { path });
      return next;
    },
    async end() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return driver;
}
