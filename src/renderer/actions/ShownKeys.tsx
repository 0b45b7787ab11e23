import { Kbd } from '../ui';
import { shortcutStore, shownKeys } from './shortcut-store';

/** The keys of an action as they are now; nothing where it has none. */
export function ShownKeys({ id, usual }: { readonly id: string; readonly usual: string }) {
  const keys = shortcutStore(() => shownKeys(id, usual));
  return keys === undefined ? null : <Kbd keys={keys} />;
}
