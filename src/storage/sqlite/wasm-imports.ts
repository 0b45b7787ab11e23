/**
 * Which import of the sql.js WebAssembly module is which POSIX function.
 *
 * The debug build imports them by name. The release build shortens every name to a letter, but the glue still lists
 * them in the alphabetical order of the real names; so a list of the real names, in that order, is the key. It holds
 * for one exact build only and is checked against the wasm's SHA-256, the number of imports and the number of
 * parameters of each before it is believed.
 */
export type WasmFunction = (...args: never[]) => unknown;

/** SHA-256 of `sql-wasm.wasm` in sql.js 1.16.0 (SQLite 3.54.1). */
export const RELEASE_WASM_SHA256 = '43bbcdd44287e5a2db3b6b5af34b1a3485a7a441285d247976c1ebe3c61f8dbf';

/** Real name and number of parameters, in the order in which the release build's glue lists them. */
export const RELEASE_IMPORTS: readonly (readonly [name: string, parameters: number])[] = [
  ['__assert_fail', 4],
  ['__syscall_chmod', 2],
  ['__syscall_faccessat', 3],
  ['__syscall_fchmod', 2],
  ['__syscall_fchown32', 1],
  ['__syscall_fcntl64', 3],
  ['__syscall_fstat64', 2],
  ['__syscall_ftruncate64', 2],
  ['__syscall_getcwd', 2],
  ['__syscall_geteuid32', 0],
  ['__syscall_lstat64', 2],
  ['__syscall_mkdirat', 3],
  ['__syscall_newfstatat', 4],
  ['__syscall_openat', 4],
  ['__syscall_readlinkat', 4],
  ['__syscall_rmdir', 1],
  ['__syscall_stat64', 2],
  ['__syscall_unlinkat', 3],
  ['__syscall_utimensat', 4],
  ['_abort_js', 0],
  ['_emscripten_runtime_keepalive_clear', 0],
  ['_localtime_js', 2],
  ['_mmap_js', 7],
  ['_munmap_js', 6],
  ['_setitimer_js', 2],
  ['_tzset_js', 4],
  ['emscripten_date_now', 0],
  ['emscripten_get_heap_max', 0],
  ['emscripten_get_now', 0],
  ['emscripten_resize_heap', 1],
  ['environ_get', 2],
  ['environ_sizes_get', 2],
  ['fd_close', 1],
  ['fd_fdstat_get', 2],
  ['fd_read', 4],
  ['fd_seek', 4],
  ['fd_sync', 1],
  ['fd_write', 4],
  ['proc_exit', 1],
  ['warnLegacyFunction', 1],
];

/** The functions the file layer answers; each must be found, or the build can't be used. */
export const FILE_FUNCTIONS = [
  '__syscall_faccessat',
  '__syscall_fchmod',
  '__syscall_fchown32',
  '__syscall_fcntl64',
  '__syscall_fstat64',
  '__syscall_ftruncate64',
  '__syscall_lstat64',
  '__syscall_newfstatat',
  '__syscall_openat',
  '__syscall_readlinkat',
  '__syscall_stat64',
  '__syscall_unlinkat',
  'fd_close',
  'fd_fdstat_get',
  'fd_read',
  'fd_seek',
  'fd_sync',
  'fd_write',
] as const;

export type FileFunction = (typeof FILE_FUNCTIONS)[number];

/** Says why the table does not fit this wasm binary, or undefined when it does. */
export function releaseMismatch(sha256: string, wasmImportCount: number): string | undefined {
  if (sha256 !== RELEASE_WASM_SHA256) return `the SHA-256 of sql-wasm.wasm is ${sha256}`;
  if (wasmImportCount !== RELEASE_IMPORTS.length) return `sql-wasm.wasm has ${wasmImportCount} imports`;
  return undefined;
}

/**
 * Replaces the file functions in the import object that sql.js hands to `instantiateWasm`. Each replacement is made
 * from the original, which still serves everything that is not bound to a real file. Throws when the build is unknown.
 */
export function replaceFileFunctions(
  build: 'release' | 'debug',
  imports: Record<string, Record<string, WasmFunction>>,
  replace: (name: FileFunction, original: WasmFunction) => WasmFunction,
): void {
  // The debug build offers the same object under two module names.
  for (const functions of new Set(Object.values(imports))) {
    const keys = build === 'release' ? releaseKeys(functions) : debugKeys(functions);
    for (const name of FILE_FUNCTIONS) {
      const key = keys.get(name);
      const original = key === undefined ? undefined : functions[key];
      if (key === undefined || original === undefined) throw new Error(`sql.js does not import ${name}`);
      functions[key] = replace(name, original);
    }
  }
}

function debugKeys(functions: Record<string, WasmFunction>): Map<string, string> {
  return new Map(Object.keys(functions).map((key) => [key, key]));
}

function releaseKeys(functions: Record<string, WasmFunction>): Map<string, string> {
  const entries = Object.entries(functions);
  if (entries.length !== RELEASE_IMPORTS.length) throw new Error(`the glue has ${entries.length} imports`);
  const keys = new Map<string, string>();
  RELEASE_IMPORTS.forEach(([name, parameters], index) => {
    const [key, implementation] = entries[index] ?? ['', undefined];
    if (implementation?.length !== parameters) throw new Error(`import ${index} does not look like ${name}`);
    keys.set(name, key);
  });
  return keys;
}
