/**
 * Widths of Inter's letters, as shares of the font size, in classes. Figures are laid out without a browser, so
 * widths are estimated, rather too wide than too narrow.
 */
const classes: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[ilj.,:;'’‘|!]/u, 0.29],
  [/[tfrI()[\]{}\-" “”/\\]/u, 0.38],
  [/[mwMW@%—…]/u, 0.9],
  [/[A-ZÅÄÖÜÉ&]/u, 0.7],
  [/[0-9]/u, 0.63],
  [/[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFF00-\uFF60]|[\u{1F000}-\u{3FFFF}]/u, 1],
];
const otherWidth = 0.58;
const known = new Map<string, number>();

/** Estimated width in pixels of one line. */
export function textWidth(text: string, size: number, weight = 400): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size * (weight >= 600 ? 1.06 : 1);
}

/** The text, shortened with “…” until it fits. */
export function fitText(text: string, size: number, maximum: number): string {
  if (textWidth(text, size) <= maximum) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size) > maximum)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text in lines of at most `maximum` pixels, broken at spaces; a longer word stands on a line of its own. */
export function wrapText(text: string, size: number, maximum: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > maximum) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function characterWidth(character: string): number {
  const found = known.get(character);
  if (found !== undefined) return found;
  const width = classes.find(([pattern]) => pattern.test(character))?.[1] ?? otherWidth;
  if (known.size < 5000) known.set(character, width);
  return width;
}
