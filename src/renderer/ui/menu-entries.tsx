import { Check, ChevronRight } from 'lucide-react';
import type { ContextMenu, DropdownMenu } from 'radix-ui';
import { Kbd } from './Kbd';
import type { MenuEntry } from './menu-entry';

/** Both menus of Radix have the same parts. */
type Parts = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  | 'Item'
  | 'CheckboxItem'
  | 'ItemIndicator'
  | 'Separator'
  | 'Label'
  | 'Sub'
  | 'SubTrigger'
  | 'SubContent'
  | 'Portal'
>;

export function MenuEntries({
  parts,
  entries,
}: {
  readonly parts: Parts;
  readonly entries: readonly MenuEntry[];
}) {
  return entries.map((entry, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the entries of an open menu don't change places
    <MenuLine key={index} parts={parts} entry={entry} />
  ));
}

function MenuLine({ parts, entry }: { readonly parts: Parts; readonly entry: MenuEntry }) {
  switch (entry.type) {
    case 'separator':
      return <parts.Separator className="menu__separator" />;
    case 'label':
      return <parts.Label className="menu__label">{entry.label}</parts.Label>;
    case 'submenu':
      return (
        <parts.Sub>
          <parts.SubTrigger className="menu__item">
            <span className="menu__leading">
              {entry.leading ?? (entry.icon && <entry.icon size={16} strokeWidth={1.5} aria-hidden />)}
            </span>
            <span className="menu__text">{entry.label}</span>
            <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
          </parts.SubTrigger>
          <parts.Portal>
            <parts.SubContent className="menu" collisionPadding={8}>
              <MenuEntries parts={parts} entries={entry.items} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
    default:
      return <MenuItemLine parts={parts} entry={entry} />;
  }
}

type ItemEntry = Extract<MenuEntry, { onSelect: unknown }>;

function MenuItemLine({ parts, entry }: { readonly parts: Parts; readonly entry: ItemEntry }) {
  const className = entry.danger ? 'menu__item menu__item--danger' : 'menu__item';
  const content = (
    <>
      <span className="menu__leading">
        {entry.isChecked ? (
          <Check size={16} strokeWidth={1.75} aria-hidden />
        ) : (
          (entry.leading ?? (entry.icon && <entry.icon size={16} strokeWidth={1.5} aria-hidden />))
        )}
      </span>
      <span className="menu__text">{entry.label}</span>
      {entry.shortcut && <Kbd keys={entry.shortcut} isPlain />}
    </>
  );
  const disabled = entry.isEnabled === false;
  if (entry.isChecked === undefined) {
    return (
      <parts.Item className={className} disabled={disabled} onSelect={entry.onSelect}>
        {content}
      </parts.Item>
    );
  }
  return (
    <parts.CheckboxItem
      className={className}
      disabled={disabled}
      checked={entry.isChecked}
      onSelect={entry.onSelect}
    >
      {content}
    </parts.CheckboxItem>
  );
}
