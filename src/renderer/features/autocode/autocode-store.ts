import { create } from 'zustand';
import {
  type AutocodePage,
  type AutocodePlaces,
  type AutocodeRule,
  placeStates,
} from '../../../contract/autocode';
import type { CodeId, SourceId } from '../../../core/ids';
import type { AppError, Result } from '../../../core/result';
import { engine } from '../../client';
import { autocodeOptions, forgetProject, ruleOf } from './autocode-options';

/** Places of a document with what the person has ticked. */
export interface TickedPlaces extends AutocodePlaces {
  /** What was looked for. */
  readonly find: AutocodeRule['find']['kind'];
  /** Of each place 1 where it is to be coded. A new array with each change. */
  readonly ticks: Uint8Array;
  readonly ticked: number;
}

export interface AutocodeResult {
  readonly rule: AutocodeRule | null;
  readonly found: readonly TickedPlaces[];
  readonly places: number;
  readonly documents: { readonly searched: number; readonly all: number };
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'full';
  readonly error: AppError | null;
  readonly closed: ReadonlySet<SourceId>;
}

const nothing: AutocodeResult = {
  rule: null,
  found: [],
  places: 0,
  documents: { searched: 0, all: 0 },
  state: 'idle',
  error: null,
  closed: new Set(),
};

export const autocodeStore = create<AutocodeResult>(() => nothing);

/** The list ends after so many. */
export const mostListed = 200_000;
const coded = placeStates.indexOf('coded');

/** Grows with each search: an answer that belongs to an earlier one is dropped. */
let round = 0;
/** What the person has ticked or left out by hand, by the place's start; holds as long as the question is the same. */
let decisions = new Map<SourceId, Map<number, boolean>>();
let isShown = false;
let isStale = false;

/** The view is seen: what has changed meanwhile is looked for now. */
export function showAutocode(): () => void {
  isShown = true;
  if (isStale) search();
  return () => {
    isShown = false;
  };
}

/** Looks for what the form says now. */
export function search(): void {
  isStale = false;
  const options = autocodeOptions.getState();
  const rule = ruleOf(options);
  round += 1;
  const before = autocodeStore.getState().rule;
  if (JSON.stringify(rule) !== JSON.stringify(before)) decisions = new Map();
  if (!rule) {
    autocodeStore.setState({ ...nothing, closed: autocodeStore.getState().closed });
    return;
  }
  autocodeStore.setState({ rule, state: 'running', error: null });
  const codeId = options.code && 'id' in options.code ? options.code.id : undefined;
  void follow({ rule, codeId }, round);
}

export function stopSearch(): void {
  round += 1;
  autocodeStore.setState({ state: 'stopped' });
}

interface Question {
  readonly rule: AutocodeRule;
  readonly codeId: CodeId | undefined;
}

async function follow({ rule, codeId }: Question, mine: number): Promise<void> {
  let after: SourceId | null = null;
  let found: readonly TickedPlaces[] = [];
  let places = 0;
  let searched = 0;
  do {
    const answer: Result<AutocodePage> = await engine.query('autocode.page', { rule, codeId, after });
    if (mine !== round) return;
    if (!answer.ok) {
      autocodeStore.setState({ ...nothing, rule, error: answer.error, state: 'done' });
      return;
    }
    const page: AutocodePage = answer.value;
    const { found: part, next, documents } = page;
    found = [...found, ...part.map((each) => ticked(each, rule.find.kind))];
    places += part.reduce((sum, { counts }) => sum + counts.length, 0);
    searched += documents.searched;
    const isFull: boolean = page.isCut || places >= mostListed;
    const state = isFull && next !== null ? 'full' : next === null ? 'done' : 'running';
    autocodeStore.setState({ found, places, documents: { searched, all: documents.all }, state });
    after = isFull ? null : next;
  } while (after !== null);
}

/** New places are ticked, those that have the code are not, unless the person wanted it otherwise. */
function ticked(places: AutocodePlaces, find: TickedPlaces['find']): TickedPlaces {
  const own = decisions.get(places.sourceId);
  const ticks = new Uint8Array(places.counts.length);
  for (let place = 0; place < ticks.length; place += 1) {
    const wanted = own?.get(places.spans[place * 2] ?? 0) ?? places.states[place] === 0;
    ticks[place] = wanted && places.states[place] !== coded ? 1 : 0;
  }
  return withTicks({ ...places, find }, ticks);
}

function withTicks(places: AutocodePlaces & Pick<TickedPlaces, 'find'>, ticks: Uint8Array): TickedPlaces {
  return { ...places, ticks, ticked: ticks.reduce((sum, tick) => sum + tick, 0) };
}

/** Ticks places or leaves them out: one, those of a document, or all. */
export function tick(isIn: boolean, sourceId?: SourceId, place?: number): void {
  autocodeStore.setState(({ found }) => ({
    found: found.map((places) => {
      if (sourceId !== undefined && places.sourceId !== sourceId) return places;
      const ticks = places.ticks.slice();
      const own = decisions.get(places.sourceId) ?? new Map<number, boolean>();
      decisions.set(places.sourceId, own);
      const from = place ?? 0;
      const to = place === undefined ? ticks.length : place + 1;
      for (let at = from; at < to; at += 1) {
        if (places.states[at] === coded) continue;
        ticks[at] = isIn ? 1 : 0;
        own.set(places.spans[at * 2] ?? 0, isIn);
      }
      return withTicks(places, ticks);
    }),
  }));
}

export function toggleClosed(id: SourceId): void {
  autocodeStore.setState(({ closed }) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    return { closed: next };
  });
}

/** The ticked places, as the command takes them. */
export function chosenPlaces(found: readonly TickedPlaces[]) {
  return found.flatMap(({ sourceId, spans, ticks, ticked: count }) => {
    if (count === 0) return [];
    if (count === ticks.length) return [{ sourceId, spans }];
    const kept = new Int32Array(count * 2);
    let at = 0;
    ticks.forEach((isIn, place) => {
      if (isIn === 0) return;
      kept[at] = spans[place * 2] ?? 0;
      kept[at + 1] = spans[place * 2 + 1] ?? 0;
      at += 2;
    });
    return [{ sourceId, spans: kept }];
  });
}

// Other texts, turns or codings: what is shown is looked for again, at once or when it is seen.
engine.subscribe((event) => {
  if (event.name === 'session') {
    forgetProject();
    decisions = new Map();
    round += 1;
    autocodeStore.setState(nothing);
  } else if (event.name === 'changed') {
    const { source, segment, coding } = event.payload.tables;
    if (source === undefined && segment === undefined && coding === undefined) return;
    if (autocodeStore.getState().rule === null) return;
    if (isShown) search();
    else isStale = true;
  }
});
