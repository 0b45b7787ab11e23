import { ArrowLeft, ArrowRight, List, ListTree, Printer } from 'lucide-react';
import type { Action, ActionContext } from '../../actions/action';
import { chooseReading, measures, numberings, readingStore } from '../../app/reading-store';
import { canTravel, travel } from '../../app/trail-store';
import { shell } from '../../client/shell';
import { activeDocument } from '../coding/open-documents';
import { listCodingsHere, listQuotationsHere } from './codings-here';

function hasDocument({ session, activeTab }: ActionContext): boolean {
  return session.state === 'open' && activeTab?.kind === 'document';
}

/** On macOS Alt with arrows moves the caret by words. */
const isMac = shell.platform === 'darwin';

/** How texts are looked at, and the way from place to place. */
export const documentActions: readonly Action[] = [
  {
    id: 'view.back',
    title: 'actions:back',
    group: 'view',
    icon: ArrowLeft,
    shortcut: isMac ? 'Ctrl+-' : 'Alt+ArrowLeft',
    isEnabled: () => canTravel(-1),
    run: () => travel(-1),
  },
  {
    id: 'view.forward',
    title: 'actions:forward',
    group: 'view',
    icon: ArrowRight,
    shortcut: isMac ? 'Ctrl+Shift+-' : 'Alt+ArrowRight',
    isEnabled: () => canTravel(1),
    run: () => travel(1),
  },
  {
    id: 'document.codingsHere',
    title: 'actions:codingsHere',
    group: 'view',
    icon: ListTree,
    shortcut: 'Shift+Enter',
    isShortcutHandledByView: true,
    isEnabled: hasDocument,
    run: () => {
      const document = activeDocument();
      if (document) listCodingsHere(document);
    },
  },
  {
    id: 'document.quotationsHere',
    title: 'actions:quotationsHere',
    group: 'view',
    icon: List,
    isEnabled: hasDocument,
    run: () => {
      const document = activeDocument();
      if (document) listQuotationsHere(document);
    },
  },
  {
    id: 'document.print',
    title: 'actions:printDocument',
    group: 'file',
    icon: Printer,
    shortcut: 'Mod+P',
    isEnabled: hasDocument,
    run: async () => {
      const document = activeDocument();
      if (document) (await import('./print-document')).printDocument(document);
    },
  },
  ...measures.map(
    (measure): Action => ({
      id: `view.measure.${measure}`,
      title: `actions:measure.${measure}`,
      group: 'view',
      isChecked: () => readingStore.getState().measure === measure,
      run: () => chooseReading({ measure }),
    }),
  ),
  ...numberings.map(
    (numbers): Action => ({
      id: `view.numbers.${numbers}`,
      title: `actions:numbers.${numbers}`,
      group: 'view',
      isChecked: () => readingStore.getState().numbers === numbers,
      run: () => chooseReading({ numbers }),
    }),
  ),
];
