import type { PositionMap } from './positions';

/** Code points kept on each side of a quotation, so that its anchor can verify itself. */
export const contextLength = 32;

/**
 * A passage in one line for labels, at most `maximum` code points (TX3): white space runs become one space, and a
 * longer text is cut after a whole word, with “…” at its end. Without quotation marks of its own.
 */
export function quoteLine(text: string, maximum = 60): string {
  // Reading four times as much as can be shown leaves room for long runs of white space.
  const head = text.length > maximum * 8 ? text.slice(0, maximum * 8) : text;
  const line = head.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= maximum && head === text) return line;
  const cut = characters.slice(0, Math.max(1, maximum - 1)).join('');
  const isAtWordEnd = characters[maximum - 1] === ' ';
  const lastSpace = cut.lastIndexOf(' ');
  const words = !isAtWordEnd && lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
  return `${words.trimEnd()}…`;
}

/** The text just before and after `[start, end)`, 32 code points each where there are so many (TX4). */
export function quotationContext(
  text: string,
  positions: PositionMap,
  span: { readonly start: number; readonly end: number },
): { readonly prefix: string; readonly suffix: string } {
  const slice = (from: number, to: number) => text.slice(positions.toUtf16(from), positions.toUtf16(to));
  return {
    prefix: slice(Math.max(0, span.start - contextLength), span.start),
    suffix: slice(span.end, Math.min(positions.length, span.end + contextLength)),
  };
}

/**
 * The surroundings of `[start, end)` for reading: at most `reach` code points on each side, never beyond the
 * paragraph, cut between words; “…” stands where something was left out.
 */
export function passageContext(
  text: string,
  positions: PositionMap,
  span: { readonly start: number; readonly end: number; readonly reach?: number },
): { readonly before: string; readonly after: string } {
  const reach = span.reach ?? 120;
  const start = positions.toUtf16(span.start);
  const end = positions.toUtf16(span.end);
  const paragraphStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const paragraphEnd = lineEnd < 0 ? text.length : lineEnd;
  const from = positions.toUtf16(Math.max(0, span.start - reach));
  const to = positions.toUtf16(Math.min(positions.length, span.end + reach));
  return {
    before:
      from <= paragraphStart
        ? text.slice(paragraphStart, start)
        : `…${text.slice(from, start).replace(/^\S*\s+(?=\S)/u, '')}`,
    after:
      to >= paragraphEnd
        ? text.slice(end, paragraphEnd)
        : `${text.slice(end, to).replace(/(\S)\s+\S*$/u, '$1')}…`,
  };
}
