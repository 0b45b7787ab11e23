import { useState } from 'react';
import { useTranslation } from '../../i18n';

/** The distance of *near*, in characters; taken when Enter is pressed or the field is left. */
export function DistanceField({
  value,
  onChange,
}: {
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useTranslation();
  const [written, setWritten] = useState<string | null>(null);
  const take = () => {
    if (written === null) return;
    const distance = Number.parseInt(written, 10);
    setWritten(null);
    if (Number.isFinite(distance) && distance >= 0 && distance !== value)
      onChange(Math.min(distance, 1_000_000));
  };
  return (
    <label className="distance">
      <span>{t('cooccurrence:distance.atMost')}</span>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        step={50}
        value={written ?? value}
        aria-label={t('cooccurrence:distance.label')}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <span>{t('cooccurrence:distance.unit')}</span>
    </label>
  );
}
