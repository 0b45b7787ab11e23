/**
 * Loads sql.js once per process: the release build when it is exactly the one our import table was made for, else
 * the debug build, whose imports carry their names (same SQL speed, rows read a few times slower).
 */
import releaseFactory from 'sql.js/dist/sql-wasm.js';
import { SqlJsFiles } from './sql-js-file';
import { MODULE_FUNCTIONS, type SqlJsFactory, type SqlJsModule } from './sql-js-module';
import { releaseMismatch, replaceFileFunctions } from './wasm-imports';
import { WasmMemory } from './wasm-memory';

/** SQLite, its memory, and the real files it may open. One serves any number of databases. */
export interface SqliteRuntime {
  readonly build: 'release' | 'debug';
  /** Why the release build was not used; for the log. */
  readonly fallbackReason: string | undefined;
  readonly module: SqlJsModule;
  readonly memory: WasmMemory;
  readonly realFiles: SqlJsFiles;
}

export interface SqlJsBuild {
  factory(): Promise<SqlJsFactory> | SqlJsFactory;
  wasm(): Uint8Array;
}

export interface SqlJsSources {
  readonly release: SqlJsBuild;
  readonly debug: SqlJsBuild;
  /** Lower-case hexadecimal SHA-256. */
  sha256(bytes: Uint8Array): string;
}

/** The two builds as they come with sql.js; the debug glue (270 kB) is read only when it is needed. */
export function sqlJsIn(
  folder: string,
  system: Pick<SqlJsSources, 'sha256'> & { readFile(path: string): Uint8Array },
): SqlJsSources {
  return {
    sha256: system.sha256,
    release: {
      factory: () => releaseFactory as unknown as SqlJsFactory,
      wasm: () => system.readFile(`${folder}/sql-wasm.wasm`),
    },
    debug: {
      factory: async () => {
        const glue = await import('sql.js/dist/sql-wasm-debug.js');
        return glue.default as unknown as SqlJsFactory;
      },
      wasm: () => system.readFile(`${folder}/sql-wasm-debug.wasm`),
    },
  };
}

let loaded: Promise<SqliteRuntime> | undefined;

/** The process's one runtime; later calls return the first one, whatever they pass. */
export function loadSqlite(sources: SqlJsSources): Promise<SqliteRuntime> {
  loaded ??= startRelease(sources);
  return loaded;
}

async function startRelease(sources: SqlJsSources): Promise<SqliteRuntime> {
  let reason: string;
  try {
    const wasm = sources.release.wasm();
    const compiled = await compile(wasm);
    const mismatch = releaseMismatch(sources.sha256(wasm), WebAssembly.Module.imports(compiled).length);
    if (mismatch === undefined) return await start('release', sources.release, compiled, undefined);
    reason = mismatch;
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  return start('debug', sources.debug, await compile(sources.debug.wasm()), reason);
}

function compile(wasm: Uint8Array): Promise<WebAssembly.Module> {
  return WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>);
}

async function start(
  build: SqliteRuntime['build'],
  source: SqlJsBuild,
  compiled: WebAssembly.Module,
  fallbackReason: string | undefined,
): Promise<SqliteRuntime> {
  const factory = await source.factory();
  const realFiles = new SqlJsFiles();
  let memory: WasmMemory | undefined;
  const module = await new Promise<unknown>((resolve, reject) => {
    factory({
      useOldExtensionFunctions: false,
      instantiateWasm(imports, done) {
        try {
          replaceFileFunctions(build, imports, (name, original) => realFiles.replacement(name, original));
          const instance = new WebAssembly.Instance(compiled, imports as WebAssembly.Imports);
          memory = memoryOf(instance);
          realFiles.attach(memory);
          done(instance);
        } catch (error) {
          // sql.js never settles when its hook throws: the refusal goes out by this way.
          reject(error);
        }
        return {};
      },
    }).then(resolve, reject);
  });
  if (memory === undefined) throw new Error('sql.js did not use the instantiateWasm hook');
  return { build, fallbackReason, module: checkedModule(module), memory, realFiles };
}

/** The release build exports its memory under a letter. */
function memoryOf(instance: WebAssembly.Instance): WasmMemory {
  const memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
  if (memory === undefined) throw new Error('sql.js exports no memory');
  return new WasmMemory(memory);
}

function checkedModule(module: unknown): SqlJsModule {
  const functions = module as Record<string, unknown>;
  const missing = MODULE_FUNCTIONS.filter((name) => typeof functions[name] !== 'function');
  if (missing.length > 0) throw new Error(`sql.js lacks ${missing.join(', ')}`);
  return module as SqlJsModule;
}
