import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { workerSources } from '../../scripts/lib/worker-sources.mjs';
import { race } from '../crash/race';

/** 200 rounds: `npm run test:crash -- --only race`. */
it('RC1 one of four processes that open a project at once may write, ten times', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emic-race-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [workerSources()],
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: join(folder, 'bundle'),
        minify: false,
        target: 'node18',
        rollupOptions: {
          input: { race: join(import.meta.dirname, '..', 'crash', 'race.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    });
    const script = join(folder, 'bundle', 'race.cjs');
    const report = await race({ rounds: 10, contenders: 4, folder, script });
    expect(report).toMatchObject({ problems: [], acknowledged: 30, stale: 3 });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
