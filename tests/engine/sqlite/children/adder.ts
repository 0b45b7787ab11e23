/** Adds one entry. Argument: path. */
import * as fs from 'node:fs';
import { openDatabase } from '../../../../src/storage/sqlite';
import { childRuntime } from '../support/child-runtime';
import { addEntry } from '../support/ledger';

async function main(): Promise<void> {
  const runtime = await childRuntime();
  const database = openDatabase({ path: process.argv[3] ?? '', mode: 'write', runtime, files: fs });
  addEntry(database);
  database.close();
}

main();
