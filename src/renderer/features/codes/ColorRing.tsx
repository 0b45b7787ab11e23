import { Check } from 'lucide-react';
import { codeColorRing, codeColors } from '../../../core/colors';
import { hexToOklch } from '../../../core/oklch';
import { useTheme } from '../../app/theme-store';
import { useTranslation } from '../../i18n';
import './ColorRing.css';

interface ColorRingProps {
  /** `#rrggbb` */
  readonly value: string;
  readonly onChange: (color: string) => void;
}

/** In the order of hues, so that neighbours are alike: the ring itself is ordered for contrast. */
const byHue = [...codeColorRing].sort((a, b) => hexToOklch(a).hue - hexToOklch(b).hue);

/** The ring's sixteen colours, and any other. */
export function ColorRing({ value, onChange }: ColorRingProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const isOther = !codeColorRing.includes(value.toLowerCase());
  return (
    <fieldset className="color-ring">
      <legend className="visually-hidden">{t('codes:color')}</legend>
      {byHue.map((color) => (
        <button
          key={color}
          type="button"
          className="color-ring__color"
          style={{ backgroundColor: codeColors(color, theme).mark }}
          aria-pressed={color === value.toLowerCase()}
          aria-label={t(`codes:colors.${codeColorRing.indexOf(color)}`)}
          onClick={() => onChange(color)}
        >
          {color === value.toLowerCase() && <Check size={14} strokeWidth={2.5} aria-hidden />}
        </button>
      ))}
      <label className="color-ring__other" data-chosen={isOther || undefined}>
        <span
          className="color-ring__sample"
          style={isOther ? { backgroundColor: codeColors(value, theme).mark } : {}}
        />
        {t('codes:otherColor')}
        <input type="color" value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
    </fieldset>
  );
}
