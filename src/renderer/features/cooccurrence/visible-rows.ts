import { type CooccurrenceResult, type MatrixOrder, matrixOrder } from '../../../core/cooccurrence';

/** Rows of the result in the order in which to show them; without those that meet no other where that is chosen. */
export function visibleRows(
  result: CooccurrenceResult,
  { order, hidesEmpty }: { readonly order: MatrixOrder; readonly hidesEmpty: boolean },
): readonly number[] {
  const rows = matrixOrder(result, order);
  return hidesEmpty ? rows.filter((row) => meetsAny(result, row)) : rows;
}

/** Whether a row or its column has any cell that counts something, the diagonal left out. */
export function meetsAny({ size, counts }: CooccurrenceResult, row: number): boolean {
  for (let other = 0; other < size; other += 1) {
    if (other === row) continue;
    if ((counts[row * size + other] ?? 0) > 0 || (counts[other * size + row] ?? 0) > 0) return true;
  }
  return false;
}
