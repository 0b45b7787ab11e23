import type { EngineEvent } from '../contract/events';
import type { DownMessage, UpMessage } from '../contract/wire';
import { assertNever, fail, type Result } from '../core/result';

/** What the wire needs of the engine. */
export interface ServedEngine {
  run(
    name: string,
    args: unknown,
    options?: { readonly signal?: AbortSignal; readonly runId?: string },
  ): Promise<Result<unknown>>;
  query(name: string, args: unknown, options?: { readonly signal?: AbortSignal }): Promise<Result<unknown>>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
}

/** The engine's end of a window's port: Electron's in the engine process. */
export interface WirePort {
  postMessage(message: DownMessage): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

export interface Served {
  /** Resolves when the window has let go of its end; all that it sent before has arrived by then. */
  readonly disconnected: Promise<void>;
  /** Resolves when everything asked for so far is answered. */
  settled(): Promise<void>;
  cancelAll(): void;
}

interface Job {
  readonly abort: AbortController;
  readonly isQuery: boolean;
  readonly done: Promise<void>;
}

function isUpMessage(data: unknown): data is UpMessage {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('id' in data)) return false;
  if (typeof data.id !== 'string') return false;
  if (data.type === 'cancel') return true;
  return (data.type === 'run' || data.type === 'query') && 'name' in data && typeof data.name === 'string';
}

/**
 * Answers one window's messages with the engine's, and passes the engine's events on. A message that is none is
 * dropped; what the arguments are is checked by the engine.
 */
export function serveEngine(engine: ServedEngine, port: WirePort): Served {
  const jobs = new Map<string, Job>();

  async function answer(message: Exclude<UpMessage, { type: 'cancel' }>, signal: AbortSignal): Promise<void> {
    const { id, type, name, args } = message;
    let result: Result<unknown>;
    try {
      result =
        type === 'run'
          ? await engine.run(name, args, { signal, runId: id })
          : await engine.query(name, args, { signal });
    } catch (error) {
      result = fail(
        'bug',
        `${name} failed. Nothing was changed.`,
        error instanceof Error ? error.stack : undefined,
      );
    }
    jobs.delete(id);
    port.postMessage({ type: 'reply', id, result });
  }

  function receive(message: UpMessage): void {
    switch (message.type) {
      case 'run':
      case 'query': {
        // A second message under a running id would take the first one's place and make it uncancellable.
        if (jobs.has(message.id)) return;
        const abort = new AbortController();
        // Started in a turn of its own, so that `jobs` knows it before it can end.
        const done = Promise.resolve().then(() => answer(message, abort.signal));
        jobs.set(message.id, { abort, isQuery: message.type === 'query', done });
        return;
      }
      case 'cancel':
        jobs.get(message.id)?.abort.abort();
        return;
      default:
        assertNever(message);
    }
  }

  const unsubscribe = engine.subscribe((event) => port.postMessage({ type: 'event', event }));
  const disconnected = new Promise<void>((resolve) => {
    port.on('close', () => {
      unsubscribe();
      // Nobody reads the answers any more; commands go on, since what was typed last may be among them.
      for (const job of jobs.values()) if (job.isQuery) job.abort.abort();
      resolve();
    });
  });
  port.on('message', ({ data }) => {
    if (isUpMessage(data)) receive(data);
  });
  port.start();

  return {
    disconnected,
    settled: async () => {
      await Promise.all([...jobs.values()].map((job) => job.done));
    },
    cancelAll: () => {
      for (const job of jobs.values()) job.abort.abort();
    },
  };
}
