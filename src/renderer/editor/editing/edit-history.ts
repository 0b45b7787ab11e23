import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { ChangeList } from '../../../core/anchoring';
import { editKey, withMeta } from './edit-state';

/** A moment to which undo goes back. Documents share what did not change, so keeping many of them costs little. */
interface Moment {
  readonly doc: Node;
  readonly changes: ChangeList;
  readonly anchor: number;
  readonly head: number;
}

/** Typing that goes on is one step, until such a pause (milliseconds). */
const pause = 700;
const mostMoments = 1000;

/**
 * The edit's own undo. It keeps whole documents with their differences instead of steps to be turned round: so each
 * quotation is where it was, whatever was typed in between.
 */
export class EditHistory {
  private readonly past: Moment[] = [];
  private future: Moment[] = [];
  private lastAt = Number.NEGATIVE_INFINITY;

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** To be called before a change of the text is taken over. */
  note(state: EditorState, transaction: Transaction): void {
    const now = Date.now();
    const isRunning = editKey.getState(state)?.runsFrom != null && now - this.lastAt < pause;
    const isTyping = isRunning && transaction.steps.length === 1 && !transaction.getMeta('paste');
    this.lastAt = now;
    this.future = [];
    if (isTyping && this.past.length > 0) return;
    this.past.push(momentOf(state));
    if (this.past.length > mostMoments) this.past.shift();
  }

  undo(state: EditorState): Transaction | null {
    return this.travel(state, this.past, this.future);
  }

  redo(state: EditorState): Transaction | null {
    return this.travel(state, this.future, this.past);
  }

  private travel(state: EditorState, from: Moment[], to: Moment[]): Transaction | null {
    const moment = from.pop();
    if (!moment) return null;
    to.push(momentOf(state));
    this.lastAt = Number.NEGATIVE_INFINITY;
    return bringBack(state, moment);
  }
}

function momentOf(state: EditorState): Moment {
  const { anchor, head } = state.selection;
  return { doc: state.doc, changes: editKey.getState(state)?.changes ?? [], anchor, head };
}

/** Only what differs is put in place, so that the rest of the page stays as it is drawn. */
function bringBack(state: EditorState, { doc, changes, anchor, head }: Moment): Transaction {
  const transaction = state.tr;
  const start = state.doc.content.findDiffStart(doc.content);
  const ends = state.doc.content.findDiffEnd(doc.content);
  if (start !== null && ends) {
    let { a, b } = ends;
    const overlap = start - Math.min(a, b);
    if (overlap > 0) {
      a += overlap;
      b += overlap;
    }
    transaction.replace(start, a, doc.slice(start, b));
  }
  if (!transaction.doc.eq(doc)) transaction.replaceWith(0, transaction.doc.content.size, doc.content);
  const size = transaction.doc.content.size;
  transaction.setSelection(
    TextSelection.between(
      transaction.doc.resolve(Math.min(anchor, size)),
      transaction.doc.resolve(Math.min(head, size)),
    ),
  );
  return withMeta(transaction, { changes }).scrollIntoView();
}
