/** Opens, asks one question, and says how long it took. Argument: path. */
import * as fs from 'node:fs';
import { openDatabase } from '../../../../src/storage/sqlite';
import { childRuntime, say } from '../support/child-runtime';

async function main(): Promise<void> {
  const loading = performance.now();
  const runtime = await childRuntime();
  const opening = performance.now();
  const database = openDatabase({ path: process.argv[3] ?? '', mode: 'write', runtime, files: fs });
  database.prepare('SELECT count(*) FROM entry').value();
  const done = performance.now();
  say(
    JSON.stringify({ build: runtime.build, load: opening - loading, open: done - opening, sinceStart: done }),
  );
  database.close();
  process.disconnect();
}

main();
