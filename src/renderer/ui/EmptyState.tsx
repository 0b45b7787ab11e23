import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import './EmptyState.css';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  /** One sentence that says what to do next. */
  readonly title: string;
  readonly body?: ReactNode;
  /** The button for it. */
  readonly action?: ReactNode;
  /** `panel`: in a side bar. */
  readonly size?: 'page' | 'panel';
}

export function EmptyState({ icon: Icon, title, body, action, size = 'page' }: EmptyStateProps) {
  return (
    <div className={classNames('empty', `empty--${size}`)}>
      {Icon && <Icon size={size === 'page' ? 28 : 20} strokeWidth={1.25} aria-hidden />}
      <p className="empty__title">{title}</p>
      {body && <div className="empty__body">{body}</div>}
      {action && <div className="empty__action">{action}</div>}
    </div>
  );
}
