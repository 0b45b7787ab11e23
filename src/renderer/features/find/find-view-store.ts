import { create } from 'zustand';
import type { FindPage, FoundIn } from '../../../contract/find';
import type { SourceId } from '../../../core/ids';
import type { AppError, Result } from '../../../core/result';
import type { SearchPattern } from '../../../core/search';
import { engine } from '../../client';
import { findMemory } from './find-options';

/** The search in all documents: what is asked, and the hits as they come. */
export interface FindViewState {
  readonly text: string;
  /** Null: all documents. */
  readonly scope: readonly SourceId[] | null;
  /** What the hits are of. */
  readonly asked: SearchPattern | null;
  readonly found: readonly FoundIn[];
  readonly hits: number;
  readonly documents: { readonly searched: number; readonly all: number };
  /** `full`: there are more hits than anybody reads; `stopped` by the person. */
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'full';
  readonly error: AppError | null;
  /** Starts of hits that are not to be coded. */
  readonly left: ReadonlyMap<SourceId, ReadonlySet<number>>;
  readonly closed: ReadonlySet<SourceId>;
}

const nothing = {
  asked: null,
  found: [],
  hits: 0,
  documents: { searched: 0, all: 0 },
  state: 'idle',
  error: null,
  left: new Map(),
  closed: new Set(),
} satisfies Partial<FindViewState>;

export const findView = create<FindViewState>(() => ({ text: '', scope: null, ...nothing }));

/** The list ends after so many. */
export const mostListed = 100_000;

/** Grows with each search: an answer that belongs to an earlier one is dropped. */
let round = 0;

/** Looks for what field and switches say now. */
export function search(): void {
  const { text } = findView.getState();
  begin(text.trim() === '' ? null : { ...findMemory.getState().options, text });
}

export function stopSearch(): void {
  round += 1;
  findView.setState({ state: 'stopped' });
}

function begin(asked: SearchPattern | null): void {
  round += 1;
  const mine = round;
  if (!asked) {
    findView.setState(nothing);
    return;
  }
  findView.setState({ asked, state: 'running', error: null });
  void follow(asked, mine);
}

async function follow(pattern: SearchPattern, mine: number): Promise<void> {
  const { scope } = findView.getState();
  const sourceIds = scope ? [...scope] : undefined;
  let after: SourceId | null = null;
  let isFirst = true;
  while (isFirst || after !== null) {
    const answer: Result<FindPage> = await engine.query('find.page', {
      pattern,
      after,
      soon: isFirst || findView.getState().hits === 0,
      ...(sourceIds ? { sourceIds } : {}),
    });
    if (mine !== round) return;
    if (!answer.ok) {
      findView.setState({ ...nothing, asked: pattern, error: answer.error, state: 'done' });
      return;
    }
    after = take(answer.value, isFirst);
    isFirst = false;
  }
}

/** Puts a part of the hits behind those that are there; answers where to go on. */
function take({ found, next, documents, isCut }: FindPage, isFirst: boolean): SourceId | null {
  const before: Pick<FindViewState, 'found' | 'hits' | 'documents'> = isFirst ? nothing : findView.getState();
  const hits = before.hits + found.reduce((sum, { spans }) => sum + spans.length / 2, 0);
  const isFull = isCut || hits >= mostListed;
  findView.setState({
    found: [...before.found, ...found],
    hits,
    documents: { searched: before.documents.searched + documents.searched, all: documents.all },
    state: next === null ? 'done' : isFull ? 'full' : 'running',
    ...(isFirst ? { left: nothing.left, closed: nothing.closed } : {}),
  });
  return isFull ? null : next;
}

// Other documents, or other texts in them: what is shown is looked for again.
engine.subscribe((event) => {
  const { asked, state } = findView.getState();
  if (event.name === 'session') begin(null);
  else if (event.name === 'changed' && event.payload.tables.source !== undefined && state !== 'idle')
    begin(asked);
});

export function toggleClosed(id: SourceId): void {
  findView.setState(({ closed }) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    return { closed: next };
  });
}

/** Takes hits in or leaves them out; of the whole document where no start is named. */
export function chooseHits(id: SourceId, isIn: boolean, start?: number): void {
  findView.setState(({ left, found }) => {
    const next = new Map(left);
    const starts = new Set(left.get(id));
    const spans = found.find(({ sourceId }) => sourceId === id)?.spans ?? new Int32Array(0);
    const meant = start === undefined ? startsOf(spans) : [start];
    for (const each of meant) {
      if (isIn) starts.delete(each);
      else starts.add(each);
    }
    if (starts.size === 0) next.delete(id);
    else next.set(id, starts);
    return { left: next };
  });
}

export function chooseAllHits(isIn: boolean): void {
  findView.setState(({ found }) => ({
    left: isIn
      ? new Map()
      : new Map(found.map(({ sourceId, spans }) => [sourceId, new Set(startsOf(spans))])),
  }));
}

/** The hits that are chosen. */
export function chosenHits({ found, left }: Pick<FindViewState, 'found' | 'left'>): readonly FoundIn[] {
  if (left.size === 0) return found;
  return found.flatMap(({ sourceId, spans }) => {
    const out = left.get(sourceId);
    if (!out) return [{ sourceId, spans }];
    const kept: number[] = [];
    for (let at = 0; at < spans.length; at += 2) {
      const start = spans[at] ?? 0;
      if (!out.has(start)) kept.push(start, spans[at + 1] ?? 0);
    }
    return kept.length === 0 ? [] : [{ sourceId, spans: Int32Array.from(kept) }];
  });
}

function startsOf(spans: Int32Array): number[] {
  return Array.from({ length: spans.length / 2 }, (_, index) => spans[index * 2] ?? 0);
}
