import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { firstBelow } from '../first-below';
import { textLength } from './text-projection';

/** A few paragraphs that follow each other: what is painted, and painted anew, at once. */
export interface EditBlock {
  readonly nodes: readonly Node[];
  readonly elements: readonly HTMLElement[];
  /** UTF-16 offset of its first character in the text. */
  readonly start: number;
  /** Lines, and those that hold something, before it. */
  readonly linesBefore: number;
  readonly paragraphsBefore: number;
}

/** About half a screen of text, as the bands of a text that is read (`model/bands.ts`). */
const blockLength = 1500;
const lineCost = 40;

interface Group {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly start: number;
  readonly paragraphsBefore: number;
}

interface Plan {
  readonly groups: readonly Group[];
  readonly lines: number;
  readonly paragraphs: number;
}

/** A group of paragraphs that is not touched by an edit stays the same object, and so does how it is cut. */
const plans = new WeakMap<Node, Plan>();

function planOf(parent: Node): Plan {
  const known = plans.get(parent);
  if (known) return known;
  const groups: Group[] = [];
  let [offset, paragraphs, cost, first, start, before] = [0, 0, 0, 0, 0, 0];
  const close = (last: number) => {
    if (last > first) groups.push({ first, last, start, paragraphsBefore: before });
    [first, start, before, cost] = [last, offset, paragraphs, 0];
  };
  parent.forEach((paragraph, _, index) => {
    const { size } = paragraph.content;
    if (cost + size > blockLength) close(index);
    cost += size + lineCost;
    offset += size + 1;
    if (/\S/.test(paragraph.textContent)) paragraphs += 1;
    // A paragraph as long as a chapter is painted in pieces of its own.
    if (size > 2 * blockLength) close(index + 1);
  });
  close(parent.childCount);
  const plan = { groups, lines: parent.childCount, paragraphs };
  plans.set(parent, plan);
  return plan;
}

/** The blocks that stand between two heights (client coordinates), from above; none while the page is not yet what the text is. */
export function blocksBetween({ state: { doc }, dom }: EditorView, top: number, bottom: number): EditBlock[] {
  const isFlat = doc.firstChild?.isTextblock ?? true;
  const parents = isFlat ? [doc] : Array.from({ length: doc.childCount }, (_, index) => doc.child(index));
  const hosts = isFlat ? [dom] : elementsOf(dom);
  const found: EditBlock[] = [];
  if (hosts.length !== parents.length) return found;
  const firstHost = isFlat ? 0 : firstBelow(hosts, top);
  let [offset, lines, paragraphs] = [0, 0, 0];
  for (const [index, parent] of parents.entries()) {
    const host = hosts[index];
    const plan = planOf(parent);
    if (index >= firstHost && host) {
      if (!isFlat && host.getBoundingClientRect().top > bottom) break;
      const elements = elementsOf(host);
      if (elements.length !== parent.childCount) return found;
      const firstElement = firstBelow(elements, top);
      for (const { first, last, start, paragraphsBefore } of plan.groups) {
        if (last <= firstElement) continue;
        if ((elements[first]?.getBoundingClientRect().top ?? 0) > bottom) break;
        found.push({
          nodes: Array.from({ length: last - first }, (_, at) => parent.child(first + at)),
          elements: elements.slice(first, last),
          start: offset + start,
          linesBefore: lines + first,
          paragraphsBefore: paragraphs + paragraphsBefore,
        });
      }
    }
    offset += textLength(parent) + 1;
    lines += plan.lines;
    paragraphs += plan.paragraphs;
  }
  return found;
}

function elementsOf(parent: Element): HTMLElement[] {
  return Array.from(parent.children).filter((child): child is HTMLElement => child instanceof HTMLElement);
}
