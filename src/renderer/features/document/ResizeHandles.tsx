import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TextSpan } from '../../../core/text';
import { previewHighlight } from '../../editor/paint/code-highlights';
import type { PassageEnd } from '../../editor/passage-ends';
import type { Edge } from '../coding/edge-steps';
import type { OpenDocument } from '../coding/open-documents';
import { resizedSpan } from '../coding/resized-span';

export interface ResizeHandlesProps {
  readonly open: OpenDocument;
  readonly span: TextSpan;
  readonly onResize: (span: TextSpan, edge: Edge) => void;
  /** Calls back whenever the text is laid out anew; gives what ends it. */
  readonly onMove: (follow: () => void) => () => void;
}

/**
 * Handles at both ends of the quotation that the inspector shows. Dragging one moves that end by characters, with
 * Shift by whole words, with Ctrl by sentences; by keyboard the same is done by adjusting it (`coding.adjust`).
 */
export function ResizeHandles({ open, span, onResize, onMove }: ResizeHandlesProps) {
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { surface } = open;

  useLayoutEffect(() => {
    const place = () => {
      const ends = surface.endsOf(span);
      const page = surface.pageOrigin();
      put(start.current, ends?.start ?? null, page);
      put(end.current, ends?.end ?? null, page);
    };
    place();
    return onMove(place);
  }, [surface, span, onMove]);

  useDrag(start, { open, span, onResize, edge: 'start' });
  useDrag(end, { open, span, onResize, edge: 'end' });
  // In an element of their own, the last of the page: when one goes that has others behind it, the browser works out
  // anew how all of the text looks.
  return (
    <div className="resize-handles" aria-hidden>
      <div ref={start} className="resize-handle" data-edge="start" />
      <div ref={end} className="resize-handle" data-edge="end" />
    </div>
  );
}

function put(
  element: HTMLElement | null,
  place: PassageEnd | null,
  page: { readonly x: number; readonly y: number },
): void {
  if (!element) return;
  element.hidden = !place;
  if (!place) return;
  element.style.transform = `translate(${place.x - page.x}px, ${place.row.top - page.y}px)`;
  element.style.height = `${place.row.height}px`;
}

interface Drag {
  readonly open: OpenDocument;
  readonly span: TextSpan;
  readonly onResize: (span: TextSpan, edge: Edge) => void;
  readonly edge: Edge;
}

function useDrag(handle: RefObject<HTMLElement | null>, { open, span, onResize, edge }: Drag): void {
  const resize = useRef(onResize);
  resize.current = onResize;
  useLayoutEffect(() => {
    const element = handle.current;
    if (!element) return;
    const { surface } = open;
    let wanted: TextSpan | null = null;
    const show = (shown: TextSpan | null) => {
      wanted = shown;
      const highlight = previewHighlight();
      highlight?.clear();
      if (shown) for (const range of surface.places.ranges(shown.start, shown.end)) highlight?.add(range);
    };
    const onMove = (event: PointerEvent) => {
      const position = surface.positionAtPoint(event.clientX, event.clientY);
      if (position === null) return;
      const unit = event.ctrlKey || event.metaKey ? 'sentence' : event.shiftKey ? 'word' : null;
      const moved = resizedSpan(span, edge, position);
      // Only the dragged end goes to the unit's; the other one stays where it was, wherever that is.
      const next = unit ? resizedSpan(span, edge, surface.navigator.snap(unit, moved)[edge]) : moved;
      show(next);
      follow(next);
    };
    /** The knob stays under the pointer. */
    const follow = (shown: TextSpan) =>
      put(element, surface.endsOf(shown)?.[edge] ?? null, surface.pageOrigin());
    const finish = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', finish);
      element.classList.remove('is-dragged');
      show(null);
    };
    const onUp = () => {
      const moved = wanted;
      finish();
      if (moved && (moved.start !== span.start || moved.end !== span.end)) resize.current(moved, edge);
      else follow(span);
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      // It must not stand between the pointer and the text that is asked for.
      element.classList.add('is-dragged');
      window.addEventListener('pointermove', onMove);
      window.addEventListener('pointerup', onUp);
      window.addEventListener('pointercancel', finish);
    };
    const keepFocus = (event: MouseEvent) => event.preventDefault();
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('mousedown', keepFocus);
    return () => {
      finish();
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('mousedown', keepFocus);
    };
  }, [handle, open, span, edge]);
}
