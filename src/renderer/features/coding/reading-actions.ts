import { AlignLeft, ArrowDown, ArrowUp, MessagesSquare, TextSelect } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/action';
import { withActive } from './coding-commands';
import {
  extendUnit,
  growSelection,
  type ReadingUnit,
  selectUnit,
  shrinkSelection,
  stepUnit,
} from './selection-moves';
import { stepQuotation, stepUncoded } from './stepping';

function hasDocument({ session, activeTab }: ActionContext): boolean {
  return session.state === 'open' && activeTab?.kind === 'document';
}

/** The keys belong to the text: in a field for a name they are ordinary keys. */
export const reading = { group: 'coding', isShortcutHandledByView: true, isEnabled: hasDocument } as const;

const steps: readonly {
  readonly unit: ReadingUnit;
  /** As the ids say it. */
  readonly name: 'Sentence' | 'Paragraph' | 'Turn';
  readonly next: string;
  readonly previous: string;
  readonly extend: string;
  readonly extendBack: string;
}[] = [
  {
    unit: 'sentence',
    name: 'Sentence',
    next: 'Alt+ArrowDown',
    previous: 'Alt+ArrowUp',
    extend: 'Alt+Shift+ArrowDown',
    extendBack: 'Alt+Shift+ArrowUp',
  },
  {
    unit: 'paragraph',
    name: 'Paragraph',
    next: 'Mod+ArrowDown',
    previous: 'Mod+ArrowUp',
    extend: 'Mod+Shift+ArrowDown',
    extendBack: 'Mod+Shift+ArrowUp',
  },
  {
    unit: 'turn',
    name: 'Turn',
    next: 'Alt+PageDown',
    previous: 'Alt+PageUp',
    extend: 'Alt+Shift+PageDown',
    extendBack: 'Alt+Shift+PageUp',
  },
];

/** How the eye and the selection move through a document by keyboard. */
export const readingActions: readonly Action[] = [
  {
    ...reading,
    id: 'coding.nextQuotation',
    title: 'coding:nextQuotation',
    icon: ArrowDown,
    shortcut: ['F8', ']'],
    run: withActive((document) => stepQuotation(document, 1)),
  },
  {
    ...reading,
    id: 'coding.previousQuotation',
    title: 'coding:previousQuotation',
    icon: ArrowUp,
    shortcut: ['Shift+F8', '['],
    run: withActive((document) => stepQuotation(document, -1)),
  },
  {
    ...reading,
    id: 'coding.nextUncoded',
    title: 'coding:nextUncoded',
    icon: ArrowDown,
    shortcut: 'F9',
    run: withActive((document) => stepUncoded(document, 1)),
  },
  {
    ...reading,
    id: 'coding.previousUncoded',
    title: 'coding:previousUncoded',
    icon: ArrowUp,
    shortcut: 'Shift+F9',
    run: withActive((document) => stepUncoded(document, -1)),
  },
  ...steps.flatMap(({ unit, name, next, previous }): readonly Action[] => [
    {
      ...reading,
      id: `coding.next${name}`,
      title: `coding:next${name}`,
      icon: ArrowDown,
      shortcut: next,
      run: withActive((document) => stepUnit(document, unit, 1)),
    },
    {
      ...reading,
      id: `coding.previous${name}`,
      title: `coding:previous${name}`,
      icon: ArrowUp,
      shortcut: previous,
      run: withActive((document) => stepUnit(document, unit, -1)),
    },
  ]),
  ...steps.flatMap(({ unit, name, extend, extendBack }): readonly Action[] => [
    {
      ...reading,
      id: `coding.extend${name}`,
      title: `coding:extend${name}`,
      shortcut: extend,
      run: withActive((document) => extendUnit(document, unit, 1)),
    },
    {
      ...reading,
      id: `coding.extend${name}Back`,
      title: `coding:extend${name}Back`,
      shortcut: extendBack,
      run: withActive((document) => extendUnit(document, unit, -1)),
    },
  ]),
  {
    ...reading,
    id: 'coding.selectWord',
    title: 'coding:selectWord',
    icon: TextSelect,
    shortcut: 'Alt+1',
    run: withActive((document) => selectUnit(document, 'word')),
  },
  {
    ...reading,
    id: 'coding.selectSentence',
    title: 'coding:selectSentence',
    icon: TextSelect,
    shortcut: 'Alt+2',
    run: withActive((document) => selectUnit(document, 'sentence')),
  },
  {
    ...reading,
    id: 'coding.selectParagraph',
    title: 'coding:selectParagraph',
    icon: AlignLeft,
    shortcut: 'Alt+3',
    run: withActive((document) => selectUnit(document, 'paragraph')),
  },
  {
    ...reading,
    id: 'coding.selectTurn',
    title: 'coding:selectTurn',
    icon: MessagesSquare,
    shortcut: 'Alt+4',
    run: withActive((document) => selectUnit(document, 'turn')),
  },
  {
    ...reading,
    id: 'coding.grow',
    title: 'coding:grow',
    icon: TextSelect,
    shortcut: ['+', 'Alt+Shift+ArrowRight'],
    run: withActive(growSelection),
  },
  {
    ...reading,
    id: 'coding.shrink',
    title: 'coding:shrink',
    icon: TextSelect,
    shortcut: ['-', 'Alt+Shift+ArrowLeft'],
    run: withActive(shrinkSelection),
  },
];
