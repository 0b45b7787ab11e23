/** Reads a ledger that another process is writing until it is told to stop; says how often and what was wrong. */
import * as fs from 'node:fs';
import { openDatabase } from '../../../../src/storage/sqlite';
import { childRuntime, say } from '../support/child-runtime';
import { lastEntry, ledgerProblems } from '../support/ledger';

async function main(): Promise<void> {
  const runtime = await childRuntime();
  const path = process.argv[3] ?? '';
  const seen = new Set<number>();
  let reads = 0;
  let isStopped = false;
  process.on('message', () => {
    isStopped = true;
  });
  process.send?.('ready');
  const database = openDatabase({ path, mode: 'read', runtime, files: fs });
  while (!isStopped) {
    for (const problem of ledgerProblems(database)) say(`problem ${problem}`);
    seen.add(lastEntry(database));
    reads += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  database.close();
  say(`reads ${reads}`);
  say(`states ${seen.size}`);
  process.disconnect();
}

main();
