import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

/** Real files that the project may not hold; see CONTRIBUTING. */
const FOLDER = resolve(process.env.EMIC_TEST_DATA ?? '../shared/data');

export const hasTestData = existsSync(FOLDER);

/** A suite over real files; where they are missing it is skipped and its name says why. */
export function describeWithTestData(name: string, body: () => void): void {
  if (hasTestData) describe(name, () => body());
  else describe.skip(`${name} (no real files at ${FOLDER}; set EMIC_TEST_DATA)`, () => body());
}

export function testFile(...path: string[]): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, ...path)));
}

/** Names in a folder of real files; none where there are no real files, so that a skipped suite can be built. */
export function testFileNames(...path: string[]): string[] {
  return hasTestData ? readdirSync(join(FOLDER, ...path)).sort() : [];
}
