import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { workerSources } from './scripts/lib/worker-sources.mjs';
import { chromeTarget, commonJsOutput, nodeTarget, sqliteFiles } from './vite.shared';

const common = { minify: true, sourcemap: false, reportCompressedSize: false } as const;

// Everything is bundled, sql.js too: the packaged application has no node_modules.
export default defineConfig({
  main: {
    plugins: [sqliteFiles(), workerSources()],
    build: {
      ...common,
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        // Else the main process would load the engine's bundle too, because the two share code.
        preserveEntrySignatures: 'strict',
        input: {
          index: resolve('src/main/index.ts'),
          engine: resolve('src/main/engine-start.ts'),
          'engine-process': resolve('src/main/engine-process.ts'),
        },
        output: commonJsOutput,
      },
    },
  },
  preload: {
    build: {
      ...common,
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve('src/preload/index.ts') }, output: commonJsOutput },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      ...common,
      target: chromeTarget,
      cssTarget: chromeTarget,
      rolldownOptions: {
        input: resolve('src/renderer/index.html'),
        // What the first paint needs is one file: each request goes by way of the main process.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
