import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { isRecord, isText } from './checks';
import { JsonFile } from './json-file';

export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly isMaximized: boolean;
  /** Headings of the last menu bar: a new window has them before its own arrive, so that nothing moves. */
  readonly menuHeadings: readonly string[];
}

/** A window fits the smallest usual laptop screen, and is never smaller than its panels need. */
const usual = { width: 1360, height: 860 };
export const smallest = { width: 820, height: 560 };
const cascade = 28;

function parseBounds(value: unknown): Rectangle | null {
  if (!isRecord(value)) return null;
  const { x, y, width, height } = value;
  const numbers = [x, y, width, height];
  if (!numbers.every((number) => typeof number === 'number' && Number.isFinite(number))) return null;
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

function parseState(content: unknown): WindowState {
  const from = isRecord(content) ? content : {};
  const headings = Array.isArray(from.menuHeadings) ? from.menuHeadings : [];
  return {
    bounds: parseBounds(from.bounds),
    isMaximized: from.isMaximized === true,
    menuHeadings: headings.filter((heading): heading is string => isText(heading, 100)).slice(0, 20),
  };
}

/** How windows were left on this machine. */
export class WindowStateStore {
  private readonly file: JsonFile<WindowState>;

  constructor(userData: string) {
    this.file = new JsonFile(join(userData, 'window.json'), parseState);
  }

  get value(): WindowState {
    return this.file.value;
  }

  save(changes: Partial<WindowState>): void {
    this.file.set({ ...this.file.value, ...changes });
  }

  flush(): void {
    this.file.flush();
  }

  /** Where a new window goes: as the last one was left, a little aside of one that is there, always on a screen. */
  place(beside: BrowserWindow | undefined): Partial<Rectangle> {
    const last = beside ? beside.getNormalBounds() : this.file.value.bounds;
    if (!last) return usual;
    const shift = beside ? cascade : 0;
    const area = screen.getDisplayMatching(last).workArea;
    const width = Math.min(Math.max(last.width, smallest.width), area.width);
    const height = Math.min(Math.max(last.height, smallest.height), area.height);
    return {
      width,
      height,
      x: Math.min(Math.max(last.x + shift, area.x), area.x + area.width - width),
      y: Math.min(Math.max(last.y + shift, area.y), area.y + area.height - height),
    };
  }
}
