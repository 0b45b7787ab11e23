import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const requireHere = createRequire(import.meta.url);

/** Lays SQLite's two WebAssembly files beside the bundle: their JavaScript is bundled, they are read as files. */
export function sqliteFiles(): Plugin {
  return {
    name: 'emic:sqlite-files',
    generateBundle() {
      for (const fileName of ['sql-wasm.wasm', 'sql-wasm-debug.wasm']) {
        const source = readFileSync(requireHere.resolve(`sql.js/dist/${fileName}`));
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/**
 * CommonJS in `.cjs` files, because package.json says "module" and Electron 25 loads only CommonJS. Names carry no
 * hash: nothing is cached between versions, and a stack trace stays readable.
 */
export const commonJsOutput = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name].cjs',
} as const;

/** Node of the oldest supported runtime (Electron 25; see docs/ARCHITECTURE.md). */
export const nodeTarget = 'node18';

/** Chromium of the oldest supported runtime. */
export const chromeTarget = 'chrome114';
