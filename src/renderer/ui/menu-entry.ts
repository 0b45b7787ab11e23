import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A line of a menu, as data. */
export type MenuEntry =
  | {
      readonly type?: 'item';
      readonly label: string;
      readonly icon?: LucideIcon;
      /** In place of an icon. */
      readonly leading?: ReactNode;
      readonly shortcut?: string;
      readonly isEnabled?: boolean;
      /** Given: a switch. */
      readonly isChecked?: boolean;
      readonly danger?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly type: 'separator' }
  | { readonly type: 'label'; readonly label: string }
  | {
      readonly type: 'submenu';
      readonly label: string;
      readonly icon?: LucideIcon;
      /** In place of an icon. */
      readonly leading?: ReactNode;
      readonly items: readonly MenuEntry[];
    };
