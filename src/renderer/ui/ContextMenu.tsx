import { ContextMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { MenuEntries } from './menu-entries';
import type { MenuEntry } from './menu-entry';
import './Menu.css';

export interface ContextMenuProps {
  /** One element; a right click on it, or the menu key within it, opens the menu. */
  readonly children: ReactElement;
  /** A function is called when the menu opens. */
  readonly items: readonly MenuEntry[] | (() => readonly MenuEntry[]);
}

export function ContextMenu({ children, items }: ContextMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" collisionPadding={8}>
          <OpenEntries items={items} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function OpenEntries({ items }: Pick<ContextMenuProps, 'items'>) {
  return <MenuEntries parts={Radix} entries={typeof items === 'function' ? items() : items} />;
}
