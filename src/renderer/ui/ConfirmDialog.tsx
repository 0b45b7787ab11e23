import { useTranslation } from '../i18n';
import { Button } from './Button';
import { confirmStore } from './confirm-store';
import { Dialog } from './Dialog';

/** Shows what `confirm` asks; mounted once. */
export function ConfirmDialog() {
  const { t } = useTranslation();
  const asked = confirmStore((store) => store.asked);
  if (!asked) return null;
  const { extra } = asked;
  return (
    <Dialog
      isOpen
      onClose={() => asked.answer(false)}
      title={asked.title}
      description={asked.body}
      onSubmit={() => asked.answer(true)}
      footer={
        <>
          {extra && (
            <Button
              className="confirm__extra"
              onClick={() => {
                asked.answer(false);
                extra.onSelect();
              }}
            >
              {extra.label}
            </Button>
          )}
          <Button onClick={() => asked.answer(false)}>{asked.cancelLabel ?? t('cancel')}</Button>
          <Button type="submit" variant={asked.danger ? 'danger' : 'primary'} autoFocus>
            {asked.confirmLabel}
          </Button>
        </>
      }
    />
  );
}
