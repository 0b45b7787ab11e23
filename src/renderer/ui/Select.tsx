import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { classNames } from './class-names';
import './Menu.css';
import './Select.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A second, quiet line. */
  readonly description?: string;
  /** Why it can't be chosen now: it stays in the list and says so. */
  readonly refusal?: string | null;
}

export interface SelectProps<T extends string> {
  /** What is chosen: shown before the choice (`Relation overlaps`) unless hidden. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One of a few, as a button that opens a menu. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden = false, value, options, onChange, disabled = false, className } = props;
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={classNames('select', className)}
        disabled={disabled}
        {...(isLabelHidden ? { 'aria-label': `${label}: ${chosen}` } : {})}
      >
        {!isLabelHidden && <span className="select__label">{label} </span>}
        <span className="select__value">{chosen}</span>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu select__menu" align="start" sideOffset={4} collisionPadding={8}>
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
