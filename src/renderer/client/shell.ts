import type { Shell } from '../../contract/shell';

declare global {
  interface Window {
    readonly emic: Shell;
  }
}

/** What the machine offers: dialogs, menus, remembered choices. Exposed by the preload. */
export const shell: Shell = window.emic;
