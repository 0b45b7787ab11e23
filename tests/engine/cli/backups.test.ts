import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from './support/bundle';
import { type Emic, finished, newEmic } from './support/emic';

describe('CB backups on the command line', () => {
  let emic: Emic;
  const folder = () => emic.path('project backups');
  const names = () => (existsSync(folder()) ? readdirSync(folder()) : []);

  beforeAll(bundle);
  beforeEach(async () => {
    emic = await newEmic();
    await emic.done('new', 'project.emic');
    await emic.done('code', 'add', 'project.emic', 'money');
  });

  it('CB1 the first change of a day is preceded by a backup', async () => {
    expect(names()).toEqual([]);
    const before = readFileSync(emic.project);
    await emic.done('code', 'add', 'project.emic', 'power');
    expect(names()).toHaveLength(1);
    expect(readFileSync(join(folder(), names()[0] ?? '')).equals(before)).toBe(true);
    await emic.done('code', 'add', 'project.emic', 'third');
    expect(names()).toHaveLength(1);
  });

  it('CB2 takes, lists and restores, and overwrites nothing', async () => {
    const [said] = (await emic.done('backup', 'project.emic')).split('\n');
    const path = said?.replace(/^Backed up to (.*)\.$/, '$1') ?? '';
    expect(readFileSync(path).equals(readFileSync(emic.project))).toBe(true);
    expect(await emic.done('backup', 'project.emic')).toBe(
      `Nothing has changed since the last backup: ${path}.\n`,
    );
    expect(await emic.json('backups', 'project.emic')).toMatchObject([
      { state: 'sound', documents: 0, codes: 1, codings: 0, path },
    ]);
    rmSync(emic.project);
    expect(await emic.json('backups', 'project.emic')).toHaveLength(1);
    const to = emic.path('again.emic');
    expect(await emic.done('restore', path, '--to', 'again.emic')).toBe(`Restored to ${to}.\n`);
    expect(await emic.json('list', 'again.emic', 'codes')).toMatchObject([{ path: 'money' }]);
    expect(await emic.refused(1, 'restore', path, '--to', 'again.emic')).toContain('already a file');
    expect(await emic.refused(2, 'restore', path)).toContain('--to FILE');
    expect(await emic.refused(1, 'restore', 'gone.emic', '--to', 'x.emic')).toContain('no backup');
  });

  it('CB3 keeps them where it is told, by option or environment; a folder that is not there is said', async () => {
    mkdirSync(emic.path('kept'));
    await emic.done('backup', 'project.emic', '--kept-in', 'kept');
    expect(readdirSync(emic.path('kept'))).toEqual([expect.stringMatching(/^project backups \(\w{6}\)$/)]);
    expect(names()).toEqual([]);
    const list = emic.start(['backups', 'project.emic', '--json'], {
      env: { EMIC_BACKUPS: emic.path('kept') },
    });
    expect(JSON.parse((await finished(list)).out)).toHaveLength(1);
    expect(await emic.refused(1, 'backup', 'project.emic', '--kept-in', 'unplugged')).toContain(
      'is not there',
    );
    const { code, err } = await finished(
      emic.start(['code', 'add', 'project.emic', 'power'], { env: { EMIC_BACKUPS: emic.path('unplugged') } }),
    );
    expect(code).toBe(0);
    expect(err).toMatch(/No backup could be made.*not there.*project itself is safe/);
  });

  it('CB4 a kill in the middle leaves a piece that the next backup clears away', async () => {
    // Large enough that the copy can be caught at it.
    const text = 'Some words and some more. '.repeat(800_000);
    for (let number = 0; number < 4; number += 1) emic.file(`long ${number}.txt`, `${number} ${text}`);
    await emic.done('import', 'project.emic', ...[0, 1, 2, 3].map((number) => `long ${number}.txt`));
    rmSync(folder(), { recursive: true, force: true });
    let caught = 0;
    for (let round = 0; round < 6; round += 1) {
      const child = emic.start(['backup', 'project.emic']);
      const end = finished(child);
      while (child.exitCode === null && !names().some((name) => name.endsWith('.part'))) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await new Promise((resolve) => setTimeout(resolve, round * 15));
      child.kill('SIGKILL');
      await end;
      const left = names();
      expect(left.filter((name) => !name.endsWith('.part')).length).toBeLessThanOrEqual(1);
      if (left.some((name) => name.endsWith('.part'))) caught += 1;
      expect(await emic.json('backups', 'project.emic')).toHaveLength(
        left.filter((n) => !n.endsWith('.part')).length,
      );
    }
    expect(caught).toBeGreaterThan(2);
    await emic.done('code', 'add', 'project.emic', 'after');
    await emic.done('backup', 'project.emic');
    expect(names().filter((name) => name.endsWith('.part'))).toEqual([]);
    const rows = await emic.json('backups', 'project.emic');
    expect(rows[0]).toMatchObject({ state: 'sound', documents: 4, codes: 2 });
    expect((await emic.done('check', 'project.emic')).trim()).toMatch(/all is well\.$/);
  });

  it('CB5 a damaged project is told, its backups are listed', async () => {
    await emic.done('backup', 'project.emic');
    writeFileSync(emic.project, 'SQLite format 3\0broken');
    expect(await emic.json('backups', 'project.emic')).toMatchObject([{ state: 'sound', codes: 1 }]);
    expect(await emic.refused(1, 'backup', 'project.emic')).toMatch(/damaged|not an Emic project/);
  });
});
