import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { workerSources } from './scripts/lib/worker-sources.mjs';
import { commonJsOutput, nodeTarget, sqliteFiles } from './vite.shared';

const sampleBuilder = resolve('scripts/build-sample.ts');

// electron-vite builds for Electron only; the command line and the sample's builder run in plain Node.
export default defineConfig({
  publicDir: false,
  plugins: [sqliteFiles(), workerSources()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: nodeTarget,
    minify: true,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        emic: resolve('src/cli/emic.ts'),
        ...(existsSync(sampleBuilder) ? { 'build-sample': sampleBuilder } : {}),
      },
      output: commonJsOutput,
    },
  },
});
