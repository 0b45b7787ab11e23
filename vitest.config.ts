import { defineConfig } from 'vitest/config';
import { workerSources } from './scripts/lib/worker-sources.mjs';

export default defineConfig({
  plugins: [workerSources()],
  test: {
    include: ['tests/{unit,engine,architecture,files}/**/*.test.ts'],
    testTimeout: 20_000,
    pool: 'forks',
  },
});
