import { shell } from '../../client';
import { useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { fileOfPath } from '../backups/backups-store';

interface HoldingBackupsProps {
  readonly backups: readonly string[];
  readonly isDone: boolean;
}

/** Backups that hold, or may hold, what is erased here. */
export function HoldingBackups({ backups, isDone }: HoldingBackupsProps) {
  const { t } = useTranslation();
  const [first] = backups;
  if (first === undefined) return null;
  return (
    <div className="erase__backups">
      <p>{t(isDone ? 'erasure:backupsStill' : 'erasure:backupsWill', { count: backups.length })}</p>
      <ul>
        {backups.map((path) => (
          <li key={path} title={path}>
            {fileOfPath(path)}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => shell.showInFolder(first)}>
        {t('erasure:showBackups')}
      </Button>
    </div>
  );
}
