import { type TextLines, trimmed } from './text-lines';

/** A comment or article of a web page, `[start, end)` in UTF-16, without its marks. */
export interface ThreadTurn {
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly time: string;
}

interface Mark {
  readonly line: number;
  readonly speaker: string;
  readonly time: string;
}

const verbs =
  'said|says|wrote|writes|skrev|skriver|säger|sa|sade|schrieb|schreibt|sagte|a dit|a écrit|dijo|escribió';
/** `Peter Kenyon said...` on a line of its own. */
const saidBefore = new RegExp(`^\\s*(\\S.{0,60}?)\\s+(?:${verbs})\\s*(\\.\\.\\.|…|:)\\s*$`, 'u');
const by =
  'posted by|written by|submitted by|published by|commented by|postat av|skrivet av|publicerat av|upplagd av|geschrieben von|verfasst von|gepostet von';
const at = 'at|on|kl\\.?|den|um|am|\\||–|-|,';
/** `Posted by: Ron Brown at October 29, 2006 3:02 PM`. */
const postedBy = new RegExp(
  `^\\s*(?:${by})\\s*(:?)\\s*(\\S.{0,80}?)\\s+(?:${at})\\s+(\\S?.{0,48}\\d.{0,48}?)\\s*$`,
  'iu',
);
/** `Comment #191299`. */
const commentNumber =
  /^\s*(?:comment|kommentar|comentario|commentaire)\s*(?:#|nr\.?|no\.?)?\s*\d+\s*:?\s*$/iu;
const pronouns = /^(?:he|she|they|we|you|it|i|han|hon|de|vi|er|sie|wir|il|elle|who|someone|one)$/iu;

/** The turns of a web page's comment thread; empty where the text has none (ST5, ST6). */
export function threadTurns(lines: TextLines): readonly ThreadTurn[] {
  const numbered = postedAfter(lines);
  return numbered.length > 0 ? numbered : saidAbove(lines);
}

/**
 * `Comment #…` above and `Posted by: … at …` below each comment. Without numbers above, the name may as well belong
 * to what follows it: it does where the text begins with one, and comes after where the text ends with one.
 */
function postedAfter(lines: TextLines): readonly ThreadTurn[] {
  const posts: (Mark & { readonly hasColon: boolean })[] = [];
  const numbers: number[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    const head = lines.head(line);
    if (commentNumber.test(head)) numbers.push(line);
    const [, colon, speaker, time] = /\d/.test(head) ? (postedBy.exec(head) ?? []) : [];
    if (speaker !== undefined && time !== undefined)
      posts.push({ line, speaker, time, hasColon: colon !== '' });
  }
  if (numbers.length >= 2 && posts.length >= 2) return betweenNumberAndName(lines, numbers, posts);
  if (posts.length < 3) return [];
  const first = posts[0]?.line ?? 0;
  const last = posts.at(-1)?.line ?? 0;
  const isFilledBelow = lines.nextFilled(last + 1) < lines.count;
  const isFilledAbove = lines.nextFilled(0) < first;
  if (isFilledAbove === isFilledBelow) return [];
  return isFilledBelow
    ? below(lines, posts)
    : posts.flatMap((post, index) => {
        const before = posts[index - 1];
        return turnOf(lines, before ? before.line + 1 : 0, { ...post, until: post.line });
      });
}

function betweenNumberAndName(
  lines: TextLines,
  numbers: readonly number[],
  posts: readonly Mark[],
): readonly ThreadTurn[] {
  const turns: ThreadTurn[] = [];
  const firstNumber = numbers[0] ?? 0;
  // The article's own author stands between its end and the first comment.
  const author = posts.findLast(({ line }) => line < firstNumber);
  if (author)
    turns.push(...turnOf(lines, articleStart(lines, author.line), { ...author, until: author.line }));
  numbers.forEach((number, index) => {
    const next = numbers[index + 1] ?? lines.count;
    const post = posts.find(({ line }) => line > number && line < next);
    if (post) turns.push(...turnOf(lines, number + 1, { ...post, until: post.line }));
    else turns.push(...turnOf(lines, number + 1, { speaker: '', time: '', until: next }));
  });
  return turns;
}

/** After the short lines at the top: a site's name, a title. */
function articleStart(lines: TextLines, until: number): number {
  let line = lines.nextFilled(0);
  while (line < until && lines.end(line) - lines.start(line) < 100) {
    const next = lines.nextFilled(line + 1);
    if (next >= until || next === line + 1) break;
    line = next;
  }
  return line;
}

function saidAbove(lines: TextLines): readonly ThreadTurn[] {
  const marks: Mark[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    const head = lines.head(line);
    const [, speaker, ending] = /(?:\.\.|…|:)\s*$/.test(head) ? (saidBefore.exec(head) ?? []) : [];
    if (
      speaker === undefined ||
      pronouns.test(speaker) ||
      /[.!?,;:“”"]/u.test(speaker.replace(/\b\p{L}\./gu, ''))
    )
      continue;
    // A story may say it too; a page has the date below.
    const dateLine = lines.nextFilled(line + 1);
    const isDated = dateLine < lines.count && isDate(lines.head(dateLine));
    if (ending === ':' && !isDated) continue;
    marks.push({ line, speaker, time: isDated ? lines.head(dateLine).trim() : '' });
  }
  return marks.length < 3 ? [] : below(lines, marks);
}

function below(lines: TextLines, marks: readonly Mark[]): readonly ThreadTurn[] {
  return marks.flatMap((mark, index) => {
    const until = marks[index + 1]?.line ?? lines.count;
    const first = lines.nextFilled(mark.line + 1);
    const isTimeLine = first < until && mark.time !== '' && lines.head(first).trim() === mark.time;
    return turnOf(lines, isTimeLine ? first + 1 : mark.line + 1, { ...mark, until });
  });
}

/** The words from one line up to another, which is not part of them. */
function turnOf(
  lines: TextLines,
  from: number,
  { speaker, time, until }: { readonly speaker: string; readonly time: string; readonly until: number },
): readonly ThreadTurn[] {
  const to = until < lines.count ? lines.start(until) : lines.text.length;
  const words = from < until ? trimmed(lines.text, lines.start(from), to) : null;
  return words ? [{ ...words, speaker: speaker.replace(/\s+/gu, ' ').trim(), time }] : [];
}

/** `October 29, 2006 at 9:50 am`, `2008-02-11 10:31`: a line with a time or year and little else. */
function isDate(head: string): boolean {
  const line = head.trim();
  if (line.length > 60 || !/\b\d{4}\b|\d{1,2}[:.]\d{2}/.test(line)) return false;
  return line.split(/\s+/u).filter((word) => /^\p{L}{3,}/u.test(word)).length <= 4;
}
