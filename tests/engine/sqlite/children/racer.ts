/** Takes and releases a lock as it is told. Argument: path, then optionally the operation to die before. */

import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { acquireLock, type ProjectLock, processFacts } from '../../../../src/storage/sqlite';
import { CHANGING, hookedFiles } from '../support/hooked-files';

const [path = '', killBefore = '0'] = process.argv.slice(3);
let lock: ProjectLock | undefined;
let operations = 0;
const files = hookedFiles(({ name }) => {
  if (!CHANGING.has(name)) return;
  operations += 1;
  if (operations === Number(killBefore)) process.kill(process.pid, 'SIGKILL');
});
const facts = processFacts({
  pid: process.pid,
  host: hostname(),
  signal: (pid) => process.kill(pid, 0),
  readTextFile: (file) => readFileSync(file, 'utf8'),
});

process.on('message', (message) => {
  if (message === 'acquire') {
    const attempt = acquireLock({
      path,
      coder: `process ${process.pid}`,
      files,
      process: facts,
      now: () => new Date().toISOString(),
      newNonce: () => crypto.randomUUID(),
    });
    if ('owner' in attempt) lock = attempt.owner;
    process.send?.('owner' in attempt ? 'owner' : `heldBy ${attempt.heldBy.pid}`);
  } else if (message === 'release') {
    lock?.release();
    lock = undefined;
    process.send?.('released');
  } else {
    process.disconnect();
  }
});
process.send?.('ready');
