import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n';
import './Note.css';

export interface NoteProps {
  readonly icon: LucideIcon;
  /** What the line is about, for assistive technology; the project's file, unless said otherwise. */
  readonly label?: string;
  readonly text: string;
  readonly detail?: string;
  /** Something of the person's is at stake. */
  readonly isWarning?: boolean;
  /** Buttons, the safest first. */
  readonly children?: ReactNode;
}

/** One line over the whole width: it stays until what it tells is over. */
export function Note({ icon: Icon, label, text, detail, isWarning, children }: NoteProps) {
  const { t } = useTranslation();
  return (
    <section
      className={isWarning ? 'writer-note writer-note--warning' : 'writer-note'}
      aria-label={label ?? t('writer:label')}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <p className="writer-note__text" role={isWarning ? 'alert' : 'status'}>
        <strong>{text}</strong>
        {detail && <span> {detail}</span>}
      </p>
      <div className="writer-note__actions">{children}</div>
    </section>
  );
}
