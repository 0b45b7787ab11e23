import type { Node } from '@tiptap/pm/model';

/**
 * The text of an editor's document: its paragraphs with a `\n` between two, whatever they are grouped in. Offsets are
 * UTF-16 units. Lengths of groups are kept, since a group that is not touched by an edit stays the same object; so a
 * place among two million characters is found in a few hundred steps.
 */
const lengths = new WeakMap<Node, number>();

export function textLength(node: Node): number {
  if (node.isTextblock) return node.content.size;
  const known = lengths.get(node);
  if (known !== undefined) return known;
  let length = Math.max(0, node.childCount - 1);
  node.forEach((child) => {
    length += textLength(child);
  });
  lengths.set(node, length);
  return length;
}

/** The text offset of a position of the editor; between two paragraphs that of the end of the first. */
export function offsetAt(node: Node, position: number): number {
  if (node.isTextblock) return Math.min(Math.max(0, position), node.content.size);
  let at = 0;
  let offset = 0;
  for (let index = 0; index < node.childCount; index += 1) {
    const child = node.child(index);
    if (position <= at) return index === 0 ? 0 : offset - 1;
    if (position < at + child.nodeSize) return offset + offsetAt(child, position - at - 1);
    at += child.nodeSize;
    offset += textLength(child) + 1;
  }
  return textLength(node);
}

/** The position of the editor before the character at a text offset; at a line's end the one behind its last. */
export function positionAt(node: Node, offset: number): number {
  if (node.isTextblock) return Math.min(Math.max(0, offset), node.content.size);
  let at = 0;
  let rest = offset;
  for (let index = 0; index < node.childCount; index += 1) {
    const child = node.child(index);
    const length = textLength(child);
    if (rest <= length || index === node.childCount - 1) return at + 1 + positionAt(child, rest);
    rest -= length + 1;
    at += child.nodeSize;
  }
  return at;
}

export function textOf(node: Node, from = 0, to = node.content.size): string {
  return node.textBetween(from, to, '\n');
}
