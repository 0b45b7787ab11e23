import { useTranslation } from '../../i18n';
import { Button, Menu, type MenuEntry } from '../../ui';
import { chooseBackupFolder, keepBackupsIn } from './backup-commands';
import { backupsStore } from './backups-store';

/** Where backups are kept, how many, and how to keep them elsewhere. */
export function KeptIn({ folder }: { readonly folder: string }) {
  const { t } = useTranslation();
  const chosen = backupsStore((store) => store.folder);
  const items: readonly MenuEntry[] = [
    { label: t('backups:chooseFolder'), onSelect: () => void chooseBackupFolder() },
    {
      label: t('backups:besideProject'),
      isChecked: chosen === null,
      onSelect: () => void keepBackupsIn(null),
    },
  ];
  return (
    <div className="kept-in">
      <div className="kept-in__text">
        <p>
          {t('backups:keptIn')}{' '}
          <span className="kept-in__folder" title={folder}>
            {folder}
          </span>
        </p>
        <p className="kept-in__bounds">{t('backups:bounds')}</p>
      </div>
      <Menu
        align="end"
        trigger={
          <Button size="small" variant="quiet">
            {t('backups:change')}
          </Button>
        }
        items={items}
      />
    </div>
  );
}
