import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useTranslation } from '../i18n';
import { Button, IconButton } from './Button';
import { dismiss, type Shown, toastStore } from './toast-store';
import './Toasts.css';

const icons = { error: CircleAlert, info: Info, success: CircleCheck } as const;
const mostLines = 12;

/** The messages at the foot of the window; mounted once. */
export function Toasts() {
  const { t } = useTranslation();
  const messages = toastStore((store) => store.messages);
  return (
    <section className="toasts" aria-label={t('messages')} aria-live="polite">
      {messages.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </section>
  );
}

function Toast({ message }: { readonly message: Shown }) {
  const { t } = useTranslation();
  const Icon = icons[message.kind];
  const lines = message.lines ?? [];
  const actions = [message.action, message.otherAction].filter((action) => action !== undefined);
  return (
    <div
      className={`toast toast--${message.kind}`}
      role={message.kind === 'error' ? 'alert' : 'status'}
      data-testid="message"
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div className="toast__text">
        {message.title && <strong>{message.title}</strong>}
        <p>{message.message}</p>
        {lines.length > 0 && (
          <ul>
            {lines.slice(0, mostLines).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {lines.length > mostLines && <li>{t('andMore', { count: lines.length - mostLines })}</li>}
          </ul>
        )}
        {actions.map((action) => (
          <Button
            key={action.label}
            size="small"
            onClick={() => {
              dismiss(message.id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        ))}
      </div>
      <IconButton icon={X} label={t('close')} size="small" onClick={() => dismiss(message.id)} />
    </div>
  );
}
