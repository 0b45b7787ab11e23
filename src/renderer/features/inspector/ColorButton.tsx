import { useTranslation } from '../../i18n';
import { Popover, Swatch } from '../../ui';
import { ColorRing } from '../codes/ColorRing';

export interface ColorButtonProps {
  /** The code's name. */
  readonly name: string;
  readonly color: string;
  readonly isReadOnly: boolean;
  readonly onChange: (color: string) => void;
}

/** The code's colour; a click offers the others. */
export function ColorButton({ name, color, isReadOnly, onChange }: ColorButtonProps) {
  const { t } = useTranslation();
  const label = t('inspector:code.colorOf', { name });
  if (isReadOnly) return <Swatch color={color} size={14} />;
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className="color-button" aria-label={label}>
          <Swatch color={color} size={14} />
        </button>
      }
    >
      <ColorRing value={color} onChange={onChange} />
    </Popover>
  );
}
