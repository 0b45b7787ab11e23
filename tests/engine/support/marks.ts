import { allCodings, allQuotations, type DocumentMarks } from '../../../src/core/document-marks';

/** The columns of an answer as rows. */
export function rowsOfMarks(marks: DocumentMarks) {
  const codings = allCodings(marks).map(({ quotationHasMemo: _, ...coding }) => coding);
  return { sha256: marks.sha256, codings, quotations: allQuotations(marks) };
}
