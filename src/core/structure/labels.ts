import { looksLikeName, mayBeSpeaker } from './speaker-names';
import type { TextLines } from './text-lines';

/** The place where a turn begins: its line, who speaks, and where the words start (UTF-16). */
export interface TurnLabel {
  readonly line: number;
  readonly speaker: string;
  readonly time: string;
  readonly wordsFrom: number;
}

const clock = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?';
const day = '\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}';
/** `[00:01:23]`, `(1:23)`, `#00:01:23-4#`, `12/03/2021, 10:15 -`. */
const stamp = `(?:[\\[(#]\\s*)?((?:${day},?\\s+)?${clock}(?:-\\d)?(?:\\s?[APap]\\.?[Mm]\\.?)?)(?:\\s*[\\])#])?`;
const nameText = "[\\p{L}\\p{M}\\p{N}.'’_#&/-]";
const name = `(\\p{L}(?:${nameText}| (?=[\\p{L}\\p{N}#&])){0,47})`;
const aside = `(?:\\s*[\\[(]\\s*(?:(${clock})|([^\\[\\]():]{1,24}))\\s*[\\])])?`;
const lineStart = '^[\\s\\p{Cf}]*';

/** `Anna: words`, `R1:`, `[00:01:23] Anna: words`, `Anna (12:03): words`, `访问者：你好`. */
const colonLabel = new RegExp(
  `${lineStart}(?:${stamp}\\s*(?:[-–]\\s*)?)?${name}${aside}\\s*(?::(?=\\s|$)|：)(?:\\s*[\\[(#](${clock})(?:-\\d)?[\\])#])?`,
  'u',
);
/** `Anna Berg  00:13` on a line of its own, as automatic transcripts have it. */
const nameThenTime = new RegExp(`${lineStart}${name}\\s*[\\s\\[(]\\s*(${clock})\\s*[\\])]?\\s*$`, 'u');
const timeThenName = new RegExp(`${lineStart}[\\[(]?(${clock})[\\])]?\\s+${name}\\s*$`, 'u');
/** `[id1] words`. */
const bracketLabel = /^\s*\[([\p{L}][\p{L}\p{M}\p{N} ._-]{0,23})\]:?\s+(?=\S)/u;

/** Labels of one style with enough evidence to be believed; empty where there is none (ST2 to ST4). */
export function speakerLabels(lines: TextLines): readonly TurnLabel[] {
  const styles: TurnLabel[][] = [[], [], []];
  for (let line = 0; line < lines.count; line += 1) {
    const head = lines.head(line);
    const at = head.search(/\S/);
    if (at < 0) continue;
    if (!/[:：\]]/.test(head)) continue;
    const found = labelOf(head);
    if (found) {
      const { speaker, time, length, style } = found;
      styles[style]?.push({ line, speaker, time, wordsFrom: lines.start(line) + length });
    }
  }
  const [headers = [], colons = [], brackets = []] = styles;
  for (const believed of [
    believedHeaders(headers, lines),
    believedColons(colons, lines),
    believedBrackets(brackets, lines),
  ]) {
    if (believed.length > 0) return believed;
  }
  return [];
}

interface Found {
  readonly speaker: string;
  readonly time: string;
  /** Of the label with the white space before it. */
  readonly length: number;
  /** 0 a line of its own with a time, 1 a colon, 2 brackets. */
  readonly style: 0 | 1 | 2;
}

function labelOf(head: string): Found | null {
  if (/\d\s*[\])]?\s*$/.test(head)) {
    const [line, speaker, time] = nameThenTime.exec(head) ?? [];
    if (line !== undefined && speaker !== undefined && time !== undefined)
      return { speaker: tidy(speaker), time, length: line.length, style: 0 };
  }
  const colon = colonLabel.exec(head);
  if (colon) {
    const [label, before = '', speaker = '', asideTime = '', asideWords = '', after = ''] = colon;
    const rest = asideWords === '' ? '' : ` (${asideWords.trim()})`;
    const time = before || asideTime || after;
    return { speaker: tidy(speaker) + rest, time, length: label.length, style: 1 };
  }
  const [line, time, speaker] = timeThenName.exec(head) ?? [];
  if (line !== undefined && speaker !== undefined && time !== undefined)
    return { speaker: tidy(speaker), time, length: line.length, style: 0 };
  const bracket = bracketLabel.exec(head);
  return bracket ? { speaker: tidy(bracket[1] ?? ''), time: '', length: bracket[0].length, style: 2 } : null;
}

