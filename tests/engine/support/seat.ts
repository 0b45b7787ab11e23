import { join } from 'node:path';
import type { EngineEvent, SessionState } from '../../../src/contract/events';
import { createEngine, type Engine, type Platform } from '../../../src/engine';
import { type Callers, callers, testPlatform } from './driver';

export type OpenState = Extract<SessionState, { state: 'open' }>;

/** One person at one machine: an engine whose name, clock, heartbeat and disk the test holds in its hands. */
export interface Seat extends Callers {
  readonly engine: Engine;
  readonly events: EngineEvent[];
  open(path: string, options?: { takeOver?: string; readOnly?: boolean }): Promise<OpenState>;
  state(): Promise<OpenState>;
  codes(): Promise<string[]>;
  /** Everything that the engine does by the clock, once. */
  beat(): void;
  /** Moves this machine's clocks. */
  pass(milliseconds: number): void;
  /** What was told by events of one name since the last call. */
  told<N extends EngineEvent['name']>(name: N): Extract<EngineEvent, { name: N }>['payload'][];
}

export interface SeatOptions {
  readonly coder?: string;
  /** Another machine than the others when given. */
  readonly host?: string;
  readonly files?: Partial<Platform['files']>;
}

let seats = 0;

export async function newSeat({ coder = 'Robin', host, files }: SeatOptions = {}): Promise<Seat> {
  seats += 1;
  const base = testPlatform(`seat ${seats}`);
  let passed = 0;
  const works = new Set<() => void>();
  const platform: Platform = {
    ...base,
    ...(files && { files: { ...base.files, ...files } }),
    process: host === undefined ? base.process : { ...base.process, host },
    clock: () => new Date(Date.UTC(2026, 0, 1, 9) + passed).toISOString(),
    milliseconds: () => passed,
    every: (_milliseconds, work) => {
      works.add(work);
      return () => void works.delete(work);
    },
  };
  const engine = createEngine(platform);
  const events: EngineEvent[] = [];
  engine.subscribe((event) => events.push(event));
  const seat: Seat = {
    engine,
    events,
    ...callers(engine),
    open: async (path, options = {}) => asOpen(await seat.run('project.open', { path, ...options })),
    state: async () => asOpen(await seat.query('session.state', {})),
    codes: async () => (await seat.query('codes.tree', {})).map(({ name }) => name),
    beat() {
      for (const work of [...works]) work();
    },
    pass(milliseconds) {
      passed += milliseconds;
    },
    told(name) {
      const found = events.filter((event) => event.name === name).map(({ payload }) => payload);
      for (let at = events.length - 1; at >= 0; at -= 1) if (events[at]?.name === name) events.splice(at, 1);
      return found as never;
    },
  };
  await seat.run('session.setCoder', { name: coder });
  events.length = 0;
  return seat;
}

function asOpen(state: SessionState): OpenState {
  if (state.state !== 'open') throw new Error('no project is open');
  return state;
}

export function lockOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return join(path.slice(0, slash), `.${path.slice(slash + 1)}.lock`);
}
