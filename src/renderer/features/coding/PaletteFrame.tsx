import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import type { TextSpan } from '../../../core/text';
import { closeCodePalette } from './code-palette-store';
import { placeFloating } from './floating-place';
import type { OpenDocument } from './open-documents';
import './CodePalette.css';

export interface PaletteFrameProps {
  readonly document: OpenDocument;
  /** Beside what it stands. */
  readonly span: TextSpan;
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}

/** As in the style sheet, pixels. */
const tallestPalette = 360;

/** What floats beside a passage to choose from; it has the keyboard, and goes when that goes elsewhere. */
export function PaletteFrame({ document, span, label, field, children }: PaletteFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { surface } = document;
  useLayoutEffect(() => {
    const element = frame.current;
    const edges = surface.edgesOf(span);
    if (!element || !edges) return;
    const { width, height } = element.getBoundingClientRect();
    const bounds = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
    const tallest = Math.max(height, tallestPalette);
    // Within the text, wherever in its row the passage begins: it jumps little, and covers no margin.
    const text = surface.textElement.getBoundingClientRect();
    const { left: begin, top: rowTop, bottom } = edges.first;
    const first = { left: Math.max(text.left, Math.min(begin, text.right - width)), top: rowTop, bottom };
    const { top, left } = placeFloating({ ...edges, first, width, height: tallest, bounds, prefer: 'below' });
    element.style.left = `${Math.round(left)}px`;
    // Above the passage it grows upwards, so that it never covers what is being coded.
    if (top < edges.first.top) element.style.bottom = `${Math.round(window.innerHeight - top - tallest)}px`;
    else element.style.top = `${Math.round(top)}px`;
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, [surface, span, field]);
  return (
    <div
      ref={frame}
      className="code-palette"
      role="dialog"
      aria-label={label}
      onBlur={({ relatedTarget, currentTarget }) => {
        // Whoever looks something up in another window finds all as it was.
        if (relatedTarget === null && !window.document.hasFocus()) return;
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) closeCodePalette();
      }}
    >
      {children}
    </div>
  );
}
