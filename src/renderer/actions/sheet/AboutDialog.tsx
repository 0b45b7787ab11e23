import { shell } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Dialog } from '../../ui';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('actions:aboutTitle', { version: shell.version })}
      description={
        <>
          <p>{t('actions:aboutBody')}</p>
          <p>{t('actions:aboutLicence')}</p>
        </>
      }
      width={400}
      onSubmit={onClose}
      footer={
        <Button type="submit" autoFocus>
          {t('close')}
        </Button>
      }
    />
  );
}
