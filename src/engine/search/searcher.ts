import { ExpectedError } from '../../core/result';
import type { SearchPattern } from '../../core/search';
import type { FlatSpans } from '../../core/text';
import type { Platform, SearchQuestion, SearchThread } from '../platform';

/** Looks for patterns in threads of their own, so that the engine goes on answering; every question has an end. */
export interface Searcher {
  /**
   * Hits in texts (UTF-8, handed over), in code points. Throws ExpectedError `invalid` where the pattern can't be read
   * or takes too long.
   */
  search(pattern: SearchPattern, texts: readonly Uint8Array[], limit?: number): Promise<readonly FlatSpans[]>;
  /** Ends the threads; the next question starts them anew. */
  end(): void;
}

export interface SearcherOptions {
  /** Milliseconds that one question of a regular expression may take; words are always quick. */
  readonly patience?: number;
  /** Milliseconds without a question after which the threads end, and their memory is free. */
  readonly idle?: number;
}

/** Hits in one document after which it is left: nobody reads half a million. */
export const mostHits = 500_000;

/** Two: the machine has more to do than to search. */
const lanes = 2;

export function createSearcher(
  platform: Pick<Platform, 'startSearchThread'>,
  { patience = 2000, idle = 30_000 }: SearcherOptions = {},
): Searcher {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const all = Array.from({ length: lanes }, () => createLane(platform, patience));
  const end = () => {
    clearTimeout(resting);
    for (const lane of all) lane.end();
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(end, idle);
    // A command line that has its answer ends without waiting for it.
    (resting as { unref?: () => void }).unref?.();
  };
  return {
    search(pattern, texts, limit = mostHits) {
      clearTimeout(resting);
      const lane = all.reduce((best, other) => (other.waiting < best.waiting ? other : best));
      return lane.ask({ pattern, texts, limit }).finally(rest);
    },
    end,
  };
}

/** A thread with the questions that wait for it: only the one that runs is lost when it has to be ended. */
function createLane(platform: Pick<Platform, 'startSearchThread'>, patience: number) {
  let thread: SearchThread | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const end = () => {
    thread?.end();
    thread = null;
  };
  const answer = async (question: SearchQuestion): Promise<readonly FlatSpans[]> => {
    thread ??= platform.startSearchThread();
    let isTooLong = false;
    const alarm = setTimeout(() => {
      isTooLong = true;
      end();
    }, patience);
    try {
      const found = await thread.ask(question);
      if ('refusal' in found) throw new ExpectedError('invalid', found.refusal);
      return found.spans;
    } catch (error) {
      throw isTooLong ? new ExpectedError('invalid', tooLong(patience)) : error;
    } finally {
      clearTimeout(alarm);
      waiting -= 1;
    }
  };
  return {
    get waiting() {
      return waiting;
    },
    ask(question: SearchQuestion): Promise<readonly FlatSpans[]> {
      waiting += 1;
      const mine = turn.then(() => answer(question));
      turn = mine.catch(() => undefined);
      return mine;
    },
    end,
  };
}

function tooLong(patience: number): string {
  return (
    `The regular expression takes too long: it was stopped after ${patience / 1000} seconds. Make it more exact; ` +
    'mostly a repetition within a repetition is the cause, as in (a+)+.'
  );
}
