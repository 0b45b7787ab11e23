import { build } from 'vite';
import { vi } from 'vitest';
import { newFolder } from '../../sqlite/support/runtime';

// A test here starts the program many times, which a busy machine makes slow.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let built: Promise<string> | undefined;

/** The command line and the sample's builder as the build makes them, in a folder of their own; once per test file. */
export function bundle(): Promise<string> {
  built ??= (async () => {
    const folder = newFolder();
    // Vite warns of its next loader for configurations, which wants file endings that TypeScript does not allow.
    process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
    await build({
      configFile: 'vite.cli.config.ts',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
    return folder;
  })();
  return built;
}
