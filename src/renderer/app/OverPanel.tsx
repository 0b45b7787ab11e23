import { type ReactNode, useEffect, useRef } from 'react';
import { isTextField } from '../actions/text-fields';
import { focusPanel } from './focus-store';
import { arrangePanels } from './workspace-store';

export interface OverPanelProps {
  readonly side: 'left' | 'right';
  /** Pixels. */
  readonly width: number;
  readonly children: ReactNode;
}

/** A panel for which a narrow window has no room: over the text, until Escape or a press beside it. */
export function OverPanel({ side, width, children }: OverPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What opens from the panel (menus, dialogs) lies outside of the columns and is no press beside it.
    const columns = panel.current?.parentElement;
    const onDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !panel.current?.contains(target)) arrangePanels({ over: null });
    };
    columns?.addEventListener('pointerdown', onDown, true);
    return () => columns?.removeEventListener('pointerdown', onDown, true);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape comes from what is in it
    <div
      ref={panel}
      className={`workspace__over workspace__over--${side}`}
      style={{ width }}
      onKeyDown={(event) => {
        // Menus of the panel lie elsewhere in the page; a field takes the first Escape for itself.
        const isInPanel = event.target instanceof Node && panel.current?.contains(event.target);
        const isTaken = event.defaultPrevented && isTextField(event.target);
        if (event.key !== 'Escape' || !isInPanel || isTaken) return;
        arrangePanels({ over: null });
        focusPanel('dock');
      }}
    >
      {children}
    </div>
  );
}
