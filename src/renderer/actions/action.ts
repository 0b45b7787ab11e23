import type { LucideIcon } from 'lucide-react';
import type { SessionState } from '../../contract/events';
import type { Tab } from '../app/workspace-store';

/** What an action may look at to say whether it is possible. */
export interface ActionContext {
  readonly session: SessionState;
  readonly activeTab: Tab | null;
}

export const actionGroups = ['file', 'edit', 'coding', 'view', 'help'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** Something a person can do, as data: menu, palette, keyboard and buttons share it. */
export interface Action {
  /** `noun.verb`, unique. */
  readonly id: string;
  /** Key of its name for `t`: `coding:apply`. */
  readonly title: string;
  /** Values for the name: what is undone. */
  readonly titleValues?: (context: ActionContext) => Readonly<Record<string, string | number>>;
  readonly group: ActionGroup;
  readonly icon?: LucideIcon;
  /**
   * Keys such as `Mod+Shift+K` (`Mod`: Ctrl, on macOS Command), `F2`, `[`. A shortcut without Mod, Ctrl or Alt
   * works only outside text fields. The first of several is the one shown.
   */
  readonly shortcut?: string | readonly string[];
  /** Leave the keys alone in a focused text field (undo: the field has its own). */
  readonly isForText?: boolean;
  /** Keys are handled by the view that owns them; the shortcut is only shown. */
  readonly isShortcutHandledByView?: boolean;
  readonly isEnabled?: (context: ActionContext) => boolean;
  /** A switch: shown with a tick. */
  readonly isChecked?: (context: ActionContext) => boolean;
  /** Not in the palette or not in the menu. */
  readonly hiddenIn?: readonly ('palette' | 'menu' | 'sheet')[];
  readonly run: (context: ActionContext) => void | Promise<void>;
}

/** For `isEnabled`: a project is open. */
export function hasProject({ session }: ActionContext): boolean {
  return session.state === 'open';
}

/** For `isEnabled`: a project is open and can be changed. */
export function canChange({ session }: ActionContext): boolean {
  return session.state === 'open' && session.readOnly === null;
}
