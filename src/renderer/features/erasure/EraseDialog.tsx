import { useState } from 'react';
import type { ErasureReport } from '../../../contract/erasure';
import type { SourceId } from '../../../core/ids';
import { runOrTell, useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, Dialog, ErrorNote } from '../../ui';
import { flushDrafts } from '../memos/draft-registry';
import { ChooseDocuments } from './ChooseDocuments';
import './EraseDialog.css';
import { Erased } from './Erased';
import { closeErasure, type ErasureSubject, erasureStore } from './erasure-store';
import { WhatGoes } from './WhatGoes';

/** Shown while somebody erases for good: what goes, what can’t be reached, and afterwards what is left. */
export function EraseDialog() {
  const subject = erasureStore((store) => store.subject);
  return subject && <EraseSubject subject={subject} />;
}

function EraseSubject({ subject }: { readonly subject: ErasureSubject }) {
  const { t } = useTranslation();
  const [ids, setIds] = useState<readonly SourceId[]>(subject.kind === 'sources' ? subject.ids : []);
  const [isUnderstood, setUnderstood] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const [report, setReport] = useState<ErasureReport | null>(null);
  const passage =
    subject.kind === 'passage'
      ? { sourceId: subject.sourceId, start: subject.start, end: subject.end }
      : null;
  const isSomething = subject.kind === 'passage' || ids.length > 0;
  const preview = useEngineQuery('erasure.preview', passage ?? { ids: [...ids] }, {
    enabled: isSomething && report === null,
    keepPrevious: true,
  });

  const erase = async () => {
    if (!isSomething || !isUnderstood || isErasing) return;
    setErasing(true);
    await flushDrafts();
    const done = passage
      ? await runOrTell('passage.erase', passage)
      : await runOrTell('source.erase', { ids: [...ids] });
    setErasing(false);
    if (done) setReport(done.value);
  };

  if (report) return <Erased report={report} backups={preview.data?.backups ?? []} />;
  return (
    <Dialog
      isOpen
      onClose={closeErasure}
      title={subject.kind === 'passage' ? t('erasure:passageTitle') : t('erasure:title')}
      description={t('erasure:about')}
      width={560}
      onSubmit={() => void erase()}
      footer={
        <>
          <Button onClick={closeErasure}>{t('cancel')}</Button>
          <Button type="submit" variant="danger" disabled={!isSomething || !isUnderstood || isErasing}>
            {isErasing ? t('erasure:erasing') : t('erasure:erase')}
          </Button>
        </>
      }
    >
      {subject.kind === 'passage' ? (
        <blockquote className="erase__quote">{subject.quote}</blockquote>
      ) : (
        <ChooseDocuments chosen={ids} onChange={setIds} />
      )}
      {preview.error && <ErrorNote error={preview.error} />}
      {isSomething && preview.data && <WhatGoes preview={preview.data} kind={subject.kind} />}
      <div className="erase__understood">
        <Checkbox
          label={t('erasure:understood')}
          checked={isUnderstood}
          onChange={setUnderstood}
          disabled={!isSomething}
        />
      </div>
    </Dialog>
  );
}
