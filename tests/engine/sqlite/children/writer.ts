/** Adds entries to a ledger without end and says each number once it is acknowledged. Arguments: path, kill before. */
import { openDatabase } from '../../../../src/storage/sqlite';
import { childRuntime, say } from '../support/child-runtime';
import { CHANGING, hookedFiles } from '../support/hooked-files';
import { addEntry } from '../support/ledger';

async function main(): Promise<void> {
  const [path = '', killBefore = '0'] = process.argv.slice(3);
  let operations = 0;
  const files = hookedFiles(({ name }) => {
    if (!CHANGING.has(name)) return;
    operations += 1;
    if (operations === Number(killBefore)) process.kill(process.pid, 'SIGKILL');
  });
  const database = openDatabase({ path, mode: 'write', runtime: await childRuntime(), files });
  if (database.recovered) say('recovered');
  for (;;) say(`acknowledged ${addEntry(database)}`);
}

main();
