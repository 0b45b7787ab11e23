import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ErasureReport } from '../../../contract/erasure';
import { useTranslation } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { closeErasure } from './erasure-store';
import { HoldingBackups } from './HoldingBackups';

interface ErasedProps {
  readonly report: ErasureReport;
  readonly backups: readonly string[];
}

/** What an erasure did, and what it could not reach. */
export function Erased({ report, backups }: ErasedProps) {
  const { t } = useTranslation();
  const { characters, isGone, stillIn } = report;
  const Sign = isGone ? CircleCheck : CircleAlert;
  return (
    <Dialog
      isOpen
      onClose={closeErasure}
      title={t('erasure:doneTitle')}
      width={560}
      footer={
        <Button variant="primary" autoFocus onClick={closeErasure}>
          {t('close')}
        </Button>
      }
    >
      <p className={isGone ? 'erase__gone' : 'erase__gone erase__gone--not'}>
        <Sign size={16} aria-hidden />
        {isGone ? t('erasure:gone', { count: characters }) : t('erasure:notGone')}
      </p>
      {stillIn.length > 0 && (
        <section className="erase__still" aria-label={t('erasure:stillIn')}>
          <p>{t('erasure:stillIn')}</p>
          <ul>
            {stillIn.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <HoldingBackups backups={backups} isDone />
    </Dialog>
  );
}
