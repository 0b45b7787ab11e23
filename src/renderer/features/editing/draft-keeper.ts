/** Whether what was typed is on disk. */
export type KeptState = 'nothing' | 'waiting' | 'kept' | 'failed';

/** After the last key, and at the latest after so long while somebody types on (milliseconds). */
const pause = 400;
const patience = 900;

/**
 * Keeps an edit in progress on disk, within a second of the last key, without the keys ever waiting for it: one write
 * at a time, and what was typed meanwhile goes with the next.
 */
export class DraftKeeper {
  state: KeptState = 'nothing';
  keptAt: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstKeyAt: number | undefined;
  private running: Promise<void> | undefined;
  private isStale = false;
  private isEnded = false;

  /** `write` resolves with whether the draft is on disk. */
  constructor(
    private readonly write: () => Promise<boolean>,
    private readonly onState: () => void,
  ) {}

  typed(): void {
    this.isStale = true;
    this.show('waiting');
    const now = Date.now();
    this.firstKeyAt ??= now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(pause, this.firstKeyAt + patience - now));
    this.timer = setTimeout(() => void this.keep(), wait);
  }

  /** Waits until all that was typed is on disk, or has failed. */
  async flush(): Promise<void> {
    while (this.running || (this.isStale && !this.isEnded)) {
      await this.keep();
      if (this.state === 'failed') return;
    }
  }

  /** From now on nothing is written. Waits for a write that is on its way. */
  async end(): Promise<void> {
    this.isEnded = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private keep(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.writeOnce().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async writeOnce(): Promise<void> {
    this.firstKeyAt = undefined;
    if (!this.isStale || this.isEnded) return;
    this.isStale = false;
    const isWritten = await this.write();
    if (!isWritten) this.isStale = true;
    if (isWritten) this.keptAt = Date.now();
    if (isWritten && this.isStale) {
      // Typed meanwhile: the pause after that key may have ended while this write was on its way.
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.keep(), pause);
      return;
    }
    this.show(isWritten ? 'kept' : 'failed');
  }

  private show(state: KeptState): void {
    this.state = state;
    this.onState();
  }
}
