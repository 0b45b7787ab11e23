import { Check } from 'lucide-react';

/** A switch among the chips of a toolbar. */
export function ToggleChip({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <button type="button" className="toggle-chip" aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {isOn && <Check size={14} strokeWidth={1.75} aria-hidden />}
      {label}
    </button>
  );
}
