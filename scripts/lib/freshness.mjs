/**
 * Whether something built is still what its sources say. Compared by content, not by time: a checkout of another
 * branch and a deleted file count, a touched file does not.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';

function listFiles(path) {
  if (!existsSync(inRoot(path))) return [];
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  const names = readdirSync(inRoot(path)).sort();
  return names.flatMap((name) => listFiles(join(path, name)));
}

/** A hash over names and contents of the files and folders in `paths` (relative to the checkout). */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(listFiles)) {
    const content = readFileSync(inRoot(path));
    hash.update(`${path.replaceAll('\\', '/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Whether `stampFile` was written for exactly this fingerprint. */
export function isFresh(stampFile, wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
}

/** Forgets the stamp: before a build, so that a broken one is never taken for done. */
export function forgetStamp(stampFile) {
  rmSync(stampFile, { force: true });
}

/** Keeps the fingerprint of the sources that were built. */
export function writeStamp(stampFile, built) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, built);
}
