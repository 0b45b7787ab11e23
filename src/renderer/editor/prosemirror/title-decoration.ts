import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
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
          init: (_config, state) => {
            if (!lines) return DecorationSet.empty;
            const classes = new Map([
              [lines.title, 'is-title'],
              ...lines.above.map((line) => [line, 'is-above-title'] as const),
            ]);
            const decorations: Decoration[] = [];
            let line = 0;
            state.doc.descendants((node, position) => {
              if (line > lines.title) return false;
              if (node.type.name !== 'paragraph') return true;
              const name = classes.get(line);
              if (name)
                decorations.push(Decoration.node(position, position + node.nodeSize, { class: name }));
              line += 1;
              return false;
            });
            return DecorationSet.create(state.doc, decorations);
          },
          apply: (transaction, decorations) => decorations.map(transaction.mapping, transaction.doc),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
