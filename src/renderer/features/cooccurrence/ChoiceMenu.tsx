import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';

export interface ChoiceMenuProps<T extends string> {
  /** What is chosen, shown before the choice: `Colour by c, bounded`. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly description?: string;
    /** Why it can't be chosen now. */
    readonly refusal?: string | null;
  }[];
  readonly onChange: (value: T) => void;
}

/** Like `Select`, but what is impossible stays in the list and says why. */
export function ChoiceMenu<T extends string>({ label, value, options, onChange }: ChoiceMenuProps<T>) {
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="select">
        <span className="select__label">{label} </span>
        <span className="select__value">{chosen}</span>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu choice-menu" align="start" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
            {options.map((option) => (
              <DropdownMenu.RadioItem
                key={option.value}
                value={option.value}
                className="menu__item"
                disabled={Boolean(option.refusal)}
              >
                <span className="menu__leading">
                  <DropdownMenu.ItemIndicator>
                    <Check size={16} strokeWidth={1.75} aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className="select__option">
                  {option.label}
                  {(option.refusal ?? option.description) && (
                    <span className="select__description">{option.refusal ?? option.description}</span>
                  )}
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
