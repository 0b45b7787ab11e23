import './Kbd.css';
import { shortcutText } from './shortcut';

/** Keys as this system writes them. `keys` as in an action: `Mod+Shift+K`. */
export function Kbd({ keys, isPlain = false }: { readonly keys: string; readonly isPlain?: boolean }) {
  return <kbd className={isPlain ? 'kbd kbd--plain' : 'kbd'}>{shortcutText(keys)}</kbd>;
}
