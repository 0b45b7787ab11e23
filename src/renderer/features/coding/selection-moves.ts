import type { SelectionUnit, TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';
import { selectedPassage } from './passage';
import { turnAfter, turnAround, turnAt, turnBefore } from './turns';

/** By what the reading cursor moves; a turn is what one person says, or a comment. */
export type ReadingUnit = SelectionUnit | 'turn';

function unitAt(document: OpenDocument, unit: ReadingUnit, position: number): TextSpan | null {
  return unit === 'turn' ? turnAt(document, position) : document.surface.navigator.unitAt(unit, position);
}

function unitBeside(
  document: OpenDocument,
  unit: ReadingUnit,
  { position, by }: { readonly position: number; readonly by: 1 | -1 },
): TextSpan | null {
  const { navigator } = document.surface;
  if (by === 1) return unit === 'turn' ? turnAfter(document, position) : navigator.unitAfter(unit, position);
  return unit === 'turn' ? turnBefore(document, position) : navigator.unitBefore(unit, position);
}

/**
 * The unit in which the selection begins, or in which the caret stands; a caret at the end of one belongs to that one,
 * unless another begins there.
 */
export function unitHere(document: OpenDocument, unit: ReadingUnit): TextSpan | null {
  const { start, end } = document.surface.selection();
  const found = unitAt(document, unit, start);
  if (start < end || (found && found.start <= start)) return found;
  const before = unitBeside(document, unit, { position: start, by: -1 });
  return before?.end === start ? before : found;
}

/** What is selected, or else the sentence at the caret, which is then selected so that it is plain what is coded. */
export function passageToCode(document: OpenDocument): TextSpan | null {
  const selected = selectedPassage(document);
  if (selected) return selected;
  const sentence = unitHere(document, 'sentence');
  if (sentence) document.surface.select(sentence);
  return sentence;
}

/** Selects the unit at the caret. */
export function selectUnit(document: OpenDocument, unit: ReadingUnit): void {
  const found = unitHere(document, unit);
  if (found) document.surface.select(found);
}

/**
 * Moves the reading cursor: the next or previous unit is selected, ready to be coded. Coming from a caret, the first
 * step selects the unit that it stands in.
 */
export function stepUnit(document: OpenDocument, unit: ReadingUnit, by: 1 | -1): void {
  const { surface } = document;
  const { start, end } = surface.selection();
  const here = start === end ? unitAt(document, unit, start) : null;
  const holdsCaret = here && here.start <= start && here.end >= start;
  const next = unitBeside(document, unit, { position: by === 1 ? end : start, by });
  const target = holdsCaret ? here : next;
  if (target) surface.select(target);
}

/** Widens the selection by a unit at its end, or at its start. */
export function extendUnit(document: OpenDocument, unit: ReadingUnit, by: 1 | -1): void {
  const { surface } = document;
  const span = surface.selection();
  if (by === 1) {
    const next = unitBeside(document, unit, { position: span.end, by }) ?? unitAt(document, unit, span.end);
    if (next) surface.select({ start: span.start, end: Math.max(span.end, next.end) });
    return;
  }
  const previous = unitBeside(document, unit, { position: span.start, by });
  if (previous) surface.select({ start: previous.start, end: span.end }, { caretAtStart: true });
}

/** What the selection was before each growth, so that shrinking goes the same way back. */
let grown: TextSpan[] = [];

/** To the smallest of word, sentence, paragraph, turn, document that holds the selection and is larger (UN6). */
export function growSelection(document: OpenDocument): void {
  const { surface } = document;
  const span = surface.selection();
  const inner = grown.at(-1);
  if (inner && (inner.start < span.start || inner.end > span.end)) grown = [];
  grown.push(span);
  const wider = surface.navigator.grow(span);
  const turn = turnAround(document, span);
  const isTurnNext = turn !== null && turn.end - turn.start <= wider.end - wider.start;
  surface.select(isTurnNext ? turn : wider, { scroll: false });
}

export function shrinkSelection(document: OpenDocument): void {
  const { surface } = document;
  const span = surface.selection();
  const inner = grown.pop();
  if (inner && inner.start >= span.start && inner.end <= span.end) {
    surface.select(inner, { scroll: false });
    return;
  }
  grown = [];
  for (const unit of ['turn', 'paragraph', 'sentence', 'word'] as const) {
    const smaller = unitAt(document, unit, span.start);
    if (smaller && smaller.end - smaller.start < span.end - span.start) {
      surface.select(smaller, { scroll: false });
      return;
    }
  }
}
