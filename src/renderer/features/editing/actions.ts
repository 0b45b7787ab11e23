import { FilePenLine, FileUp, Replace } from 'lucide-react';
import type { SourceId } from '../../../core/ids';
import type { Action, ActionContext } from '../../actions/action';
import { heldAnswer } from '../../client/query-client';
import { editingStore } from './editing-store';

/** Not needed at start. */
const editing = () => import('./start-editing');

function sourceOf({ session, activeTab }: ActionContext): SourceId | null {
  return session.state === 'open' && activeTab?.kind === 'document' ? activeTab.sourceId : null;
}

function nameOf(id: SourceId): string {
  return heldAnswer('sources.tree', {})?.sources.find((source) => source.id === id)?.name ?? '';
}

/** Also where nothing can be changed: then the person is told why. */
export const editingActions: readonly Action[] = [
  {
    id: 'source.editText',
    title: 'editing:start',
    group: 'edit',
    icon: FilePenLine,
    shortcut: 'F4',
    isEnabled: (context) => {
      const id = sourceOf(context);
      return id !== null && !editingStore.getState().edits[id];
    },
    run: async (context) => {
      const id = sourceOf(context);
      if (id) await (await editing()).startEditing(id);
    },
  },
  {
    id: 'source.replaceWords',
    title: 'editing:replaceWords',
    group: 'edit',
    icon: Replace,
    shortcut: ['Mod+H', 'Mod+Alt+F'],
    isEnabled: (context) => sourceOf(context) !== null,
    run: async (context) => {
      const id = sourceOf(context);
      if (id) await (await editing()).replaceWords(id);
    },
  },
  {
    id: 'source.replaceText',
    title: 'editing:replace',
    group: 'edit',
    icon: FileUp,
    isEnabled: (context) => sourceOf(context) !== null,
    run: async (context) => {
      const id = sourceOf(context);
      if (id) await (await editing()).chooseNewerVersion(id, nameOf(id));
    },
  },
];
