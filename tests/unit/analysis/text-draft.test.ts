import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextDraft } from '../../../src/renderer/features/memos/text-draft';

/** A draft over an engine that writes as slowly as told. */
function open({ text = '', delay = 0, holdsEmpty = false, isBroken = (): boolean => false } = {}) {
  const written: string[] = [];
  const draft = new TextDraft({
    holdsEmpty,
    write: async (next) => {
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      if (isBroken()) return false;
      written.push(next);
      return true;
    },
  });
  draft.receive(text);
  return { draft, written };
}

describe('a text that is being written', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is saved within a second of the last key, and says so', async () => {
    const { draft, written } = open({ delay: 100 });
    draft.type('a');
    draft.type('ab');
    expect(draft.read().state).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual(['ab']);
    expect(draft.read()).toEqual({ text: 'ab', state: 'saved', isLoaded: true });
  });

  it('is saved every few seconds while somebody types without a pause', async () => {
    const { draft, written } = open();
    for (let key = 1; key <= 100; key += 1) {
      draft.type('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThanOrEqual(2);
    await draft.flush();
    expect(written.at(-1)).toBe('x'.repeat(100));
  });

  it('keeps what is typed while a save is under way and saves that too', async () => {
    const { draft, written } = open({ delay: 500 });
    draft.type('one');
    await vi.advanceTimersByTimeAsync(700);
    draft.type('one two');
    draft.receive('one');
    await vi.advanceTimersByTimeAsync(5000);
    expect(draft.read()).toMatchObject({ text: 'one two', state: 'saved' });
    expect(written).toEqual(['one', 'one two']);
  });

  it('takes over a change from elsewhere, but not over unsaved words', async () => {
    const { draft } = open({ text: 'old' });
    draft.receive('undone');
    expect(draft.read().text).toBe('undone');
    draft.type('mine');
    draft.receive('theirs');
    expect(draft.read().text).toBe('mine');
    await vi.advanceTimersByTimeAsync(2000);
    expect(draft.read()).toMatchObject({ text: 'mine', state: 'saved' });
    draft.receive('undone again');
    await vi.advanceTimersByTimeAsync(500);
    expect(draft.read().text).toBe('undone again');
  });

  it('writes nothing when flushed unchanged, and the newest words when flushed at once', async () => {
    const { draft, written } = open({ text: 'same', delay: 50 });
    await draft.flush();
    expect(written).toEqual([]);
    draft.type('same, more');
    const flushed = draft.flush();
    await vi.advanceTimersByTimeAsync(60);
    await flushed;
    expect(written).toEqual(['same, more']);
  });

  it('says when it could not be saved, keeps the words and tries again', async () => {
    let isBroken = true;
    const { draft, written } = open({ isBroken: () => isBroken });
    draft.type('precious');
    await vi.advanceTimersByTimeAsync(1000);
    expect(draft.read()).toMatchObject({ text: 'precious', state: 'failed' });
    draft.receive('');
    expect(draft.read().text).toBe('precious');
    isBroken = false;
    await draft.flush();
    expect(written).toEqual(['precious']);
    expect(draft.read().state).toBe('saved');
  });

  it('holds an emptied text back until it is flushed where its target hangs on it', async () => {
    const { draft, written } = open({ text: 'only reason to be', holdsEmpty: true });
    draft.type('');
    await vi.advanceTimersByTimeAsync(5000);
    expect(written).toEqual([]);
    await draft.flush();
    expect(written).toEqual(['']);
  });
});
