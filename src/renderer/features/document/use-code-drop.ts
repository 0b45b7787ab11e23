import { type RefObject, useEffect } from 'react';
import type { CodeId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import { characterAtPoint } from '../../editor/hit-text';
import { previewHighlight } from '../../editor/paint/code-highlights';
import type { CodingModel } from '../../editor/paint/coding-model';
import { applyCodes } from '../coding/coding-commands';
import type { OpenDocument } from '../coding/open-documents';
import { selectedPassage } from '../coding/passage';

/** What codes dragged from the tree carry: their ids, one a line. */
const codeType = 'application/x-emic-code';

/**
 * A code dropped on the selection is applied to it, on a coded passage to that passage, elsewhere in the text to
 * the sentence there. What it would be is shown before the button is let go.
 */
export function useCodeDrop(
  scroller: RefObject<HTMLDivElement | null>,
  open: OpenDocument | null,
  model: CodingModel | null,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element || !open) return;
    const { surface, sourceId } = open;
    let shown: TextSpan | null = null;
    const show = (span: TextSpan | null) => {
      if (span?.start === shown?.start && span?.end === shown?.end) return;
      shown = span;
      const highlight = previewHighlight();
      highlight?.clear();
      if (span) for (const range of surface.places.ranges(span.start, span.end)) highlight?.add(range);
    };
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(codeType)) return;
      const span = passageAt(open, model, event);
      show(span);
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = span ? 'copy' : 'none';
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) show(null);
    };
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(codeType)) return;
      event.preventDefault();
      event.stopPropagation();
      const span = passageAt(open, model, event);
      show(null);
      const codeIds = event.dataTransfer.getData(codeType).split('\n').filter(Boolean) as CodeId[];
      if (!span || codeIds.length === 0) return;
      // What was selected elsewhere would go on to be what foot and toolbar speak of.
      const selected = selectedPassage(open);
      if (selected?.start !== span.start || selected.end !== span.end)
        surface.select({ start: span.start, end: span.start }, { scroll: false });
      surface.focus();
      void applyCodes({ sourceId, span, codeIds });
    };
    // Before the editor sees them: it would put a caret where a text would land.
    element.addEventListener('dragenter', onOver, true);
    element.addEventListener('dragover', onOver, true);
    element.addEventListener('dragleave', onLeave, true);
    element.addEventListener('drop', onDrop, true);
    return () => {
      show(null);
      element.removeEventListener('dragenter', onOver, true);
      element.removeEventListener('dragover', onOver, true);
      element.removeEventListener('dragleave', onLeave, true);
      element.removeEventListener('drop', onDrop, true);
    };
  }, [scroller, open, model]);
}

function passageAt(open: OpenDocument, model: CodingModel | null, event: DragEvent): TextSpan | null {
  const { surface } = open;
  const character = characterAtPoint(surface.places, event.clientX, event.clientY);
  const selected = selectedPassage(open);
  if (selected && character !== null && character >= selected.start && character < selected.end)
    return selected;
  const [place] = surface.codingsAtPoint(event.clientX, event.clientY);
  if (model && place !== undefined) return model.span(place);
  return character === null ? null : surface.navigator.unitAt('sentence', character);
}
