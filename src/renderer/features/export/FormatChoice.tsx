import { RadioGroup } from 'radix-ui';
import { useTranslation } from '../../i18n';
import type { ExportKind } from './export-store';
import { type Ending, endingsOf } from './formats';

export interface FormatChoiceProps {
  readonly kind: ExportKind;
  readonly value: Ending;
  readonly onChange: (ending: Ending) => void;
}

/** The formats, each with a line that says what it is good for. */
export function FormatChoice({ kind, value, onChange }: FormatChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup.Root
      className="formats"
      aria-label={t('export:formatLabel')}
      value={value}
      onValueChange={(ending) => onChange(ending as Ending)}
    >
      {endingsOf[kind].map((ending) => (
        <RadioGroup.Item key={ending} value={ending} className="formats__item">
          <span className="formats__dot" aria-hidden />
          <span className="formats__name">{t(`export:format.${ending}`)}</span>
          <span className="formats__ending">.{ending}</span>
          <span className="formats__about">{t(`export:formatAbout.${kind}.${ending}`)}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
