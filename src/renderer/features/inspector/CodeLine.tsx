import type { ReactNode } from 'react';
import { Swatch } from '../../ui';

export interface CodeLineProps {
  readonly name: string;
  readonly color: string;
  /** Names from the top, for the tooltip. */
  readonly path?: string;
  /** What is said of it, at the right. */
  readonly children?: ReactNode;
  readonly onOpen: () => void;
}

/** A code as a line that opens something. */
export function CodeLine({ name, color, path, children, onOpen }: CodeLineProps) {
  return (
    <li>
      <button type="button" className="code-line" title={path} onClick={onOpen}>
        <Swatch color={color} />
        <span className="code-line__name">{name}</span>
        <span className="code-line__about">{children}</span>
      </button>
    </li>
  );
}
