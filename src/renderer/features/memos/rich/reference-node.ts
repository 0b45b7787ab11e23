import { InputRule, Node } from '@tiptap/core';
import type { MemoReference } from '../../../../core/memo-content';

/** The places of a memo's links in its page; who draws them listens. */
export class ReferencePlaces {
  private places: readonly ReferencePlace[] = [];
  private readonly listeners = new Set<() => void>();

  readonly read = (): readonly ReferencePlace[] => this.places;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(place: ReferencePlace): void {
    this.set([...this.places, place]);
  }

  remove(place: ReferencePlace): void {
    this.set(this.places.filter((each) => each !== place));
  }

  private set(places: readonly ReferencePlace[]): void {
    this.places = places;
    for (const listener of this.listeners) listener();
  }
}

export interface ReferencePlace {
  readonly key: number;
  readonly element: HTMLElement;
  readonly reference: MemoReference;
}

export interface ReferenceOptions {
  readonly places: ReferencePlaces;
  /** Somebody wants to insert a link at the caret. */
  readonly onAsk: () => void;
  /** Enter on a chosen link. */
  readonly onOpen: (reference: MemoReference) => void;
}

let keys = 0;

/** A link: it holds where it leads; its words are drawn by the page from what the project says now. */
export const Reference = Node.create<ReferenceOptions>({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    kind: { default: 'code', rendered: false },
    id: { default: '', rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-reference-kind]',
      getAttrs: (element: HTMLElement) => ({
        kind: element.dataset.referenceKind,
        id: element.dataset.referenceId,
      }),
    },
  ],
  renderHTML: ({ node }) => [
    'span',
    { 'data-reference-kind': node.attrs.kind, 'data-reference-id': node.attrs.id },
  ],
  addNodeView() {
    return ({ node }) => {
      const element = document.createElement('span');
      element.className = 'memo-reference';
      const place = { key: keys++, element, reference: node.attrs as MemoReference };
      this.options.places.add(place);
      return {
        dom: element,
        ignoreMutation: () => true,
        // A click opens the link; all else (dragging, choosing) is the editor's.
        stopEvent: (event) => event.type === 'click',
        selectNode: () => element.classList.add('is-chosen'),
        deselectNode: () => element.classList.remove('is-chosen'),
        destroy: () => this.options.places.remove(place),
      };
    };
  },
  addKeyboardShortcuts() {
    const chosen = () => {
      const { selection } = this.editor.state;
      const node =
        'node' in selection ? (selection.node as { type: { name: string }; attrs: unknown }) : null;
      return node?.type.name === this.name ? (node.attrs as MemoReference) : null;
    };
    return {
      Enter: () => {
        const reference = chosen();
        if (reference) this.options.onOpen(reference);
        return reference !== null;
      },
      'Mod-Shift-k': () => {
        this.options.onAsk();
        return true;
      },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /\[\[$/,
        handler: ({ state, range }) => {
          state.tr.delete(range.from, range.to);
          queueMicrotask(this.options.onAsk);
        },
      }),
    ];
  },
});
