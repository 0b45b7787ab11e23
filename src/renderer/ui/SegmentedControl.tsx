import type { LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import './SegmentedControl.css';

export interface SegmentedControlProps<T extends string> {
  /** Name for assistive technology. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: LucideIcon }[];
  readonly onChange: (value: T) => void;
}

/** One of two to five, all seen. */
export function SegmentedControl<T extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedControlProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      className="segmented"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next as T)}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className="segmented__item">
          {option.icon && <option.icon size={15} strokeWidth={1.5} aria-hidden />}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
