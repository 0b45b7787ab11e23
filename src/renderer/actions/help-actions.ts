import { Info, Keyboard, UserRound } from 'lucide-react';
import type { Action } from './action';
import { openDialog } from './dialog-store';

export const helpActions: readonly Action[] = [
  {
    id: 'help.shortcuts',
    title: 'actions:shortcuts',
    group: 'help',
    icon: Keyboard,
    shortcut: '?',
    run: () => openDialog('shortcuts'),
  },
  {
    id: 'help.changeShortcuts',
    title: 'actions:changeShortcuts',
    group: 'help',
    icon: Keyboard,
    run: () => openDialog('keys'),
  },
  {
    id: 'coder.edit',
    title: 'actions:coder',
    group: 'help',
    icon: UserRound,
    run: () => openDialog('coder'),
  },
  { id: 'help.about', title: 'actions:about', group: 'help', icon: Info, run: () => openDialog('about') },
];
