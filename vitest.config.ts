import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,engine,architecture,files}/**/*.test.ts'],
    testTimeout: 20_000,
    pool: 'forks',
  },
});
