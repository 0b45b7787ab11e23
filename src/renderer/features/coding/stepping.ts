import { type DocumentMarks, quotationAt } from '../../../core/document-marks';
import type { QuotationId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { announce } from './announcements';
import type { OpenDocument } from './open-documents';
import { quotationsHolding } from './passage';
import { turnsOf } from './turns';
import { linesBetween, nextUncoded } from './uncoded';

/** The next or previous quotation is selected and shown in the inspector. */
export function stepQuotation({ surface, codings }: OpenDocument, by: 1 | -1): void {
  const { start, end } = surface.selection();
  const marks = codings();
  const { start: starts, end: ends } = marks.quotations;
  const isAfter = (from: number, row: number) => from > start || (from === start && (ends[row] ?? 0) < end);
  const isBefore = (from: number, row: number) => from < start || (from === start && (ends[row] ?? 0) > end);
  const row = by === 1 ? starts.findIndex(isAfter) : starts.findLastIndex(isBefore);
  const target = row < 0 ? null : quotationAt(marks, row);
  if (!target) {
    tell({ kind: 'info', message: t(by === 1 ? 'coding:noNextQuotation' : 'coding:noPreviousQuotation') });
    return;
  }
  surface.select(target);
  inspect({ kind: 'quotation', id: target.id });
}

interface Passed {
  readonly turns: readonly TextSpan[];
  readonly places: readonly TextSpan[];
}

const passed = new WeakMap<DocumentMarks, Passed>();

/** What is coded, and the lines between comments, which nobody codes; once for each answer of the engine. */
function passedPlaces(marks: DocumentMarks, turns: readonly TextSpan[]): readonly TextSpan[] {
  const known = passed.get(marks);
  if (known?.turns === turns) return known.places;
  const rows = [...new Set(marks.codings.quotation)];
  const coded = rows.map((row) => ({
    start: marks.quotations.start[row] ?? 0,
    end: marks.quotations.end[row] ?? 0,
  }));
  const places = [...coded, ...linesBetween(turns)];
  passed.set(marks, { turns, places });
  return places;
}

/**
 * The next or previous passage without a code is selected, at most a paragraph; at the end of the document it goes on
 * at the other one, and says so: the next key would code what is selected then.
 */
export function stepUncoded(document: OpenDocument, by: 1 | -1): void {
  const { surface, codings } = document;
  const { navigator } = surface;
  const coded = passedPlaces(codings(), turnsOf(document));
  const here = nextUncoded({ navigator, from: surface.selection(), by, coded });
  const edge = by === 1 ? 0 : surface.document.positions.length;
  const target = here ?? nextUncoded({ navigator, from: { start: edge, end: edge }, by, coded });
  if (target) surface.select(target);
  if (!target) tell({ kind: 'info', message: t('coding:allCoded') });
  else if (!here) tell({ kind: 'info', message: t(by === 1 ? 'coding:fromBeginning' : 'coding:fromEnd') });
}

/** Shows the quotation at the caret in the inspector; again: the next one there. */
export function inspectAtCaret({ surface, codings }: OpenDocument, current: QuotationId | null): void {
  const caret = surface.caret();
  const marks = codings();
  const here = quotationsHolding(marks, caret).map((row) => quotationAt(marks, row));
  const next = here[(here.findIndex(({ id }) => id === current) + 1) % Math.max(1, here.length)];
  if (next) inspect({ kind: 'quotation', id: next.id });
  else announce(t('coding:noCodingHere'));
}
