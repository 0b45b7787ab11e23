import { quoteLine } from '../../../core/text';

/** Code points of a text that are shown, and about how many of them before its first difference. */
const shownLength = 240;
const lead = 60;

/** Several wordings of one text, each from shortly before where they first differ; null stays null. */
export function excerpts(texts: readonly (string | null)[]): (string | null)[] {
  const from = startOf(texts.filter((text) => text !== null));
  return texts.map((text) => {
    if (text === null) return null;
    const rest = quoteLine(text.slice(from), shownLength);
    return from > 0 ? `… ${rest}` : rest;
  });
}

/** UTF-16, always after white space, so that no character is cut. */
function startOf(texts: readonly string[]): number {
  const [first = '', ...others] = texts;
  let same = first.length;
  for (const other of others) {
    let at = 0;
    while (at < same && first[at] === other[at]) at += 1;
    same = at;
  }
  if (others.length === 0 || same <= shownLength / 2) return 0;
  return first.slice(0, same - lead).search(/\S*$/u);
}
