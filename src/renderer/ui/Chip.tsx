import { X } from 'lucide-react';
import { classNames } from './class-names';
import './Chip.css';
import { Swatch } from './Swatch';

export interface ChipProps {
  readonly label: string;
  /** A code's stored colour, `#rrggbb`. */
  readonly color?: string;
  readonly onClick?: () => void;
  readonly onRemove?: () => void;
  /** Name of the removing button: “Remove clout”. Needed with `onRemove`. */
  readonly removeLabel?: string;
  /** An invitation (“Add a code”) instead of a thing. */
  readonly isGhost?: boolean;
  readonly title?: string;
}

export function Chip({ label, color, onClick, onRemove, removeLabel, isGhost = false, title }: ChipProps) {
  const face = (
    <>
      {color && <Swatch color={color} />}
      <span className="chip__label">{label}</span>
    </>
  );
  return (
    <span className={classNames('chip', isGhost && 'chip--ghost')} title={title}>
      {onClick ? (
        <button type="button" className="chip__face chip__face--button" onClick={onClick}>
          {face}
        </button>
      ) : (
        <span className="chip__face">{face}</span>
      )}
      {onRemove && (
        <button type="button" className="chip__remove" aria-label={removeLabel} onClick={onRemove}>
          <X size={12} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}
