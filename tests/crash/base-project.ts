/** The projects on which every round begins, made once; a round works on a copy. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { driverOn, testPlatform } from '../engine/support/driver';
import { walkFiles } from '../engine/support/walk/moves';
import { createStory, type Imports } from './story';

export interface Bases {
  readonly current: string;
  /** A project of the first schema version, which the opening migrates; undefined where none is stored. */
  readonly earlier: string | undefined;
  readonly imports: Imports;
}

const STEPS = 90;
const PARAGRAPH = 'Money moves parties, and networks move people; what moves money is another question. ';

export async function makeBases(folder: string): Promise<Bases> {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(files, name);
    writeFileSync(path, content);
    return path;
  };
  const imports: Imports = {
    ...walkFiles({ folder: files, file }),
    large: file(
      'large.txt',
      Array.from({ length: 2000 }, (_, index) => `${index} ${PARAGRAPH}`).join('\n\n'),
    ),
  };
  const current = join(folder, 'base.emic');
  const driver = driverOn(dirname(current), current, testPlatform('base'));
  await driver.run('session.setCoder', { name: 'Robin' });
  await driver.run('project.create', { path: current });
  await driver.run('source.import', { paths: [...imports.good, imports.large] });
  for (const name of ['money', 'power', 'media', 'people', 'parties', 'networks']) {
    await driver.run('code.create', { name });
  }
  await driver.engine.close();
  const nobody = { begin: () => undefined, acknowledged: () => undefined, state: () => undefined };
  const story = createStory({ seed: 1, path: current, focus: 'any', lead: 0, imports }, nobody);
  for (let step = 0; step < STEPS; step += 1) await story.next();
  await story.end();
  const stored = resolve('tests/files/projects/v1.emic');
  return { current, earlier: existsSync(stored) ? stored : undefined, imports };
}
