import { useTranslation } from '../../i18n';
import { Popover, Swatch } from '../../ui';
import { ColorRing } from '../codes/ColorRing';

export interface TypeColorProps {
  readonly name: string;
  readonly color: string;
  readonly isReadOnly: boolean;
  readonly onChange: (color: string) => void;
}

/** The colour of a type of memo; a click offers the others. */
export function TypeColor({ name, color, isReadOnly, onChange }: TypeColorProps) {
  const { t } = useTranslation();
  const label = t('memos:types.colorOf', { name });
  if (isReadOnly) return <Swatch color={color} size={12} />;
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className="memo-types__color" aria-label={label}>
          <Swatch color={color} size={12} />
        </button>
      }
    >
      <ColorRing value={color} onChange={onChange} />
    </Popover>
  );
}
