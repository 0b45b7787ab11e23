import { Redo2, Undo2 } from 'lucide-react';
import { redo, undo } from '../features/history/travel';
import { labelText } from '../i18n';
import type { Action, ActionContext } from './action';

function labelOf({ session }: ActionContext, direction: 'undo' | 'redo'): string {
  const label = session.state === 'open' ? session[direction] : null;
  return label ? labelText(label) : '';
}

function canTravel({ session }: ActionContext, direction: 'undo' | 'redo'): boolean {
  return session.state === 'open' && session.readOnly === null && session[direction] !== null;
}

export const editActions: readonly Action[] = [
  {
    id: 'history.undo',
    title: 'actions:undo',
    titleValues: (context) => ({ label: labelOf(context, 'undo') }),
    group: 'edit',
    icon: Undo2,
    shortcut: 'Mod+Z',
    isForText: true,
    isEnabled: (context) => canTravel(context, 'undo'),
    run: undo,
  },
  {
    id: 'history.redo',
    title: 'actions:redo',
    titleValues: (context) => ({ label: labelOf(context, 'redo') }),
    group: 'edit',
    icon: Redo2,
    shortcut: ['Mod+Shift+Z', 'Mod+Y'],
    isForText: true,
    isEnabled: (context) => canTravel(context, 'redo'),
    run: redo,
  },
];
