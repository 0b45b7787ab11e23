import { type RefObject, useEffect } from 'react';
import type { TextSpan } from '../../../core/text';
import { previewHighlight } from '../../editor/paint/code-highlights';
import type { OpenDocument } from '../coding/open-documents';
import { selectedPassage } from '../coding/passage';
import { beginPassageDrag } from '../coding/passage-drag';

/** Characters of a passage that go along under the pointer. */
const shownLetters = 60;

/**
 * The selected words are dragged as in any text, onto a code like by the toolbar's grip. Over the text itself the hand
 * means another passage, which overlaps the selected one: it goes from where the words were pressed to where they are
 * let go, and is shown meanwhile.
 */
export function useWordsDrag(scroller: RefObject<HTMLDivElement | null>, open: OpenDocument | null): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element || !open) return;
    const { surface, sourceId } = open;
    const { textElement: text } = surface;
    let pressed: number | null = null;
    let isDragged = false;
    const show = (span: TextSpan | null) => {
      const highlight = previewHighlight();
      highlight?.clear();
      if (span) for (const range of surface.places.ranges(span.start, span.end)) highlight?.add(range);
    };
    const onDown = ({ clientX, clientY }: PointerEvent) => {
      pressed = surface.positionAtPoint(clientX, clientY);
    };
    const onStart = (event: DragEvent) => {
      if (!(event.target instanceof Node) || !text.contains(event.target)) return;
      // The editor would take its text along, to move it.
      event.stopPropagation();
      const passage = selectedPassage(open);
      if (!passage || !event.dataTransfer) {
        event.preventDefault();
        return;
      }
      isDragged = true;
      // The editor waits for the button, which a drag never reports, and would not show another selection before.
      text.ownerDocument.dispatchEvent(new MouseEvent('mouseup'));
      const words = surface.document.slice(passage.start, passage.end);
      event.dataTransfer.setData('text/plain', words);
      beginPassageDrag(event.dataTransfer, { sourceId, ...passage });
      carry(event.dataTransfer, words);
    };
    const meant = ({ clientX, clientY }: DragEvent): TextSpan | null => {
      const at = surface.positionAtPoint(clientX, clientY);
      if (at === null || pressed === null || at === pressed) return null;
      return { start: Math.min(at, pressed), end: Math.max(at, pressed) };
    };
    const onOver = (event: DragEvent) => {
      if (!isDragged) return;
      event.preventDefault();
      event.stopPropagation();
      show(meant(event));
    };
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (isDragged && !(relatedTarget instanceof Node && element.contains(relatedTarget))) show(null);
    };
    const onDrop = (event: DragEvent) => {
      if (!isDragged) return;
      event.preventDefault();
      event.stopPropagation();
      const span = meant(event);
      if (!span) return;
      surface.select(span, { scroll: false, caretAtStart: span.end === pressed });
      surface.focus();
    };
    const onEnd = () => {
      if (isDragged) show(null);
      isDragged = false;
    };
    element.addEventListener('pointerdown', onDown, true);
    element.addEventListener('dragstart', onStart, true);
    element.addEventListener('dragenter', onOver, true);
    element.addEventListener('dragover', onOver, true);
    element.addEventListener('dragleave', onLeave, true);
    element.addEventListener('drop', onDrop, true);
    window.addEventListener('dragend', onEnd, true);
    return () => {
      onEnd();
      element.removeEventListener('pointerdown', onDown, true);
      element.removeEventListener('dragstart', onStart, true);
      element.removeEventListener('dragenter', onOver, true);
      element.removeEventListener('dragover', onOver, true);
      element.removeEventListener('dragleave', onLeave, true);
      element.removeEventListener('drop', onDrop, true);
      window.removeEventListener('dragend', onEnd, true);
    };
  }, [scroller, open]);
}

/** The browser would carry the whole passage, over the codes to which it is to go. */
function carry(transfer: DataTransfer, words: string): void {
  const picture = document.createElement('div');
  picture.className = 'dragged-words';
  const letters = Array.from(words);
  picture.textContent =
    letters.length > shownLetters ? `${letters.slice(0, shownLetters).join('').trimEnd()}…` : words;
  document.body.append(picture);
  transfer.setDragImage(picture, -12, -6);
  // It has been taken as a picture when this task ends.
  setTimeout(() => picture.remove());
}
