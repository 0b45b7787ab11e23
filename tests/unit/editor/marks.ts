import {
  type DocumentCoding,
  type DocumentMarks,
  type DocumentQuotation,
  packIds,
} from '../../../src/core/document-marks';

/** Rows, in any order, as the engine answers them; a quotation that only a coding names stands where that does. */
export function marksOf(
  codings: readonly DocumentCoding[],
  more: readonly DocumentQuotation[] = [],
): DocumentMarks {
  const known = new Map(more.map((row) => [row.id, row]));
  for (const { quotationId, start, end } of codings)
    if (!known.has(quotationId)) known.set(quotationId, { id: quotationId, start, end, hasMemo: false });
  const quotations = [...known.values()].sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1),
  );
  const rowOf = new Map(quotations.map(({ id }, row) => [id, row]));
  const row = ({ quotationId }: DocumentCoding) => rowOf.get(quotationId) ?? 0;
  const inOrder = codings.toSorted(
    (a, b) => row(a) - row(b) || (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0),
  );
  const codeIds = [...new Set(codings.map(({ codeId }) => codeId))];
  const coderIds = [...new Set(codings.map(({ coderId }) => coderId))];
  return {
    sha256: 'text',
    quotations: {
      ids: packIds(quotations.map(({ id }) => id)),
      start: Int32Array.from(quotations, ({ start }) => start),
      end: Int32Array.from(quotations, ({ end }) => end),
      hasMemo: Uint8Array.from(quotations, ({ hasMemo }) => Number(hasMemo)),
    },
    codings: {
      ids: packIds(inOrder.map(({ id }) => id)),
      quotation: Int32Array.from(inOrder, row),
      code: Int32Array.from(inOrder, ({ codeId }) => codeIds.indexOf(codeId)),
      coder: Int32Array.from(inOrder, ({ coderId }) => coderIds.indexOf(coderId)),
      at: Float64Array.from(inOrder, ({ createdAt }) => Date.parse(createdAt) || 0),
      hasMemo: Uint8Array.from(inOrder, ({ hasMemo }) => Number(hasMemo)),
      codeIds,
      coderIds,
    },
  };
}
