/**
 * What the lock file needs to know of processes. A number alone is not enough: after a restart another program may
 * have it.
 */
export interface ProcessFacts {
  readonly pid: number;
  /** Must differ between machines: two “MacBook-Pro.local” on one network drive would take each other's lock. */
  readonly host: string;
  /**
   * Of the running process `pid`: when it started, as a text that is equal only for the same process, or null where
   * the system does not say. Undefined when there is no such process.
   */
  startOf(pid: number): string | null | undefined;
}

export interface ProcessSources {
  readonly pid: number;
  readonly host: string;
  /** `process.kill(pid, 0)`. */
  signal(pid: number): void;
  readTextFile(path: string): string;
}

/** On Linux the start is exact (boot and clock tick); elsewhere only life and death are known. */
export function processFacts(sources: ProcessSources): ProcessFacts {
  return {
    pid: sources.pid,
    host: sources.host,
    startOf: (pid) => (isAlive(sources, pid) ? linuxStart(sources, pid) : undefined),
  };
}

function isAlive(sources: ProcessSources, pid: number): boolean {
  try {
    sources.signal(pid);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

function linuxStart(sources: ProcessSources, pid: number): string | null | undefined {
  let line: string;
  try {
    line = sources.readTextFile(`/proc/${pid}/stat`);
  } catch {
    return null;
  }
  // The second field is the program's name in parentheses and may hold anything; field 3 follows the last ')'.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  // A zombie has ended; only its parent has not looked yet.
  if (state === 'Z' || state === 'X') return undefined;
  return `${bootOf(sources)}/${started}`;
}

function bootOf(sources: ProcessSources): string {
  try {
    return sources.readTextFile('/proc/sys/kernel/random/boot_id').trim();
  } catch {
    return '';
  }
}
