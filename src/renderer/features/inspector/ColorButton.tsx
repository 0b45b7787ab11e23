import { useTranslation } from '../../i18n';
import { Popover, Swatch } from '../../ui';
import { ColorRing } from '../codes/ColorRing';

export interface ColorButtonProps {
  /** The code's name. */
  readonly name: string;
  readonly color: string;
  /** A folder of codes. */
  readonly isHollow: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (color: string) => void;
}

/** The code's colour; a click offers the others. */
export function ColorButton({ name, color, isHollow, isReadOnly, onChange }: ColorButtonProps) {
  const { t } = useTranslation();
  const label = t('inspector:code.colorOf', { name });
  const swatch = <Swatch color={color} size={14} isHollow={isHollow} />;
  if (isReadOnly) return swatch;
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className="color-button" aria-label={label}>
          {swatch}
        </button>
      }
    >
      <ColorRing value={color} onChange={onChange} />
    </Popover>
  );
}
