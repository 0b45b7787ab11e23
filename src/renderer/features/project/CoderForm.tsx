import { codeColorRing } from '../../../core/colors';
import { useTranslation } from '../../i18n';
import { TextField } from '../../ui';
import { ColorRing } from '../codes/ColorRing';
import './CoderForm.css';

export interface CoderDraft {
  readonly name: string;
  readonly color: string;
}

export const newCoderDraft: CoderDraft = { name: '', color: codeColorRing[0] ?? '#808080' };

interface CoderFormProps {
  readonly draft: CoderDraft;
  readonly onChange: (draft: CoderDraft) => void;
}

/** Name and colour of a person who codes. */
export function CoderForm({ draft, onChange }: CoderFormProps) {
  const { t } = useTranslation();
  return (
    <div className="coder-form">
      <TextField
        label={t('project:coder.name')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        placeholder={t('project:coder.namePlaceholder')}
        maxLength={200}
        autoFocus
      />
      <div className="coder-form__color">
        <span className="field__label">{t('project:coder.color')}</span>
        <ColorRing value={draft.color} onChange={(color) => onChange({ ...draft, color })} />
      </div>
    </div>
  );
}