function tidy(speaker: string): string {
  return speaker.replace(/\s+/gu, ' ').trim();
}

/** A timetable has lines of this kind too: names come again, and there are words below. */
function believedHeaders(labels: readonly TurnLabel[], lines: TextLines): readonly TurnLabel[] {
  const counts = countNames(labels);
  const own = labels.filter(({ speaker }) => speaker.split(' ').length <= 5);
  const withWords = own.filter(({ line }) => {
    const next = lines.nextFilled(line + 1);
    return next < lines.count && !own.some((other) => other.line === next);
  });
  const isAgain = [...counts.values()].some((count) => count >= 2);
  return own.length >= 3 && isAgain && withWords.length >= own.length * 0.6 ? own : [];
}

function believedColons(labels: readonly TurnLabel[], lines: TextLines): readonly TurnLabel[] {
  const possible = labels.filter(({ speaker }) => mayBeSpeaker(speaker));
  const counts = countNames(possible);
  const known = [...counts].filter(
    ([speaker, count]) => count >= 3 || (count === 2 && looksLikeName(speaker)),
  );
  const isConversation = known.length >= 2;
  const names = new Set(known.map(([speaker]) => speaker));
  const stems = new Set(known.map(([speaker]) => stemOf(speaker)));
  // In a long conversation who says one thing only is more likely a word before a colon, unless numbered as others are.
  const mayComeOnce = (speaker: string) =>
    known.length > 0 && looksLikeName(speaker) && (possible.length < 12 || stems.has(stemOf(speaker)));
  const believed = possible.filter(({ speaker }) => names.has(speaker) || mayComeOnce(speaker));
  const speakers = new Set(believed.map(({ speaker }) => speaker));
  if (believed.length < 3 || speakers.size < 2 || isForm(believed, lines)) return [];
  const isMuch = isConversation && believed.length >= 6;
  return shareOfLines(believed, lines) >= (isMuch ? 0.03 : 0.5) ? believed : [];
}

function believedBrackets(labels: readonly TurnLabel[], lines: TextLines): readonly TurnLabel[] {
  const counts = countNames(labels);
  const isAgain = [...counts.values()].filter((count) => count >= 2).length >= 2;
  return labels.length >= 4 && isAgain && shareOfLines(labels, lines) >= 0.8 ? labels : [];
}

function stemOf(speaker: string): string {
  return speaker.replace(/[\s.#_-]*\d+$/u, '');
}

function countNames(labels: readonly TurnLabel[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of labels) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}

/** Which share of the filled lines from the first label to the last carries one. */
function shareOfLines(labels: readonly TurnLabel[], lines: TextLines): number {
  const first = labels[0]?.line ?? 0;
  const last = labels.at(-1)?.line ?? 0;
  let filled = 0;
  for (let line = first; line <= last; line += 1) if (!lines.isBlank(line)) filled += 1;
  return filled === 0 ? 0 : labels.length / filled;
}

/** A form that was filled in several times: three fields or more in the same order again and again, short answers. */
function isForm(labels: readonly TurnLabel[], lines: TextLines): boolean {
  const names = labels.map(({ speaker }) => speaker);
  const period = new Set(names).size;
  if (period < 3 || names.length < period * 2) return false;
  if (names.some((speaker, index) => index >= period && speaker !== names[index - period])) return false;
  const short = labels.filter(({ line, wordsFrom }) => lines.end(line) - wordsFrom <= 40);
  return short.length >= labels.length * 0.8;
}
