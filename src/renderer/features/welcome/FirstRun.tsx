import { useState } from 'react';
import { useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { CoderForm, newCoderDraft } from '../project/CoderForm';
import { setCoder } from '../project/coder-store';
import { Sheet } from './Sheet';
import './Welcome.css';

/** Asked once on a machine: who codes. */
export function FirstRun() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(newCoderDraft);
  const name = draft.name.trim();
  return (
    <Sheet>
      <form
        className="first-run"
        aria-labelledby="first-run-title"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') void setCoder({ name, color: draft.color });
        }}
      >
        <h2 id="first-run-title">{t('project:coder.title')}</h2>
        <p className="first-run__why">{t('project:coder.why')}</p>
        <CoderForm draft={draft} onChange={setDraft} />
        <Button type="submit" variant="primary" size="large" disabled={name === ''}>
          {t('project:coder.start')}
        </Button>
      </form>
    </Sheet>
  );
}
