import { Wand2 } from 'lucide-react';
import { type Action, hasProject } from '../../actions/action';
import { openAutocode } from './autocode-wish';

export const autocodeActions: readonly Action[] = [
  {
    id: 'autocode.open',
    title: 'autocode:action.open',
    group: 'coding',
    icon: Wand2,
    shortcut: 'Mod+Shift+K',
    isEnabled: hasProject,
    run: () => openAutocode(),
  },
];
