import { useId } from 'react';
import { type CooccurrenceQuery, formatValue } from '../../../core/cooccurrence';
import { useTranslation } from '../../i18n';
import { valueTitle } from './figures';

export interface ThresholdSliderProps {
  readonly value: number;
  /** The strongest edge. */
  readonly maximum: number;
  readonly isCoefficient: boolean;
  readonly query: CooccurrenceQuery;
  readonly onChange: (value: number) => void;
}

/** Leaves out the edges below a value: whole counts in steps of one, coefficients in steps of a hundredth. */
export function ThresholdSlider({ value, maximum, isCoefficient, query, onChange }: ThresholdSliderProps) {
  const { t } = useTranslation();
  const id = useId();
  const step = isCoefficient ? 0.01 : Math.max(1, Math.ceil(maximum / 400));
  const top = isCoefficient ? Math.ceil(maximum * 100) / 100 : Math.max(1, Math.ceil(maximum / step) * step);
  const shown = formatValue(value, isCoefficient);
  const name = valueTitle(query);
  return (
    <div className="threshold">
      <label htmlFor={id}>{t('cooccurrence:network.threshold', { name })}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={top}
        step={step}
        value={Math.min(value, top)}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  );
}
