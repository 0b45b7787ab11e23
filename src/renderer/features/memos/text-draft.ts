/**
 * A text that is being written, and what the engine holds of it. The keys must never wait for the disk and the disk
 * must never be far behind the keys: a pause of `pause` milliseconds saves, and so does every `patience` while
 * somebody types on. What is being typed is never overwritten by an answer that is older than it.
 */
export type DraftState = 'saved' | 'unsaved' | 'saving' | 'failed';

export interface DraftSnapshot {
  readonly text: string;
  readonly state: DraftState;
  /** False until the engine's text is known; nothing can be typed before. */
  readonly isLoaded: boolean;
}

export interface DraftOptions {
  /** Resolves with whether the text is on disk. */
  readonly write: (text: string) => Promise<boolean>;
  /** An emptied text waits for `flush`: saving it would take its target away under the typing hands. */
  readonly holdsEmpty?: boolean;
  readonly pause?: number;
  readonly patience?: number;
}

/** After a save, answers that were asked for before it may still arrive. */
const settling = 300;

export class TextDraft {
  private snapshot: DraftSnapshot = { text: '', state: 'saved', isLoaded: false };
  /** What the engine holds, as far as known. */
  private held = '';
  private latest: string | undefined;
  private savedAt = Number.NEGATIVE_INFINITY;
  private firstKeyAt: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly options: DraftOptions;

  constructor(options: DraftOptions) {
    this.options = options;
  }

  readonly read = (): DraftSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A key was pressed. */
  type(text: string): void {
    const { pause = 600, patience = 4000, holdsEmpty = false } = this.options;
    this.show({ text, state: this.running ? 'saving' : 'unsaved', isLoaded: true });
    const now = Date.now();
    this.firstKeyAt ??= now;
    clearTimeout(this.timer);
    if (holdsEmpty && text.trim() === '') return;
    const wait = Math.max(0, Math.min(pause, this.firstKeyAt + patience - now));
    this.timer = setTimeout(() => void this.save(), wait);
  }

  /** The engine's text, first or changed from elsewhere. Taken over unless something is being written here. */
  receive(text: string): void {
    this.latest = text;
    if (!this.snapshot.isLoaded) this.adopt();
    else if (this.snapshot.state === 'saved') {
      const wait = this.savedAt + settling - Date.now();
      if (wait <= 0) this.adopt();
      else setTimeout(() => this.snapshot.state === 'saved' && this.adopt(), wait);
    }
  }

  /** Saves what is unsaved and waits until it is on disk, or has failed. */
  async flush(): Promise<void> {
    while (this.running || (this.snapshot.isLoaded && this.snapshot.text !== this.held)) {
      await this.save();
      if (this.snapshot.state === 'failed') return;
    }
    this.settle();
  }

  private adopt(): void {
    if (this.latest === undefined) return;
    this.held = this.latest;
    if (this.snapshot.isLoaded && this.snapshot.text === this.latest) return;
    this.show({ text: this.latest, state: 'saved', isLoaded: true });
  }

  private save(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.writeOnce().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async writeOnce(): Promise<void> {
    const { text } = this.snapshot;
    this.firstKeyAt = undefined;
    if (text === this.held) return this.settle();
    this.show({ ...this.snapshot, state: 'saving' });
    const isWritten = await this.options.write(text);
    if (!isWritten) return this.show({ ...this.snapshot, state: 'failed' });
    this.held = text;
    this.latest = text;
    this.savedAt = Date.now();
    if (this.snapshot.text === text) this.settle();
    else this.type(this.snapshot.text);
  }

  private settle(): void {
    if (this.snapshot.state !== 'saved') this.show({ ...this.snapshot, state: 'saved' });
  }

  private show(snapshot: DraftSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
