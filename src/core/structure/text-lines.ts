/** The lines of a text by number, from 0, as UTF-16 offsets; the `\n` is not part of its line. */
export interface TextLines {
  readonly text: string;
  readonly count: number;
  start(line: number): number;
  end(line: number): number;
  /** The first characters of a line: labels are short, and a line may hold a whole book. */
  head(line: number): string;
  isBlank(line: number): boolean;
  /** The next line from here that holds something; `count` where none does. */
  nextFilled(line: number): number;
}

const headLength = 160;

export function textLines(text: string): TextLines {
  const starts: number[] = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const count = starts.length;
  const start = (line: number) => starts[line] ?? text.length;
  const end = (line: number) => (line + 1 < count ? start(line + 1) - 1 : text.length);
  const isBlank = (line: number) => firstInk(text, start(line), end(line)) < 0;
  return {
    text,
    count,
    start,
    end,
    head: (line) => text.slice(start(line), Math.min(end(line), start(line) + headLength)),
    isBlank,
    nextFilled(line) {
      let next = line;
      while (next < count && isBlank(next)) next += 1;
      return next;
    },
  };
}

/** Offset of the first character that is not white space; −1 where there is none. */
function firstInk(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (!isSpace(text.charCodeAt(at))) return at;
  return -1;
}

/** `[from, to)` without white space at its ends; null where nothing is left. */
export function trimmed(text: string, from: number, to: number): { start: number; end: number } | null {
  const start = firstInk(text, from, to);
  if (start < 0) return null;
  let end = to;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isSpace(code: number): boolean {
  if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0) return true;
  return code > 0xff && /\s/.test(String.fromCharCode(code));
}
