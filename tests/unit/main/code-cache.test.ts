import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CachedScript } from '../../../src/main/code-cache';

let folder = '';
let file = '';
let cacheFile = '';

/** Runs the file as a start does and gives what it wrote beside itself, and whether kept code was used. */
function start(keep = true): { said: string; wasKept: boolean } {
  const script = new CachedScript(file, cacheFile);
  script.run();
  if (keep) script.keep();
  return { said: readFileSync(join(folder, 'said'), 'utf8'), wasKept: script.wasKept };
}

function write(word: string): void {
  writeFileSync(
    file,
    `const { join } = require('node:path'); require('node:fs').writeFileSync(join(__dirname, 'said'), '${word}');`,
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emic-code-'));
  file = join(folder, 'program.cjs');
  cacheFile = join(folder, 'cache', 'code.bin');
  write('one');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('code kept compiled', () => {
  it('is used by the next start', () => {
    expect(start()).toEqual({ said: 'one', wasKept: false });
    expect(start()).toEqual({ said: 'one', wasKept: true });
  });

  it('is not used for another source of the same length', () => {
    start();
    write('two');
    expect(start()).toEqual({ said: 'two', wasKept: false });
    expect(start()).toEqual({ said: 'two', wasKept: true });
  });

  it('is not used when a byte of it changed or its end is missing', () => {
    start();
    const kept = readFileSync(cacheFile);
    for (let at = 0; at < kept.length; at += 97) {
      const damaged = Buffer.from(kept);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(cacheFile, damaged);
      expect(start(false)).toEqual({ said: 'one', wasKept: false });
    }
    writeFileSync(cacheFile, kept.subarray(0, kept.length - 1));
    expect(start(false)).toEqual({ said: 'one', wasKept: false });
    writeFileSync(cacheFile, '');
    expect(start(false)).toEqual({ said: 'one', wasKept: false });
  });

  it('is only missed where it can’t be written', () => {
    cacheFile = join(file, 'code.bin');
    expect(start()).toEqual({ said: 'one', wasKept: false });
  });
});
