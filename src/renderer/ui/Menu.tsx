import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { MenuEntries } from './menu-entries';
import type { MenuEntry } from './menu-entry';
import './Menu.css';

export interface MenuProps {
  /** A button. */
  readonly trigger: ReactElement;
  /** A function is called when the menu opens. */
  readonly items: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A menu below a button. */
export function Menu({ trigger, items, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} side={side} sideOffset={4} collisionPadding={8}>
          <OpenEntries items={items} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function OpenEntries({ items }: Pick<MenuProps, 'items'>) {
  return <MenuEntries parts={DropdownMenu} entries={typeof items === 'function' ? items() : items} />;
}
