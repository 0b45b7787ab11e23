import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId } from 'react';
import './Checkbox.css';

export interface CheckboxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly checked: boolean | 'mixed';
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function Checkbox({ label, isLabelHidden = false, checked, onChange, disabled }: CheckboxProps) {
  const id = useId();
  const Sign = checked === 'mixed' ? Minus : Check;
  return (
    <span className="checkbox">
      <Radix.Root
        id={id}
        className="checkbox__box"
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
      >
        <Radix.Indicator className="checkbox__sign">
          <Sign size={12} strokeWidth={2.5} aria-hidden />
        </Radix.Indicator>
      </Radix.Root>
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
    </span>
  );
}
