/** A folder for one benchmark run, and the generated projects in it. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.mjs';

export function makeWorkplace() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  return {
    path: (name) => join(folder, name),
    /** A fresh copy of the sample project under this name. */
    sample: (name) => {
      const path = join(folder, name);
      copyFileSync(inRoot('out', 'sample', 'Netroots.emic'), path);
      return path;
    },
    /** A profile in which the coder is known, so that no first question is asked. */
    profile: (name) => {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      writeFileSync(
        join(path, 'settings.json'),
        JSON.stringify({ coder: { name: 'Bench', color: '#3a6fc4' }, theme: 'light' }),
      );
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
