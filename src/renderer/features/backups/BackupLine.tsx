import type { Backup } from '../../../contract/backups';
import { formatDateTime, useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { openingStore } from '../project/opening';
import { restoreBackup } from './backup-commands';
import { sizeText, timeText } from './by-day';
import { saveWhatCanBeRead } from './salvage';

interface BackupLineProps {
  readonly backup: Backup;
  /** What the project is called now. */
  readonly project: string;
  readonly restoreTo: string;
}

/** When, what is in it, how large; and the way back to it. */
export function BackupLine({ backup, project, restoreTo }: BackupLineProps) {
  const { t } = useTranslation();
  const isOpening = openingStore((store) => store.isOpening);
  const { at, bytes, content, path } = backup;
  const when = formatDateTime(at);
  return (
    <li className="backup" title={path}>
      <time className="backup__time" dateTime={at}>
        {timeText(at)}
      </time>
      <span className="backup__content">
        {content ? (
          <>
            <span>
              {[
                t('documents', { count: content.documents }),
                t('codes', { count: content.codes }),
                t('codings', { count: content.codings }),
              ].join(' · ')}
            </span>
            {content.name !== project && (
              <span className="backup__name">{t('backups:otherName', { name: content.name })}</span>
            )}
          </>
        ) : (
          <span className="backup__damaged">
            <span className="backup__badge">{t('backups:damaged')}</span>
            <span className="backup__name">{t('backups:damagedBody')}</span>
          </span>
        )}
      </span>
      <span className="backup__size">{sizeText(bytes)}</span>
      {content ? (
        <Button
          size="small"
          aria-label={t('backups:restoreOne', { when })}
          disabled={isOpening}
          onClick={() => void restoreBackup(backup, restoreTo)}
        >
          {t('backups:restore')}
        </Button>
      ) : (
        <Button size="small" onClick={() => void saveWhatCanBeRead(path)}>
          {t('backups:salvage')}
        </Button>
      )}
    </li>
  );
}
