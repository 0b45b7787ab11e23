import { defineConfig } from '@playwright/test';

// `npm test` and `npm run e2e` set up the display and name the Electron to start (see scripts/lib/launch.mjs).
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  // A real window on a shared machine may once be too slow; what passed only when repeated is named in the report.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  projects: [{ name: 'app' }],
});
