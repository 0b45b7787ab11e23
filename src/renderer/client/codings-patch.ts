import type { QueryResult } from '../../contract/queries';
import type { CodingId, QuotationId } from '../../core/ids';

/**
 * A document may have 50,000 codings, and a change touches one: instead of asking for all of them again, what became
 * of the changed rows is asked and put into the answer that is held. Rows that did not change stay the same objects.
 */
type Marks = QueryResult<'source.codings'>;
type Changed = QueryResult<'source.codingsAmong'>;

export interface ChangedIds {
  readonly codingIds: ReadonlySet<string>;
  readonly quotationIds: ReadonlySet<string>;
}

/** The quotations that a change touches: those that changed, and those of the codings that went or are others now. */
export function touchedQuotations(
  { codings }: Marks,
  { codingIds, quotationIds }: ChangedIds,
): QuotationId[] {
  const touched = new Set(quotationIds as ReadonlySet<QuotationId>);
  for (const { id, quotationId } of codings) if (codingIds.has(id)) touched.add(quotationId);
  return [...touched];
}

/** The held answer with the touched rows as they are now. */
export function patchMarks(held: Marks, touched: readonly QuotationId[], changed: Changed): Marks {
  const gone = new Set<QuotationId>([...touched, ...changed.quotations.map(({ id }) => id)]);
  const newer = new Set<CodingId>(changed.codings.map(({ id }) => id));
  const codings = held.codings.filter(({ id, quotationId }) => !gone.has(quotationId) && !newer.has(id));
  const quotations = held.quotations.filter(({ id }) => !gone.has(id));
  return {
    sha256: changed.sha256,
    codings: merge(codings, changed.codings),
    quotations: withMemos(merge(quotations, changed.quotations), new Set(changed.withMemo)),
  };
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Puts some rows into many: by start, the longer first. */
function merge<T extends Interval>(many: readonly T[], some: readonly T[]): T[] {
  const merged = [...many];
  for (const row of some) {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = merged[middle];
      if (there && (there.start - row.start || row.end - there.end) <= 0) low = middle + 1;
      else high = middle;
    }
    merged.splice(low, 0, row);
  }
  return merged;
}

function withMemos(quotations: Marks['quotations'], withMemo: ReadonlySet<QuotationId>): Marks['quotations'] {
  const isRight = quotations.every(({ id, hasMemo }) => hasMemo === withMemo.has(id));
  if (isRight) return quotations;
  return quotations.map((quotation) => {
    const hasMemo = withMemo.has(quotation.id);
    return quotation.hasMemo === hasMemo ? quotation : { ...quotation, hasMemo };
  });
}
