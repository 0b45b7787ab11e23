import { create } from 'zustand';
import { shell } from '../client/shell';

/** Keys that the person has given to actions on this machine, by the action's id; an empty list: none at all. */
type ChangedShortcuts = Readonly<Record<string, readonly string[]>>;

const setting = 'shortcuts';

export const shortcutStore = create<{ readonly changed: ChangedShortcuts }>(() => ({
  changed: read(shell.settings.choices[setting]),
}));

shell.onSettingSaved(({ choices }) => {
  if (choices && setting in choices) shortcutStore.setState({ changed: read(choices[setting]) });
});

/** What has keys: an action, as much of it as matters. */
export interface Keyed {
  readonly id: string;
  readonly shortcut?: string | readonly string[];
}

/** The keys that an action has from the start. */
export function usualShortcuts({ shortcut }: Keyed): readonly string[] {
  return typeof shortcut === 'string' ? [shortcut] : (shortcut ?? []);
}

/** The keys that an action has now. The first one is shown where there is room for one. */
export function shortcutsOf(action: Keyed): readonly string[] {
  return shortcutStore.getState().changed[action.id] ?? usualShortcuts(action);
}

/** For a button of the action outside the registry's reach: what is shown beside it. */
export function shownKeys(id: string, usual: string): string | undefined {
  return shortcutsOf({ id, shortcut: usual })[0];
}

export function isChanged(action: Keyed): boolean {
  return Object.hasOwn(shortcutStore.getState().changed, action.id);
}

/** Gives actions other keys, all in one step; those that an action has from the start are no change. */
export function changeShortcuts(changes: readonly (readonly [Keyed, readonly string[]])[]): void {
  const changed = new Map(Object.entries(shortcutStore.getState().changed));
  for (const [action, shortcuts] of changes) {
    if (isSame(shortcuts, usualShortcuts(action))) changed.delete(action.id);
    else changed.set(action.id, shortcuts);
  }
  keep(Object.fromEntries(changed));
}

export function resetAllShortcuts(): void {
  keep({});
}

function keep(changed: ChangedShortcuts): void {
  shortcutStore.setState({ changed });
  shell.saveSetting('choices', { [setting]: Object.keys(changed).length > 0 ? changed : null });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((shortcut, index) => shortcut === other[index]);
}

/** Whatever stands in the settings' file. */
function read(saved: unknown): ChangedShortcuts {
  if (typeof saved !== 'object' || saved === null) return {};
  const entries = Object.entries(saved).flatMap(([id, shortcuts]: [string, unknown]) =>
    Array.isArray(shortcuts) && shortcuts.every((one) => typeof one === 'string' && one.length < 60)
      ? [[id, shortcuts as readonly string[]] as const]
      : [],
  );
  return Object.fromEntries(entries);
}
