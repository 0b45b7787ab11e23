import { deleteSelection, selectAll, splitBlock } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import {
  type Command,
  type EditorState,
  type Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { normalizeText } from '../../../core/text';
import { pastedParts, withMeta } from './edit-state';
import { offsetAt, positionAt, textOf } from './text-projection';

/** Keys that make or join paragraphs; what is typed within one is left to the browser. */
export function editKeys(): Plugin {
  const backwards: Command = (state, dispatch) =>
    deleteSelection(state, dispatch) || join(state, dispatch, -1);
  const forwards: Command = (state, dispatch) => deleteSelection(state, dispatch) || join(state, dispatch, 1);
  return keymap({
    Enter: splitBlock,
    'Shift-Enter': splitBlock,
    Backspace: backwards,
    'Mod-Backspace': backwards,
    'Shift-Backspace': backwards,
    Delete: forwards,
    'Mod-Delete': forwards,
    'Mod-a': selectAll,
    Tab: () => false,
  });
}

/** At the edge of a paragraph, the line end between it and its neighbour goes, also across the edge of a group. */
function join(
  { doc, selection, tr }: EditorState,
  dispatch: ((transaction: typeof tr) => void) | undefined,
  direction: -1 | 1,
): boolean {
  if (!(selection instanceof TextSelection) || !selection.empty) return false;
  const { $from } = selection;
  const isAtEdge =
    direction < 0 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
  if (!isAtEdge) return false;
  const beyond = direction < 0 ? $from.before() : $from.after();
  const other = Selection.findFrom(doc.resolve(beyond), direction, true);
  // The first paragraph has none before it; the key is used all the same, so that the browser does nothing odd.
  if (!other) return true;
  const [from, to] = direction < 0 ? [other.head, $from.pos] : [$from.pos, other.head];
  dispatch?.(tr.delete(from, to).scrollIntoView());
  return true;
}

/** Puts a plain text in the place of the selection, a paragraph for each line, the caret behind it. */
export function replaceSelection(state: EditorState, raw: string): Transaction {
  const { doc, schema, selection, tr } = state;
  const text = normalizeText(raw).text;
  const start = offsetAt(doc, selection.from);
  const end = offsetAt(doc, selection.to);
  const [from, to] = [positionAt(doc, start), positionAt(doc, end)];
  const changes = pastedParts(textOf(doc, from, to), text);
  // Exactly this range: the helpers for selections widen it where whole paragraphs are selected.
  tr.replace(from, to, linesAsSlice(schema, text)).setMeta('paste', true);
  tr.setSelection(TextSelection.create(tr.doc, positionAt(tr.doc, start + text.length)));
  return changes ? withMeta(tr, { parts: { at: start, changes } }) : tr;
}

function linesAsSlice(schema: Schema, text: string): Slice {
  const { paragraph } = schema.nodes;
  if (!paragraph) throw new Error('the schema lacks paragraphs');
  const lines = text
    .split('\n')
    .map((line) => paragraph.create(null, line === '' ? null : schema.text(line)));
  return new Slice(Fragment.fromArray(lines), 1, 1);
}

const textKeys = /^(?:Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete|Enter)$/;

/** Keys that move and change text, whatever they do elsewhere in the window. */
export function isTextKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return textKeys.test(key) || ((ctrlKey || metaKey) && !altKey && /^[acvxzy]$/i.test(key));
}
