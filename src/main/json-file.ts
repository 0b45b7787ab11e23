import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const delayInMilliseconds = 300;

/**
 * A small JSON file of this machine, read once and written whole a moment after a change: beside it first, then
 * renamed over it, so that a crash leaves the old one. A missing or damaged file means the fallback.
 */
export class JsonFile<T> {
  private current: T;
  private timer: NodeJS.Timeout | undefined;

  /** `parse` gets whatever the file holds and returns what can be used of it. */
  constructor(
    private readonly path: string,
    parse: (content: unknown) => T,
  ) {
    this.current = parse(readJson(path));
  }

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    this.current = value;
    this.timer ??= setTimeout(() => this.flush(), delayInMilliseconds);
  }

  /** Writes what is not written yet. Losing a remembered choice is no reason to disturb anybody. */
  flush(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const beside = `${this.path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(beside, JSON.stringify(this.current, null, 1));
      renameSync(beside, this.path);
    } catch (error) {
      console.error(`${this.path} could not be written`, error);
    }
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
