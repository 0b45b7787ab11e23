import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { DocumentQuotation } from '../../../contract/queries';
import type { TextSpan } from '../../../core/text';
import type { PassageEnd } from '../../editor/document-surface';
import { previewHighlight } from '../../editor/paint/code-highlights';
import { resizeQuotation } from '../coding/coding-commands';
import type { OpenDocument } from '../coding/open-documents';
import { resizedSpan } from '../coding/resized-span';

export interface ResizeHandlesProps {
  readonly open: OpenDocument;
  readonly quotation: DocumentQuotation;
  /** Calls back whenever the text is laid out anew; gives what ends it. */
  readonly onMove: (follow: () => void) => () => void;
}

/**
 * Handles at both ends of the quotation that the inspector shows. Dragging one moves that end by characters, with
 * Shift by whole words; by keyboard the same is done with the selection (`coding.resize`).
 */
export function ResizeHandles({ open, quotation, onMove }: ResizeHandlesProps) {
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { surface } = open;

  useLayoutEffect(() => {
    const place = () => {
      const ends = surface.endsOf(quotation);
      const page = surface.pageOrigin();
      put(start.current, ends?.start ?? null, page);
      put(end.current, ends?.end ?? null, page);
    };
    place();
    return onMove(place);
  }, [surface, quotation, onMove]);

  useDrag(start, { open, quotation, edge: 'start' });
  useDrag(end, { open, quotation, edge: 'end' });
  return (
    <>
      <div ref={start} className="resize-handle" data-edge="start" aria-hidden />
      <div ref={end} className="resize-handle" data-edge="end" aria-hidden />
    </>
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
  readonly quotation: DocumentQuotation;
  readonly edge: 'start' | 'end';
}

function useDrag(handle: RefObject<HTMLElement | null>, { open, quotation, edge }: Drag): void {
  useLayoutEffect(() => {
    const element = handle.current;
    if (!element) return;
    const { surface } = open;
    let wanted: TextSpan | null = null;
    const show = (span: TextSpan | null) => {
      wanted = span;
      const highlight = previewHighlight();
      highlight?.clear();
      if (span) for (const range of surface.places.ranges(span.start, span.end)) highlight?.add(range);
    };
    const onMove = (event: PointerEvent) => {
      const position = surface.positionAtPoint(event.clientX, event.clientY);
      if (position === null) return;
      const span = resizedSpan(quotation, edge, position);
      show(event.shiftKey ? surface.navigator.snap('word', span) : span);
    };
    const finish = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', finish);
      element.classList.remove('is-dragged');
      show(null);
    };
    const onUp = () => {
      const span = wanted;
      finish();
      if (span && (span.start !== quotation.start || span.end !== quotation.end))
        void resizeQuotation(quotation.id, span);
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
  }, [handle, open, quotation, edge]);
}
