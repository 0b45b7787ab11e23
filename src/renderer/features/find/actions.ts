import { ChevronDown, ChevronUp, FileSearch, Search } from 'lucide-react';
import { type Action, type ActionContext, hasProject } from '../../actions/action';
import { activeDocument } from '../coding/open-documents';
import { openFindBar, selectedWords, stepFind } from './find-bar-store';
import { findMemory } from './find-options';
import { openFindView } from './find-wish';

function hasDocument({ session, activeTab }: ActionContext): boolean {
  return session.state === 'open' && activeTab?.kind === 'document';
}

/** A view other than a document has a field of its own for words, or the search is one in all documents. */
function findHere({ activeTab }: ActionContext): void {
  if (activeTab?.kind === 'document') openFindBar();
  else if (!focusOwnField()) findInAll();
}

function focusOwnField(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('[role="tabpanel"] input[type="search"]');
  const field = [...fields].find((each) => each.checkVisibility());
  field?.focus();
  field?.select();
  return field !== undefined;
}

function findInAll(): void {
  const open = activeDocument();
  const words = open && selectedWords(open);
  openFindView(words ? { ...findMemory.getState().options, kind: 'text', text: words } : null);
}

export const findActions: readonly Action[] = [
  {
    id: 'find.inDocument',
    title: 'find:action.inDocument',
    group: 'edit',
    icon: Search,
    shortcut: 'Mod+F',
    isEnabled: hasProject,
    run: findHere,
  },
  {
    id: 'find.next',
    title: 'find:action.next',
    group: 'edit',
    icon: ChevronDown,
    shortcut: ['F3', 'Mod+G'],
    isEnabled: hasDocument,
    run: () => stepFind(1),
  },
  {
    id: 'find.previous',
    title: 'find:action.previous',
    group: 'edit',
    icon: ChevronUp,
    shortcut: ['Shift+F3', 'Mod+Shift+G'],
    isEnabled: hasDocument,
    run: () => stepFind(-1),
  },
  {
    id: 'find.inAll',
    title: 'find:action.inAll',
    group: 'edit',
    icon: FileSearch,
    shortcut: 'Mod+Shift+F',
    isEnabled: hasProject,
    run: findInAll,
  },
];
