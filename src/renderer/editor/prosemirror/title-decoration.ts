import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { TitleLines } from '../model/title-line';

const key = new PluginKey<DecorationSet>('titleDecoration');

/** Marks the line that repeats the document's name as its heading, and what stands above it as small print. */
export const TitleDecoration = Extension.create<{ lines: TitleLines | null }>({
  name: 'titleDecoration',
  addOptions: () => ({ lines: null }),
  addProseMirrorPlugins() {
    const { lines } = this.options;
    return [
      new Plugin({
        key,
        state: {
          init: (_config, state) => decorate(state.doc, lines),
          apply: (transaction, decorations) => {
            const renamed: { lines: TitleLines | null } | undefined = transaction.getMeta(key);
            return renamed
              ? decorate(transaction.doc, renamed.lines)
              : decorations.map(transaction.mapping, transaction.doc);
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

/** Other lines are the title's now, or none. */
export function setTitleLines(view: EditorView, lines: TitleLines | null): void {
  view.dispatch(view.state.tr.setMeta(key, { lines }));
}

function decorate(document: Node, lines: TitleLines | null): DecorationSet {
  if (!lines) return DecorationSet.empty;
  const classes = new Map([
    [lines.title, 'is-title'],
    ...lines.above.map((line) => [line, 'is-above-title'] as const),
  ]);
  const decorations: Decoration[] = [];
  let line = 0;
  document.descendants((node, position) => {
    if (line > lines.title) return false;
    if (node.type.name !== 'paragraph') return true;
    const name = classes.get(line);
    if (name) decorations.push(Decoration.node(position, position + node.nodeSize, { class: name }));
    line += 1;
    return false;
  });
  return DecorationSet.create(document, decorations);
}
