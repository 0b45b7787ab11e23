import type { DocumentQuotation } from '../../../contract/queries';
import type { QuotationId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { announce } from './announcements';
import type { OpenDocument } from './open-documents';
import { nextUncoded } from './uncoded';

const ordered = new WeakMap<readonly DocumentQuotation[], readonly DocumentQuotation[]>();

/** In order of start, the longer one first; sorted once for each answer of the engine. */
function inOrder(quotations: readonly DocumentQuotation[]): readonly DocumentQuotation[] {
  const known = ordered.get(quotations);
  if (known) return known;
  const order = quotations.toSorted((a, b) => a.start - b.start || b.end - a.end);
  ordered.set(quotations, order);
  return order;
}

/** The next or previous quotation is selected and shown in the inspector. */
export function stepQuotation({ surface, codings }: OpenDocument, by: 1 | -1): void {
  const { start, end } = surface.selection();
  const order = inOrder(codings().quotations);
  const isAfter = (quotation: TextSpan) =>
    quotation.start > start || (quotation.start === start && quotation.end < end);
  const isBefore = (quotation: TextSpan) =>
    quotation.start < start || (quotation.start === start && quotation.end > end);
  const target = by === 1 ? order.find(isAfter) : order.findLast(isBefore);
  if (!target) {
    tell({ kind: 'info', message: t(by === 1 ? 'coding:noNextQuotation' : 'coding:noPreviousQuotation') });
    return;
  }
  surface.select(target);
  inspect({ kind: 'quotation', id: target.id });
}

/**
 * The next or previous passage without a code is selected, at most a paragraph; at the end of the document it goes on
 * at the other one, and says so: the next key would code what is selected then.
 */
export function stepUncoded({ surface, codings }: OpenDocument, by: 1 | -1): void {
  const { navigator } = surface;
  const coded = codings().codings;
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
  const here = codings()
    .quotations.filter(({ start, end }) => start <= caret && end >= caret)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const next = here[(here.findIndex(({ id }) => id === current) + 1) % Math.max(1, here.length)];
  if (next) inspect({ kind: 'quotation', id: next.id });
  else announce(t('coding:noCodingHere'));
}
