import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n';
import { IconButton } from './Button';
import { returnFocus } from './focus-return';
import './Dialog.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Given where the body may scroll and holds nothing that takes the focus: the name of what is read there. */
  readonly bodyLabel?: string;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  /** Pixels. */
  readonly width?: number;
  /** Given: Enter in a field submits. */
  readonly onSubmit?: () => void;
}

/**
 * The veil is our own element instead of Radix's overlay: that one locks scrolling by a style element, which the
 * content policy forbids, and the page never scrolls.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  children,
  bodyLabel,
  footer,
  width = 440,
  onSubmit,
}: DialogProps) {
  const { t } = useTranslation();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="dialog__veil" />
        <Radix.Content
          className="dialog"
          style={{ width }}
          onOpenAutoFocus={(event) => {
            // Comes only where no field has asked for the focus: then the dialog itself, not its cross.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={returnFocus}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <form
            className="dialog__form"
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onSubmit?.();
            }}
          >
            <header className="dialog__header">
              <Radix.Title className="dialog__title">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton icon={X} label={t('close')} />
              </Radix.Close>
            </header>
            {description && (
              <Radix.Description className="dialog__description" asChild>
                <div>{description}</div>
              </Radix.Description>
            )}
            {children && (
              <div
                className="dialog__body"
                {...(bodyLabel ? { role: 'region', 'aria-label': bodyLabel, tabIndex: 0 } : {})}
              >
                {children}
              </div>
            )}
            {footer && <footer className="dialog__footer">{footer}</footer>}
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
