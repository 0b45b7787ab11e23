import * as fs from 'node:fs';
import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../src/engine';
import { lockOf, newSeat, type Seat, type SeatOptions } from './support/seat';

describe('OW one writer', () => {
  let folder: string;
  let path: string;
  const seats: Seat[] = [];
  const sit = async (options?: SeatOptions) => {
    const seat = await newSeat(options);
    seats.push(seat);
    return seat;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'emic-writer-'));
    path = join(folder, 'study.emic');
  });
  afterEach(async () => {
    for (const seat of seats.splice(0)) await seat.engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('OW1 tells a second opener who holds the project, where and since when', async () => {
    const anna = await sit({ coder: 'Anna', host: 'laptop-2#0a1b2c3d' });
    await anna.run('project.create', { path });
    const robin = await sit();
    expect(await robin.open(path)).toMatchObject({
      readOnly: expect.stringMatching(/^Anna has this project open on laptop-2 \(since .*\)\.$/),
      writer: {
        wasTaken: false,
        holder: {
          coder: 'Anna',
          host: 'laptop-2',
          where: 'otherMachine',
          since: '2026-01-01T09:00:00.000Z',
          takeover: null,
        },
      },
    });
    expect(await robin.refuse('code.create', { name: 'mine' })).toMatchObject({
      kind: 'readOnly',
      message: expect.stringContaining('Anna'),
    });
    expect(await anna.state()).toMatchObject({ readOnly: null, writer: null, trouble: null });
  });

  it('OW2 shows a reader what the writer commits, and offers the project when it is free', async () => {
    const anna = await sit({ coder: 'Anna' });
    await anna.run('project.create', { path });
    const robin = await sit();
    await robin.open(path);
    await robin.run('session.look', { isSeen: true });
    robin.events.length = 0;
    robin.beat();
    expect(robin.events).toEqual([]);

    await anna.run('code.create', { name: 'hope' });
    robin.beat();
    const [changed] = robin.told('changed');
    expect(changed).toMatchObject({ revision: 1, session: { counts: { codes: 1 } } });
    expect(Object.keys(changed?.tables ?? {})).toContain('coding');
    expect(Object.values(changed?.tables ?? {}).every((ids) => ids === null)).toBe(true);
    expect(robin.told('outside')).toEqual([]);
    expect(await robin.codes()).toEqual(['hope']);

    // Seen first by a question: the other views are told all the same.
    await anna.run('code.create', { name: 'fear' });
    expect(await robin.codes()).toEqual(['hope', 'fear']);
    await Promise.resolve();
    expect(robin.told('changed')).toHaveLength(1);
    robin.beat();
    expect(robin.told('changed')).toHaveLength(0);

    await anna.engine.close();
    robin.told('session');
    robin.beat();
    expect(robin.told('session')).toMatchObject([{ writer: { holder: null, wasTaken: false } }]);
    expect(await robin.open(path)).toMatchObject({ readOnly: null, writer: null });
    await robin.run('code.create', { name: 'joy' });
    expect(await robin.codes()).toEqual(['hope', 'fear', 'joy']);
  });

  it('OW3 lets nobody take over who is heard of, and everybody who is silent for five minutes', async () => {
    const anna = await sit({ coder: 'Anna', host: 'laptop-2' });
    await anna.run('project.create', { path });
    const robin = await sit();
    const first = await robin.open(path);
    expect(first.writer?.holder?.takeover).toBeNull();
    const nonce = JSON.parse(readFileSync(lockOf(path), 'utf8')).nonce as string;
    expect(await robin.refuse('project.open', { path, takeOver: nonce })).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('sign of life'),
    });

    robin.pass(5 * 60_000 + 1);
    await robin.run('session.look', { isSeen: true });
    const silent = await robin.state();
    expect(silent.writer?.holder?.takeover).toBe(nonce);
    // It was only the clocks that differ: the heartbeat moves.
    anna.beat();
    anna.pass(60_000);
    anna.beat();
    robin.beat();
    expect((await robin.state()).writer?.holder?.takeover).toBeNull();
    expect(await robin.refuse('project.open', { path, takeOver: nonce })).toMatchObject({ kind: 'conflict' });

    robin.pass(5 * 60_000 + 1);
    robin.beat();
    expect((await robin.state()).writer?.holder?.takeover).toBe(nonce);
    await anna.run('code.create', { name: 'before' });
    expect(await robin.open(path, { takeOver: nonce })).toMatchObject({ readOnly: null, writer: null });
    await robin.run('code.create', { name: 'after' });

    // The one who slept is told before anything of hers is written.
    expect(await anna.refuse('code.create', { name: 'lost' })).toMatchObject({
      kind: 'readOnly',
      message: expect.stringContaining('Robin has taken this project over'),
    });
    expect(anna.told('session').at(-1)).toMatchObject({
      writer: { wasTaken: true, holder: { coder: 'Robin' } },
    });
    expect(await anna.codes()).toEqual(['before', 'after']);
    await robin.run('code.create', { name: 'later' });
    await anna.run('session.look', { isSeen: true });
    expect(await anna.codes()).toEqual(['before', 'after', 'later']);
    expect((await robin.run('project.check', {})).problems).toEqual([]);
    await anna.engine.close();
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ coder: 'Robin' });
    await robin.run('code.create', { name: 'still' });
  });

  it('OW4 notices with the heartbeat that the lock was lost, and tells at once', async () => {
    const anna = await sit({ coder: 'Anna', host: 'laptop-2' });
    await anna.run('project.create', { path });
    const record = JSON.parse(readFileSync(lockOf(path), 'utf8'));
    writeFileSync(lockOf(path), JSON.stringify({ ...record, nonce: 'other', host: 'tower', coder: 'Kim' }));
    anna.events.length = 0;
    anna.beat();
    expect(anna.told('session').at(-1)).toMatchObject({
      readOnly: expect.stringContaining('Kim has taken this project over on tower'),
      writer: { wasTaken: true, holder: { host: 'tower' } },
    });
  });

  it('OW5 rolls a transaction back whose lock was taken while it ran', async () => {
    let onJournal = () => {};
    const openSync: Platform['files']['openSync'] = (file, flags, mode) => {
      // SQLite opens its journal with the first row that it changes.
      if (file.endsWith('-journal') && flags !== 'r') onJournal();
      return fs.openSync(file, flags, mode);
    };
    const anna = await sit({ coder: 'Anna', host: 'laptop-2', files: { openSync } });
    await anna.run('project.create', { path });
    await anna.run('code.create', { name: 'before' });
    const record = JSON.parse(readFileSync(lockOf(path), 'utf8'));
    let taken = 0;
    onJournal = () => {
      taken += 1;
      writeFileSync(lockOf(path), JSON.stringify({ ...record, nonce: 'other', host: 'tower' }));
    };
    expect(await anna.refuse('code.create', { name: 'lost' })).toMatchObject({
      kind: 'readOnly',
      message: expect.stringContaining('taken this project over'),
    });
    expect(taken).toBe(1);
    expect(await anna.codes()).toEqual(['before']);
    expect(anna.told('session').at(-1)).toMatchObject({ writer: { wasTaken: true } });
  });

  it('OW6 takes a lock again that somebody deleted', async () => {
    const anna = await sit({ coder: 'Anna' });
    await anna.run('project.create', { path });
    rmSync(lockOf(path));
    await anna.run('code.create', { name: 'one' });
    expect(existsSync(lockOf(path))).toBe(true);
    const robin = await sit();
    expect((await robin.open(path)).writer?.holder?.coder).toBe('Anna');
  });

  it('OW7 knows the project by a symbolic and by a hard link', async () => {
    const anna = await sit({ coder: 'Anna' });
    await anna.run('project.create', { path });
    const [symbolic, hard] = [join(folder, 'symbolic.emic'), join(folder, 'hard.emic')];
    symlinkSync(path, symbolic);
    linkSync(path, hard);
    const robin = await sit();
    for (const other of [symbolic, hard]) {
      expect((await robin.open(other)).writer?.holder?.coder).toBe('Anna');
      expect(await robin.refuse('code.create', { name: 'x' })).toMatchObject({ kind: 'readOnly' });
      expect(await anna.open(other)).toMatchObject({ readOnly: null });
    }
    await anna.engine.close();
    expect((await robin.open(hard)).readOnly).toBeNull();
    await robin.run('code.create', { name: 'x' });
  });
});
