import type { SelectionUnit, TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';

/** Selects the unit at the caret. */
export function selectUnit({ surface }: OpenDocument, unit: SelectionUnit): void {
  const found = surface.navigator.unitAt(unit, surface.caret());
  if (found) surface.select(found);
}

/**
 * Moves the reading cursor: the next or previous sentence or paragraph is selected, ready to be coded. Coming from
 * a caret, the first step selects the unit that it stands in.
 */
export function stepUnit({ surface }: OpenDocument, unit: 'sentence' | 'paragraph', by: 1 | -1): void {
  const { navigator } = surface;
  const { start, end } = surface.selection();
  const here = start === end ? navigator.unitAt(unit, start) : null;
  const holdsCaret = here && here.start <= start && here.end >= start;
  const next = by === 1 ? navigator.unitAfter(unit, end) : navigator.unitBefore(unit, start);
  const target = holdsCaret ? here : next;
  if (target) surface.select(target);
}

/** Widens the selection by a unit at its end, or at its start. */
export function extendUnit({ surface }: OpenDocument, unit: 'sentence' | 'paragraph', by: 1 | -1): void {
  const { navigator } = surface;
  const span = surface.selection();
  if (by === 1) {
    const next = navigator.unitAfter(unit, span.end) ?? navigator.unitAt(unit, span.end);
    if (next) surface.select({ start: span.start, end: Math.max(span.end, next.end) });
    return;
  }
  const previous = navigator.unitBefore(unit, span.start);
  if (previous) surface.select({ start: previous.start, end: span.end }, { caretAtStart: true });
}

/** What the selection was before each growth, so that shrinking goes the same way back. */
let grown: TextSpan[] = [];

export function growSelection({ surface }: OpenDocument): void {
  const span = surface.selection();
  const inner = grown.at(-1);
  if (inner && (inner.start < span.start || inner.end > span.end)) grown = [];
  grown.push(span);
  surface.select(surface.navigator.grow(span), { scroll: false });
}

export function shrinkSelection({ surface }: OpenDocument): void {
  const span = surface.selection();
  const inner = grown.pop();
  if (inner && inner.start >= span.start && inner.end <= span.end) {
    surface.select(inner, { scroll: false });
    return;
  }
  grown = [];
  for (const unit of ['paragraph', 'sentence', 'word'] as const) {
    const smaller = surface.navigator.unitAt(unit, span.start);
    if (smaller && smaller.end - smaller.start < span.end - span.start) {
      surface.select(smaller, { scroll: false });
      return;
    }
  }
}
