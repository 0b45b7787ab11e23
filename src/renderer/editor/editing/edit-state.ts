import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import {
  type ChangeList,
  diffText,
  followedBy,
  followedByAll,
  lengthAfter,
  type TextChange,
} from '../../../core/anchoring';
import { changesOf } from './changes-of';

/** An edit as it stands: all that differs from the text with which it began, in UTF-16 units. */
export interface EditState {
  readonly changes: ChangeList;
  /** Where the last change ended, as long as the caret did not go elsewhere: what comes next there goes on with it. */
  readonly runsFrom: number | null;
}

export const editKey = new PluginKey<EditState>('emicEdit');

/** What a transaction says of itself. */
interface EditMeta {
  /** An undo or redo: the differences as they were then. */
  readonly changes?: ChangeList;
  /** Of the text that was replaced from an offset on, only these parts are others, counted from there. */
  readonly parts?: Parts;
  /** The parts are places all over the text: what is typed next goes on with none of them. */
  readonly isSpread?: boolean;
}

interface Parts {
  readonly at: number;
  readonly changes: ChangeList;
}

export function withMeta(transaction: Transaction, meta: EditMeta): Transaction {
  return transaction.setMeta(editKey, meta);
}

/**
 * Keeps the list of differences true to what is typed. Places of quotations follow from it and from where they stood
 * at the beginning, so that they can't drift, and an undo brings them back exactly.
 */
export function editPlugin(changes: ChangeList): Plugin<EditState> {
  return new Plugin<EditState>({
    key: editKey,
    state: {
      init: () => ({ changes, runsFrom: null }),
      apply(transaction, state) {
        const meta = transaction.getMeta(editKey) as EditMeta | undefined;
        if (meta?.changes) return { changes: meta.changes, runsFrom: null };
        if (!transaction.docChanged) {
          return transaction.selectionSet ? { ...state, runsFrom: null } : state;
        }
        const now = changesOf(transaction).reduce<EditState>(
          (before, change) => follow(before, change, meta?.parts),
          state,
        );
        return meta?.isSpread ? { ...now, runsFrom: null } : now;
      },
    },
  });
}

function follow({ changes, runsFrom }: EditState, change: TextChange, parts?: Parts): EditState {
  const joins = runsFrom !== null && (change.from === runsFrom || change.to === runsFrom);
  const after = { runsFrom: change.from + change.length };
  if (!parts || !fits(parts, change)) return { ...after, changes: followedBy(changes, change, joins) };
  const all = parts.changes.map((part) => ({
    from: part.from + parts.at,
    to: part.to + parts.at,
    length: part.length,
  }));
  return { ...after, changes: followedByAll(changes, all) };
}

function fits({ at, changes }: Parts, { from, to, length }: TextChange): boolean {
  return lengthAfter(to - from, changes) === length && at >= from && at + (changes.at(-1)?.to ?? 0) <= to;
}

/** Shorter texts are replaced as a whole. */
const leastCompared = 16;

/**
 * The words that differ where a text is pasted over another, so that quotations within stay. The ends of what was
 * replaced stay its ends: what is pasted at the end belongs to a passage that ended there.
 */
export function pastedParts(before: string, after: string): ChangeList | undefined {
  if (before.length < leastCompared || after.length < leastCompared) return undefined;
  const changes = diffText(before, after);
  return changes.map(({ from, to, length }) => {
    if (from < to) return { from, to, length };
    if (from === 0) return { from, to: 1, length: length + 1 };
    return from === before.length ? { from: from - 1, to, length: length + 1 } : { from, to, length };
  });
}
