import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { createChangeMap, type TextChange } from '../../../core/anchoring';
import { withMeta } from './edit-state';
import { offsetAt, positionAt } from './text-projection';

/** UTF-16 units `[from, to)` of the text become these words. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * Replaces many places at once, in order and apart: one step for undo, and for each passage as if each place had been
 * typed over by itself. Paragraphs without a place stay the same objects, so that only the others are drawn anew.
 */
export function replaceMany(state: EditorState, all: readonly Replacement[]): Transaction {
  const { doc, schema, selection, tr } = state;
  const isFlat = doc.firstChild?.isTextblock ?? true;
  const parents = isFlat ? [doc] : childrenOf(doc);
  const rebuilt = rebuild(parents, all, schema);
  const before = isFlat ? childrenOf(doc) : parents;
  const after = isFlat
    ? (rebuilt[0] ?? [])
    : rebuilt.flatMap((paragraphs, index) => {
        const parent = parents[index];
        if (!parent || paragraphs.length === 0) return [];
        const isSame =
          paragraphs.length === parent.childCount &&
          paragraphs.every((node, at) => node === parent.child(at));
        return [isSame ? parent : parent.copy(Fragment.from(paragraphs))];
      });
  const [first, lastBefore, lastAfter] = differing(before, after);
  const from = sizeOf(before.slice(0, first));
  const to = sizeOf(before.slice(0, lastBefore));
  if (from === to && first === lastAfter) return tr;
  const anchor = offsetAt(doc, selection.anchor);
  const changes = all.map(({ from, to, words }): TextChange => ({ from, to, length: words.length }));
  tr.replaceWith(from, to, Fragment.from(after.slice(first, lastAfter))).setMeta('paste', true);
  const caret = positionAt(tr.doc, createChangeMap(changes).map(anchor, 1));
  tr.setSelection(TextSelection.create(tr.doc, caret));
  const at = offsetAt(doc, from);
  const parts = changes.map(({ from, to, length }) => ({ from: from - at, to: to - at, length }));
  return withMeta(tr, { parts: { at, changes: parts }, isSpread: true });
}

/** The paragraphs of each parent, with the places replaced. What reached over paragraphs stands in the first one's parent. */
function rebuild(parents: readonly Node[], all: readonly Replacement[], schema: Schema): Node[][] {
  const paragraphs = parents.flatMap((parent, index) => childrenOf(parent).map((node) => ({ node, index })));
  const result: Node[][] = parents.map(() => []);
  let next = 0;
  let offset = 0;
  for (let at = 0; at < paragraphs.length; at += 1) {
    const here = paragraphs[at];
    if (!here) break;
    let text: string | null = null;
    let end = offset + here.node.content.size;
    const pieces: string[] = [];
    let done = 0;
    for (let place = all[next]; place && place.from <= end; place = all[next]) {
      text ??= here.node.textContent;
      while (place.to > end && at + 1 < paragraphs.length) {
        at += 1;
        const following = paragraphs[at]?.node.textContent ?? '';
        text += `\n${following}`;
        end += following.length + 1;
      }
      pieces.push(text.slice(done, place.from - offset), place.words);
      done = place.to - offset;
      next += 1;
    }
    if (text === null) result[here.index]?.push(here.node);
    else result[here.index]?.push(...linesOf(pieces.join('') + text.slice(done), schema));
    offset = end + 1;
  }
  return result;
}

function linesOf(text: string, schema: Schema): Node[] {
  const { paragraph } = schema.nodes;
  if (!paragraph) throw new Error('the schema lacks paragraphs');
  return text.split('\n').map((line) => paragraph.create(null, line === '' ? null : schema.text(line)));
}

/** From which index on two rows differ, and the ends of what differs in each. */
function differing(before: readonly Node[], after: readonly Node[]): [number, number, number] {
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first += 1;
  let [lastBefore, lastAfter] = [before.length, after.length];
  while (lastBefore > first && lastAfter > first && before[lastBefore - 1] === after[lastAfter - 1]) {
    lastBefore -= 1;
    lastAfter -= 1;
  }
  return [first, lastBefore, lastAfter];
}

const childrenOf = (node: Node) => Array.from({ length: node.childCount }, (_, index) => node.child(index));

const sizeOf = (nodes: readonly Node[]) => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
