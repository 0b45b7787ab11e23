import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { isBetweenCharacters, type TextChange } from '../../../core/anchoring';
import { offsetAt, positionAt, textLength, textOf } from './text-projection';

/**
 * What a transaction did to the text, one change after the other, each counted in the text that the one before it
 * left (UTF-16 units).
 */
export function changesOf(transaction: Transaction): TextChange[] {
  return transaction.steps.flatMap((step, index) => {
    const before = transaction.docs[index] ?? transaction.before;
    const after = transaction.docs[index + 1] ?? transaction.doc;
    const found: TextChange[] = [];
    step.getMap().forEach((from, to, _, newTo) => {
      const start = offsetAt(before, from);
      const end = offsetAt(before, to);
      found.push({ from: start, to: end, length: Math.max(0, offsetAt(after, newTo) - start) });
    });
    const [only] = found;
    const grown = textLength(after) - textLength(before);
    if (!only && grown === 0) return [];
    const isTold = only && found.length === 1 && only.length - (only.to - only.from) === grown;
    const change = isTold ? only : difference(textOf(before), textOf(after));
    return change ? [wholeCharacters(change, after)] : [];
  });
}

function difference(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let tail = 0;
  while (
    tail < most - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { from, to: before.length - tail, length: after.length - tail - from };
}

/** An accent that is typed behind a letter makes another letter of it: then the letter is what was replaced. */
function wholeCharacters(change: TextChange, after: Node): TextChange {
  if (change.from < change.to) return change;
  const most = 8;
  const from = Math.max(0, change.from - most);
  const around = textOf(
    after,
    positionAt(after, from),
    positionAt(after, Math.min(textLength(after), change.from + 2)),
  );
  let at = change.from - from;
  while (at > 0 && !isBetweenCharacters(around, at)) at -= 1;
  const back = change.from - from - at;
  return { from: change.from - back, to: change.to, length: change.length + back };
}
