import type { ReactNode } from 'react';
import { formatNumber } from '../i18n';
import './Panel.css';

interface PanelHeaderProps {
  readonly title: string;
  readonly count?: number | undefined;
  /** Buttons; quiet until the panel is under the pointer or has the focus. */
  readonly children?: ReactNode;
}

/** The heading of a part of the side bar. */
export function PanelHeader({ title, count, children }: PanelHeaderProps) {
  return (
    <header className="panel__header">
      <h2 className="panel__title">{title}</h2>
      <span className="panel__tools">{children}</span>
      {count !== undefined && <span className="panel__count">{formatNumber(count)}</span>}
    </header>
  );
}
