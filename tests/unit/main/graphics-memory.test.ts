import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GraphicsMemory } from '../../../src/main/graphics-memory';

let folder = '';

/** One start that would draw in software if it tried the card; says whether it tried. */
function start(isSoftware = true, electron = '45.0.0'): 'tried' | 'knew' {
  const memory = new GraphicsMemory(join(folder, 'graphics.json'), electron);
  memory.note(isSoftware);
  memory.note(!isSoftware);
  memory.flush();
  return memory.isKnownSoftware ? 'knew' : 'tried';
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emic-graphics-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('takes software for granted after two starts in a row, and tries again after eight', () => {
  const starts = Array.from({ length: 20 }, () => start());
  const eight = Array.from({ length: 8 }, () => 'knew');
  expect(starts).toEqual(['tried', 'tried', ...eight, 'tried', ...eight, 'tried']);
});

it('never does without a card that works, and takes one up that comes', () => {
  expect([start(false), start(false), start(false)]).toEqual(['tried', 'tried', 'tried']);
  start();
  // One failure may be chance.
  expect([start(false), start()]).toEqual(['tried', 'tried']);
  for (let count = 0; count < 9; count += 1) start();
  expect(start(false)).toBe('tried');
  expect([start(), start(), start()]).toEqual(['tried', 'tried', 'knew']);
});

it('tries again with another Electron, and where the file is damaged', () => {
  for (let count = 0; count < 3; count += 1) start();
  expect(start(true, '46.0.0')).toBe('tried');
  expect([start(true, '46.0.0'), start(true, '46.0.0')]).toEqual(['tried', 'knew']);
  writeFileSync(join(folder, 'graphics.json'), '{"electron": 46');
  expect(start(true, '46.0.0')).toBe('tried');
});
