import { treesWithRings } from '../repositories/trees';
import { schemaVersion, storedVersion } from '../schema';
import type { Sha256 } from '../sha256';
import { StorageFault } from '../sqlite/storage-fault';
import type { ReadableDatabase } from '../sqlite/types';
import { findHistoryProblems } from './history';
import { findMemoProblems } from './memos';
import { findRowProblems } from './rows';
import { findSchemaProblems } from './schema';
import { findTextProblems } from './texts';

/**
 * What is wrong with a project, a sentence each. SQLite has no page checksums, so a flipped bit is found by what
 * must agree: texts with their SHA-256, quotations with their places, every row with what the history last wrote of
 * it, the history with its digests and with the base on which it stands. Yields between steps, so that a long check
 * can be stopped and shown.
 */
export function* findProblems(database: ReadableDatabase, sha256: Sha256): Generator<string | null> {
  const version = storedVersion(database);
  for (const line of database.integrityCheck('full')) yield `SQLite: ${line}`;
  yield null;
  if (version !== schemaVersion) {
    yield `The file has the form of an earlier Emic (${version}; now ${schemaVersion}): open it for editing once, then check it.`;
    return;
  }
  yield* told('definitions', findSchemaProblems(database, sha256));
  yield null;
  yield* told('texts', findTextProblems(database, sha256));
  yield null;
  yield* told('trees', treeProblems(database));
  yield* told('memos', findMemoProblems(database));
  yield* told('history', findHistoryProblems(database, sha256));
  yield null;
  yield* told('rows', findRowProblems(database));
}

function* treeProblems(database: ReadableDatabase): Iterable<string> {
  for (const { what, name } of treesWithRings(database)) yield `The ${what} “${name}” lies beneath itself.`;
}

/** A value of a kind that its column can't have makes SQLite give up in the middle: that is a finding, too. */
function* told(what: string, problems: Iterable<string | null>): Generator<string | null> {
  try {
    yield* problems;
  } catch (error) {
    if (!(error instanceof StorageFault) || !damage.has(error.kind)) throw error;
    yield `The ${what} could not be compared to the end: ${error.message}.`;
  }
}

const damage: ReadonlySet<string> = new Set(['sql', 'corrupt', 'constraint']);
