import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';

/** A code in the toolbar, and its place among the recent ones, from 0. */
export interface ToolbarCode {
  readonly code: CodeRow;
  readonly index: number;
}

const mostCodes = 4;
/** Letters for all names together: a toolbar with more would be wider than the text that it belongs to. */
const room = 72;
/** A longer name is cut, in the style sheet. */
const longestName = 22;
/** What a name takes besides its letters: swatch and padding. */
const besides = 5;

/**
 * The codes that stand in the toolbar, in the order of the digits: first of all those that the passage has, which can
 * be taken off there; then those applied last (`used`, most recent first), as many as fit with their whole names.
 */
export function toolbarCodes(
  recent: readonly CodeRow[],
  present: ReadonlySet<CodeId>,
  used: readonly CodeId[],
): ToolbarCode[] {
  const since = ({ code, index }: ToolbarCode) => {
    const at = used.indexOf(code.id);
    return at < 0 ? used.length + index : at;
  };
  const all = recent.map((code, index): ToolbarCode => ({ code, index })).sort((a, b) => since(a) - since(b));
  const wanted = [
    ...all.filter(({ code }) => present.has(code.id)),
    ...all.filter(({ code }) => !present.has(code.id)),
  ].slice(0, mostCodes);
  const chosen: ToolbarCode[] = [];
  let left = room;
  for (const one of wanted) {
    left -= Math.min(Array.from(one.code.name).length, longestName) + besides;
    if (left < 0 && chosen.length > 0) break;
    chosen.push(one);
  }
  return chosen.sort((a, b) => a.index - b.index);
}
