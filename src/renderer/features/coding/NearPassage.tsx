import { type ReactNode, useEffect, useState } from 'react';
import type { TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';

export interface NearPassageProps {
  readonly document: OpenDocument;
  readonly span: TextSpan;
  readonly children: ReactNode;
}

/** How far from the toolbar counts as on the way to it, pixels: two lines, as a new lane may set the text anew. */
const reach = 56;

/**
 * The toolbar of a passage that is coded already: there for the next code while the pointer is at the passage or at
 * the toolbar, out of the way of reading when it has gone on, back when it comes back.
 */
export function NearPassage({ document, span, children }: NearPassageProps) {
  const [isNear, setNear] = useState(true);
  const { surface } = document;
  useEffect(() => {
    let frame = 0;
    let last: PointerEvent | null = null;
    const look = () => {
      frame = 0;
      if (last?.buttons !== 0) return;
      const { clientX: x, clientY: y } = last;
      const bar = surface.textElement
        .closest('.document-view__main')
        ?.querySelector('.selection-toolbar')
        ?.getBoundingClientRect();
      const isAtBar =
        bar !== undefined &&
        bar.width > 0 &&
        x > bar.left - reach &&
        x < bar.right + reach &&
        y > bar.top - reach &&
        y < bar.bottom + reach;
      const edges = surface.edgesOf(span);
      const text = surface.textElement.getBoundingClientRect();
      const isAtPassage =
        edges !== null && y >= edges.first.top && y <= edges.last.bottom && x >= text.left && x <= text.right;
      setNear(isAtBar || isAtPassage);
    };
    const onMove = (event: PointerEvent) => {
      last = event;
      frame ||= requestAnimationFrame(look);
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
    };
  }, [surface, span]);
  return isNear ? children : null;
}
