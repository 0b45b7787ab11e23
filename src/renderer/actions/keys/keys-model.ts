import { t } from '../../i18n';
import { shortcutText } from '../../ui/shortcut';
import type { Action, ActionContext } from '../action';
import { actions } from '../registry';
import { findByPress, type KeyPress } from '../shortcut-match';
import { type PressQuestion, refusalOf, shortcutOfPress } from '../shortcut-press';
import { changeShortcuts, shortcutsOf } from '../shortcut-store';

/** What came of keys that were pressed for an action. */
export type Heard =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: string }
  /** Others have these keys, wholly or by the place of the key. */
  | { readonly kind: 'taken'; readonly shortcut: string; readonly from: readonly Action[] }
  | { readonly kind: 'free'; readonly shortcut: string };

export interface Recording {
  readonly action: Action;
  /** Which of its keys the new ones replace; null: they are added. */
  readonly replaced: string | null;
}

/** The command's name without what changes with the moment: “Undo”. */
export function plainTitle(action: Action, context: ActionContext): string {
  return t(action.title, { ...action.titleValues?.(context), label: '' }).trim();
}

export function hear(
  press: KeyPress,
  { action, replaced }: Recording,
  platform: PressQuestion['platform'],
): Heard {
  const question = { press, platform, isInText: action.isShortcutHandledByView === true };
  const shortcut = shortcutOfPress(question);
  if (shortcut === null) return { kind: 'nothing' };
  const keys = shortcutText(shortcut);
  const refusal = refusalOf(question);
  if (refusal) return { kind: 'refused', why: t(`actions:keys.refused.${refusal}`, { keys }) };
  const own = shortcutsOf(action);
  if (shortcut !== replaced && own.includes(shortcut))
    return { kind: 'refused', why: t('actions:keys.already', { keys }) };
  const from = holders(press, shortcut, platform === 'darwin').filter(({ id }) => id !== action.id);
  return from.length > 0 ? { kind: 'taken', shortcut, from } : { kind: 'free', shortcut };
}

/** Whoever would answer to the press as things are, and whoever has just these keys written down. */
function holders(press: KeyPress, shortcut: string, isMac: boolean): readonly Action[] {
  return actions.filter(
    (action) =>
      shortcutsOf(action).includes(shortcut) ||
      findByPress([action], shortcutsOf, { press, isMac }) !== undefined,
  );
}

/** Gives the keys to the action, and takes them from those who had them. */
export function give(
  { action, replaced }: Recording,
  shortcut: string,
  from: readonly Action[],
  press: KeyPress,
  isMac: boolean,
): void {
  const own = shortcutsOf(action);
  const next = replaced === null ? [...own, shortcut] : own.map((one) => (one === replaced ? shortcut : one));
  const fits = (one: string) =>
    one === shortcut || findByPress([one], (keys) => [keys], { press, isMac }) !== undefined;
  changeShortcuts([
    [action, next],
    ...from.map((other) => [other, shortcutsOf(other).filter((one) => !fits(one))] as const),
  ]);
}

/** Fits what was typed: words of the name in any order, or keys as they are shown. */
export function isFound(title: string, shortcuts: readonly string[], search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const name = title.toLowerCase();
  const keys = shortcuts.map((shortcut) => shortcutText(shortcut).toLowerCase());
  const plain = wanted.replace(/\s*\+\s*/g, ' ').trim();
  return (
    wanted.split(/\s+/).every((word) => name.includes(word)) ||
    keys.some((one) => one.includes(plain || wanted))
  );
}
