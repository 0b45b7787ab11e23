import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCooccurrenceQuery } from '../../src/core/cooccurrence';
import { createNodePlatform } from '../../src/platform/node-platform';
import { openDatabase } from '../../src/storage/sqlite';
import { type FileOperation, hookedFiles, systemError } from './sqlite/support/hooked-files';
import { wasmDirectory } from './support/driver';
import { newSeat, type Seat, type SeatOptions } from './support/seat';

/** What happens to the project file while it is open. */
describe('FT the file under the project', () => {
  let folder: string;
  let path: string;
  const seats: Seat[] = [];
  const sit = async (options?: SeatOptions) => {
    const seat = await newSeat(options);
    seats.push(seat);
    return seat;
  };
  const writer = async (options: SeatOptions = { coder: 'Anna' }) => {
    const anna = await sit(options);
    await anna.run('project.create', { path });
    await anna.run('code.create', { name: 'base' });
    anna.events.length = 0;
    return anna;
  };
  /** Another machine's version: the project as it is now, and some codes more. */
  const otherVersion = async (...codes: string[]) => {
    const other = join(folder, 'arriving.part');
    copyFileSync(path, other);
    const kim = await sit({ coder: 'Kim', host: 'tower' });
    await kim.open(other);
    for (const name of codes) await kim.run('code.create', { name });
    await kim.engine.close();
    return other;
  };
  const codesIn = async (file: string) => {
    const reader = await sit({ coder: 'Reader' });
    await reader.open(file, { readOnly: true });
    expect((await reader.run('project.check', {})).problems).toEqual([]);
    return reader.codes();
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'emic-file-'));
    path = join(folder, 'study.emic');
  });
  afterEach(async () => {
    for (const seat of seats.splice(0)) await seat.engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('FT1 keeps both versions when another one has taken the place of the file', async () => {
    const anna = await writer();
    // Their coder has joined, and made two codes.
    const other = await otherVersion('theirs 1', 'theirs 2');
    await anna.run('code.create', { name: 'mine' });
    renameSync(other, path);

    expect(await anna.refuse('code.create', { name: 'not lost in silence' })).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Your version is still here'),
    });
    expect(anna.told('session').at(-1)).toMatchObject({
      readOnly: expect.stringContaining('another version'),
      trouble: { kind: 'replaced', apart: { ours: 1, theirs: 3 }, savedAs: null },
    });
    expect(await anna.codes()).toEqual(['base', 'mine']);
    expect(await anna.refuse('project.saveOwnCopy', { path })).toMatchObject({ kind: 'conflict' });
    const copy = join(folder, 'mine.emic');
    expect(await anna.run('project.saveOwnCopy', { path: copy })).toMatchObject({
      trouble: { savedAs: copy },
    });
    expect(await codesIn(copy)).toEqual(['base', 'mine']);
    expect(await anna.open(path)).toMatchObject({ readOnly: null, trouble: null });
    expect(await anna.codes()).toEqual(['base', 'theirs 1', 'theirs 2']);
    await anna.run('code.create', { name: 'goes on' });
    expect(anna.told('outside')).toEqual([]);
    expect(await codesIn(path)).toEqual(['base', 'theirs 1', 'theirs 2', 'goes on']);
  });

  it('FT2 puts what was not saved as a copy beside the other version, at closing and at opening the other', async () => {
    const anna = await writer();
    for (const [round, leave] of [
      () => anna.open(path),
      () => anna.run('project.close', {}),
      () => anna.engine.close(),
    ].entries()) {
      if (round > 0) await anna.open(path);
      anna.pass(1000);
      const other = await otherVersion(`theirs ${round}`);
      await anna.run('code.create', { name: `mine ${round}` });
      renameSync(other, path);
      anna.beat();
      expect((await anna.state()).trouble?.kind).toBe('replaced');
      await leave();
      const [told] = anna.told('outside');
      expect(told).toMatchObject({ what: 'kept', path: expect.stringMatching(/study \(kept 20.*\)\.emic$/) });
      expect(await codesIn(told?.path ?? '')).toContain(`mine ${round}`);
      expect(await codesIn(path)).not.toContain(`mine ${round}`);
    }
    expect(readdirSync(folder).filter((name) => name.includes('kept'))).toHaveLength(3);
  });

  it('FT3 goes on where the file in its place has all that was done here', async () => {
    const anna = await writer();
    const same = join(folder, 'same.part');
    copyFileSync(path, same);
    renameSync(same, path);
    await anna.run('code.create', { name: 'after the same' });
    expect(anna.told('outside')).toMatchObject([{ what: 'changed' }]);

    const more = await otherVersion('theirs');
    renameSync(more, path);
    await anna.run('code.create', { name: 'after more' });
    expect(anna.told('outside')).toMatchObject([{ what: 'changed' }]);
    expect(anna.told('changed').length).toBeGreaterThan(2);
    expect((await anna.state()).trouble).toBeNull();
    expect(await codesIn(path)).toEqual(['base', 'after the same', 'theirs', 'after more']);
  });

  it('FT4 puts a deleted file back with everything in it', async () => {
    const anna = await writer();
    rmSync(path);
    anna.beat();
    expect(anna.told('session').at(-1)).toMatchObject({ trouble: { kind: 'deleted' } });
    expect(await anna.refuse('code.create', { name: 'x' })).toMatchObject({ kind: 'conflict' });
    expect(await anna.codes()).toEqual(['base']);
    expect(await anna.run('project.putBack', {})).toMatchObject({ readOnly: null, trouble: null });
    await anna.run('code.create', { name: 'after' });
    expect(await codesIn(path)).toEqual(['base', 'after']);
    expect((await anna.refuse('project.putBack', {})).kind).toBe('invalid');
    await anna.run('history.undo', {});
    await anna.run('history.undo', {});
    expect(await anna.codes()).toEqual([]);
  });

  it('FT5 finds a renamed file, and works again when it has its name back', async () => {
    const anna = await writer();
    const renamed = join(folder, 'renamed.emic');
    renameSync(path, renamed);
    expect(await anna.refuse('code.create', { name: 'x' })).toMatchObject({ kind: 'conflict' });
    await expect
      .poll(async () => (await anna.state()).trouble)
      .toMatchObject({ kind: 'moved', nowAt: renamed });
    renameSync(renamed, path);
    await anna.run('code.create', { name: 'back' });
    expect(anna.told('outside')).toMatchObject([{ what: 'returned' }]);
    renameSync(path, renamed);
    anna.beat();
    expect(await anna.open(renamed)).toMatchObject({ readOnly: null, trouble: null, path: renamed });
    expect(await anna.codes()).toEqual(['base', 'back']);
    await anna.run('code.create', { name: 'there' });
    expect(existsSync(path)).toBe(false);
  });

  it('FT6 shows what another program wrote into the file, and tells it once', async () => {
    const anna = await writer();
    const { relation, count, coders, withSubcodes } = defaultCooccurrenceQuery;
    await anna.query('cooccurrence.matrix', { relation, count, coders, withSubcodes });
    await foreign(path, "UPDATE code SET name = 'by hand'");
    await anna.run('session.look', { isSeen: true });
    expect(anna.told('outside')).toEqual([{ what: 'changed', path }]);
    expect(anna.told('changed')).toMatchObject([{ tables: { code: null, source: null, coding: null } }]);
    expect(await anna.codes()).toEqual(['by hand']);
    anna.beat();
    expect(anna.told('outside')).toEqual([]);

    await foreign(path, "UPDATE code SET name = 'by hand again'");
    await anna.run('code.create', { name: 'next' });
    expect(await anna.codes()).toEqual(['by hand again', 'next']);
    expect(anna.told('outside')).toHaveLength(1);
    utimesSync(path, new Date(), new Date());
    await anna.run('code.create', { name: 'touched' });
    expect(anna.told('outside')).toEqual([]);
  });

  it('FT7 says that another version was written over the file itself, and writes nothing into it', async () => {
    const anna = await writer();
    const other = await otherVersion('theirs');
    await anna.run('code.create', { name: 'mine' });
    // As many commits as ours: SQLite’s own counter of changes would not tell.
    copyFileSync(other, path);
    expect(await anna.refuse('code.create', { name: 'x' })).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('written another version over'),
    });
    expect((await anna.state()).trouble).toMatchObject({ kind: 'overwritten' });
    expect(await anna.refuse('project.saveOwnCopy', { path: join(folder, 'c.emic') })).toMatchObject({
      kind: 'conflict',
    });
    expect(await codesIn(path)).toEqual(['base', 'theirs']);
    expect(await anna.open(path)).toMatchObject({ readOnly: null, trouble: null });
    expect(await anna.codes()).toEqual(['base', 'theirs']);
  });

  it('FT8 waits for the folder to be there again, and goes on with nothing lost', async () => {
    const inside = join(folder, 'drive');
    mkdirSync(inside);
    path = join(inside, 'study.emic');
    const anna = await writer();
    renameSync(inside, join(folder, 'unplugged'));
    expect(await anna.refuse('code.create', { name: 'x' })).toMatchObject({
      kind: 'unreadableFile',
      message: expect.stringContaining('does not answer'),
    });
    expect((await anna.state()).trouble?.kind).toBe('unreachable');
    renameSync(join(folder, 'unplugged'), inside);
    await anna.run('code.create', { name: 'again' });
    expect(anna.told('outside')).toMatchObject([{ what: 'returned' }]);
    expect(await codesIn(path)).toEqual(['base', 'again']);
  });

  it('FT8 calls the file deleted when its folder was deleted with it, and saves it elsewhere', async () => {
    const inside = join(folder, 'gone');
    mkdirSync(inside);
    path = join(inside, 'study.emic');
    const anna = await writer();
    rmSync(inside, { recursive: true });
    anna.beat();
    expect((await anna.state()).trouble?.kind).toBe('deleted');
    expect((await anna.refuse('project.putBack', {})).kind).toBe('conflict');
    const copy = join(folder, 'saved.emic');
    await anna.run('project.saveOwnCopy', { path: copy });
    expect(await codesIn(copy)).toEqual(['base']);
    // Nor over a project that somebody else has open.
    const kim = await sit({ coder: 'Kim', host: 'tower' });
    const theirs = join(folder, 'theirs.emic');
    await kim.run('project.create', { path: theirs });
    expect(await anna.refuse('project.saveOwnCopy', { path: theirs })).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Kim'),
    });
  });

  it('FT9 does not call a change lost that the copy holds', async () => {
    // The file is deleted between the commit and the last look before the acknowledgement.
    let isArmed = false;
    let strikes = 0;
    const files = hookedFiles(({ name }) => {
      // SQLite empties its journal: the transaction is in the file.
      if (!isArmed || name !== 'ftruncateSync') return;
      strikes += 1;
      if (strikes === 1) rmSync(path);
    });
    const anna = await writer({ coder: 'Anna', files });
    isArmed = true;
    const error = await anna.refuse('code.create', { name: 'at the last moment' });
    expect(strikes).toBeGreaterThan(0);
    expect(error).toMatchObject({ kind: 'conflict', message: expect.stringContaining('is in your version') });
    isArmed = false;
    expect(anna.told('session').at(-1)).toMatchObject({ trouble: { kind: 'deleted' } });
    expect(await anna.codes()).toEqual(['base', 'at the last moment']);
    const copy = join(folder, 'copy.emic');
    await anna.run('project.saveOwnCopy', { path: copy });
    expect(await codesIn(copy)).toEqual(['base', 'at the last moment']);
    await anna.run('project.putBack', {});
    expect(await codesIn(path)).toEqual(['base', 'at the last moment']);
    expect((await anna.state()).counts.codes).toBe(2);
  });

  it('FT10 follows a reader’s file wherever another one takes its place', async () => {
    const anna = await writer();
    const robin = await sit();
    await robin.open(path);
    const other = await otherVersion('theirs');
    await anna.engine.close();
    renameSync(other, path);
    await robin.run('session.look', { isSeen: true });
    expect(robin.told('changed')).toHaveLength(1);
    expect(await robin.codes()).toEqual(['base', 'theirs']);
    rmSync(path);
    robin.beat();
    expect((await robin.state()).trouble?.kind).toBe('deleted');
    expect(await robin.codes()).toEqual(['base', 'theirs']);
    await robin.engine.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.emic'))).toEqual([]);
  });

  it('FT11 says that the file was cut, and opens it again when it is whole', async () => {
    const anna = await writer();
    const whole = join(folder, 'whole');
    copyFileSync(path, whole);
    truncateSync(path, 5000);
    expect(await anna.refuse('code.create', { name: 'x' })).toMatchObject({ kind: 'unreadableFile' });
    expect((await anna.state()).trouble?.kind).toBe('damaged');
    copyFileSync(whole, path);
    await anna.run('code.create', { name: 'whole again' });
    expect(await codesIn(path)).toEqual(['base', 'whole again']);
  });

  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    'FT12 %s at any operation of a commit loses nothing acknowledged',
    async (code) => {
      let left = Number.POSITIVE_INFINITY;
      let faults = 0;
      const strikesAt: Readonly<Record<string, (operation: FileOperation) => boolean>> = {
        ENOSPC: ({ name }) => name === 'writeSync' || name === 'ftruncateSync',
        EIO: ({ name }) => name === 'writeSync' || name === 'ftruncateSync' || name === 'fsyncSync',
        EACCES: ({ name, path: at, flags }) => name === 'openSync' && flags !== 'r' && at.startsWith(path),
      };
      const files = hookedFiles((operation) => {
        if (!strikesAt[code]?.(operation)) return;
        left -= 1;
        if (left >= 0) return;
        faults += 1;
        throw systemError(code);
      });
      const anna = await writer({ coder: 'Anna', files });
      const acknowledged = ['base'];
      let refused = 0;
      for (let after = 0; after < 30; after += 1) {
        faults = 0;
        left = after;
        const name = `code ${after}`;
        const result = await anna.engine.run('code.create', { name });
        left = Number.POSITIVE_INFINITY;
        if (result.ok) acknowledged.push(name);
        else {
          refused += 1;
          const kinds = { ENOSPC: 'diskFull', EIO: 'unreadableFile', EACCES: 'readOnly' };
          expect(result.error).toMatchObject({ kind: kinds[code as keyof typeof kinds] });
          // The next change works, without opening anything by hand.
          await anna.run('code.create', { name: `${name} again` });
          acknowledged.push(`${name} again`);
        }
        const now = await anna.codes();
        expect(now.filter((each) => acknowledged.includes(each))).toEqual(acknowledged);
        if (faults === 0) break;
      }
      expect(refused).toBeGreaterThan(code === 'EACCES' ? 0 : 3);
      const stored = await codesIn(path);
      expect(stored.filter((each) => acknowledged.includes(each))).toEqual(acknowledged);
    },
  );
});

/** Another program's change, by its own connection. */
async function foreign(path: string, sql: string): Promise<void> {
  const { files, loadSqlite } = createNodePlatform({ wasmDirectory, appVersion: 'foreign' });
  const database = openDatabase({ path, mode: 'write', runtime: await loadSqlite(), files });
  database.transaction(() => database.exec(sql));
  database.close();
}
