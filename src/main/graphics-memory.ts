import { isRecord } from './checks';
import { JsonFile } from './json-file';

/** So many starts in a row must have drawn in software, before it is taken for granted. */
const startsToBeSure = 2;
/** Then so many begin with it, until one tries the graphics card again: a driver may have come. */
const startsWithoutTrying = 8;

interface Memory {
  /** Electron's version: a newer one may know the card. */
  readonly electron: string;
  /** Starts in a row that tried the card and drew in software. */
  readonly inSoftware: number;
  /** Starts since the last one that tried. */
  readonly withoutTrying: number;
}

function parse(content: unknown): Memory | null {
  if (!isRecord(content)) return null;
  const { electron, inSoftware, withoutTrying } = content;
  if (typeof electron !== 'string') return null;
  if (typeof inSoftware !== 'number' || typeof withoutTrying !== 'number') return null;
  return { electron, inSoftware, withoutTrying };
}

/**
 * Whether this machine has graphics that Chromium can use. Where it has none, its graphics process fails and is
 * started again at every start, which takes 20 ms and more from the window; so that is remembered.
 */
export class GraphicsMemory {
  private readonly file: JsonFile<Memory | null>;
  /** Whether this start may do without trying the graphics card. */
  readonly isKnownSoftware: boolean;
  private isNoted = false;

  constructor(
    path: string,
    private readonly electron: string,
  ) {
    this.file = new JsonFile(path, parse);
    const memory = this.file.value;
    this.isKnownSoftware =
      memory?.electron === electron &&
      memory.inSoftware >= startsToBeSure &&
      memory.withoutTrying < startsWithoutTrying;
  }

  /** How the first window was drawn; once a start. */
  note(isSoftware: boolean): void {
    if (this.isNoted) return;
    this.isNoted = true;
    const { electron } = this;
    const before = this.file.value;
    const last = before?.electron === electron ? before : { electron, inSoftware: 0, withoutTrying: 0 };
    if (this.isKnownSoftware) this.file.set({ ...last, withoutTrying: last.withoutTrying + 1 });
    else this.file.set({ electron, inSoftware: isSoftware ? last.inSoftware + 1 : 0, withoutTrying: 0 });
  }

  flush(): void {
    this.file.flush();
  }
}
