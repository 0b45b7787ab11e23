/** What must hold of a project when the engine opens it after an accident. */
import * as fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { driverOn, testPlatform } from '../engine/support/driver';
import { contentOf, digestOf, openReader } from './state';

export interface Recovered {
  /** What is wrong, as sentences; empty when all is well. */
  readonly problems: readonly string[];
  /** Of the file as the engine has opened it. */
  readonly digest: string;
  /** Files of the project that are left beside it after closing. */
  readonly litter: readonly string[];
}

/** Opens the project with a new engine, looks at all of it, goes on working, and closes it. */
export async function recover(path: string, seed: string): Promise<Recovered> {
  const problems: string[] = [];
  let digest = '';
  const driver = driverOn(dirname(path), path, testPlatform(`recovery ${seed}`));
  try {
    await driver.run('session.setCoder', { name: 'Kim' });
    await driver.run('project.open', { path });
    const reader = await openReader(path);
    digest = digestOf(reader);
    const state = await driver.query('session.state', {});
    if (state.state !== 'open') problems.push('the project is not open');
    else if (state.readOnly !== null) problems.push(`the project can only be read: ${state.readOnly}`);
    else {
      const before = contentOf(reader);
      if (state.undo !== null) {
        await driver.run('history.undo', {});
        // Coders are left out of the content: the one who recovers joins them.
        const isOfCoder = state.undo.key.startsWith('coder.');
        if (!isOfCoder && contentOf(reader) === before)
          problems.push(`undo of ${state.undo.key} changed nothing`);
        await driver.run('history.redo', {});
        if (contentOf(reader) !== before) problems.push('redo after undo is not what was there');
      }
      await driver.run('code.create', { name: `after the accident ${seed}` });
      if (contentOf(reader) === before) problems.push('a new command changed nothing');
    }
    const { problems: found } = await driver.run('project.check', {});
    problems.push(...found.map((problem) => `check: ${problem}`));
    reader.close();
  } catch (error) {
    problems.push(String(error));
  } finally {
    await driver.engine.close();
  }
  const own = basename(path);
  const litter = fs.readdirSync(dirname(path)).filter((name) => name !== own && name.includes(own));
  return { problems, digest, litter };
}
