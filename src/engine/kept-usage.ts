import { UsageSums } from '../core/usage';
import { readKept, writeKept } from '../storage/repositories/kept';
import { readRevision } from '../storage/repositories/project';
import { storedVersion } from '../storage/schema';
import type { Database, ReadableDatabase } from '../storage/sqlite/types';
import type { Platform } from './platform';
import type { UsageCache } from './usage-cache';

/**
 * The counts of one session in the file, for the next one to begin with. They name the state of the file that they
 * are true of: the project's revision and SQLite's counter of commits, which every program that writes raises. Their
 * SHA-256 goes with them, since a flipped bit would be a wrong count.
 */
const name = 'usage';
const form = 1;
/** The version of the schema that brought the table. */
const firstVersion = 3;

type Digest = Pick<Platform, 'sha256'>;

function stateOf(database: ReadableDatabase, commits: number): string {
  return `${form} ${readRevision(database)} ${commits}`;
}

/** What the last session has left; null where it is not true of the file as it is, or can't be read. */
export function leftUsage(database: ReadableDatabase, { sha256 }: Digest): UsageSums | null {
  if (storedVersion(database) < firstVersion) return null;
  try {
    const body = readKept(database, name, stateOf(database, database.identity().commits)) ?? '';
    const [digest, json] = split(body);
    return json !== '' && sha256([json]) === digest ? UsageSums.from(JSON.parse(json)) : null;
  } catch {
    return null;
  }
}

/** Leaves the counts in the file, in a commit of their own. */
export function keepUsage(database: Database, usage: UsageCache, { sha256 }: Digest): void {
  const json = JSON.stringify(usage.kept());
  database.transaction(() => {
    const state = stateOf(database, (database.identity().commits + 1) % 2 ** 32);
    writeKept(database, name, { state, body: `${sha256([json])} ${json}` });
  });
}

function split(body: string): readonly [string, string] {
  const at = body.indexOf(' ');
  return [body.slice(0, at), body.slice(at + 1)];
}
