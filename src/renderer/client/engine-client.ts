import type { CommandArgs, CommandName, CommandResult } from '../../contract/commands';
import type { EngineEvent, EngineEvents } from '../../contract/events';
import type { QueryArgs, QueryName, QueryResult } from '../../contract/queries';
import type { DownMessage, UpMessage } from '../../contract/wire';
import { fail, type Result } from '../../core/result';
import { shell } from './shell';

/**
 * The window's end of the port to the engine. Messages sent before the port has arrived wait for it; when the
 * engine process ends, everything unanswered fails with a sentence, and a new port is asked for.
 */
export type Progress = EngineEvents['progress'];

export interface RunOptions {
  /** Aborting cancels the command; it then answers with an error of kind `cancelled` and has changed nothing. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

interface Waiting {
  readonly settle: (result: Result<unknown>) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

const engineEnded =
  'The part of Emic that keeps the project ended unexpectedly and was started again. Everything that was saved is safe; please repeat the last step.';

class EngineClient {
  private port: MessagePort | null = null;
  private readonly queue: UpMessage[] = [];
  private readonly waiting = new Map<string, Waiting>();
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private lastId = 0;

  connect(): void {
    window.addEventListener('message', (event) => {
      if (event.source !== window || !isPortMessage(event.data)) return;
      const [port] = event.ports;
      if (port) this.take(port);
    });
    shell.onEngineEnded(() => {
      this.port = null;
      for (const { settle } of this.waiting.values()) settle(fail('bug', engineEnded));
      this.waiting.clear();
      shell.requestPort();
    });
    shell.requestPort();
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  run<K extends CommandName>(
    name: K,
    args: CommandArgs<K>,
    options: RunOptions = {},
  ): Promise<Result<CommandResult<K>>> {
    return this.ask('run', { name, args, options }) as Promise<Result<CommandResult<K>>>;
  }

  query<K extends QueryName>(
    name: K,
    args: QueryArgs<K>,
    options: RunOptions = {},
  ): Promise<Result<QueryResult<K>>> {
    return this.ask('query', { name, args, options }) as Promise<Result<QueryResult<K>>>;
  }

  private ask(
    type: 'run' | 'query',
    { name, args, options }: { name: string; args: unknown; options: RunOptions },
  ): Promise<Result<unknown>> {
    const { signal, onProgress } = options;
    if (signal?.aborted) return Promise.resolve(fail('cancelled', 'Cancelled. Nothing was changed.'));
    this.lastId += 1;
    const id = String(this.lastId);
    return new Promise((resolve) => {
      const cancel = () => this.send({ type: 'cancel', id });
      signal?.addEventListener('abort', cancel, { once: true });
      const settle = (result: Result<unknown>) => {
        signal?.removeEventListener('abort', cancel);
        resolve(result);
      };
      this.waiting.set(id, { settle, onProgress });
      this.send({ type, id, name, args });
    });
  }

  private send(message: UpMessage): void {
    if (this.port) this.port.postMessage(message);
    else this.queue.push(message);
  }

  private take(port: MessagePort): void {
    this.port?.close();
    this.port = port;
    port.onmessage = ({ data }: MessageEvent<DownMessage>) => this.receive(data);
    for (const message of this.queue.splice(0)) port.postMessage(message);
  }

  private receive(message: DownMessage): void {
    if (message.type === 'reply') {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      waiting?.settle(message.result);
      return;
    }
    const { event } = message;
    if (event.name === 'progress') this.waiting.get(event.payload.runId)?.onProgress?.(event.payload);
    for (const listener of this.listeners) listener(event);
  }
}

function isPortMessage(data: unknown): boolean {
  if (data === 'emic:port') return true;
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'emic:port';
}

export const engine = new EngineClient();
