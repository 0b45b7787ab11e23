import type { CellPlace, MatrixAnswer } from '../../contract/queries';
import { createCodeTree } from '../../core/code-tree';
import { type CooccurrenceQuery, cellQuotations, computeCooccurrence } from '../../core/cooccurrence';
import { ExpectedError, type Result } from '../../core/result';
import { listCodes } from '../../storage/repositories/codes';
import { listSources } from '../../storage/repositories/sources';
import type { QueryHandlers, ReadContext } from '../context';
import { passageAt } from '../passages';

export const cooccurrenceQueries: QueryHandlers<'cooccurrence.matrix' | 'cooccurrence.cell'> = {
  'cooccurrence.matrix': (query, context) => {
    const loaded = context.analysis.ready();
    return loaded ? loaded.then(() => answerMatrix(query, context)) : answerMatrix(query, context);
  },

  'cooccurrence.cell': (args, context) => {
    const data = context.analysis.get();
    const sources = new Map(listSources(context.database).map((source) => [source.id, source]));
    const cell = { row: args.row, column: args.column };
    const places = unwrap(cellQuotations(data, args.query, cell));
    const { table, quotationIds } = data;
    const spans = (rows: readonly number[]) =>
      rows.map((row) => ({ start: table.start[row] ?? 0, end: table.end[row] ?? 0 }));
    const quotations = (rows: readonly number[]) => [
      ...new Set(rows.flatMap((row) => (quotationIds[row] ? [quotationIds[row]] : []))),
    ];
    return places.flatMap((place): CellPlace[] => {
      const source = sources.get(data.sourceIds[place.sourceIndex] ?? ('' as never));
      if (!source) return [];
      return [
        {
          ...passageAt(context.texts, source, place),
          rowQuotationIds: quotations(place.rowCodings),
          columnQuotationIds: quotations(place.columnCodings),
          rowSpans: spans(place.rowCodings),
          columnSpans: spans(place.columnCodings),
        },
      ];
    });
  },
};

/** The matrix with what its rows and columns are called; the one function behind window, exports and command line. */
export function answerMatrix(query: CooccurrenceQuery, context: ReadContext): MatrixAnswer {
  const data = context.analysis.get();
  const start = context.platform.milliseconds();
  const result = unwrap(computeCooccurrence(data, query));
  const milliseconds = context.platform.milliseconds() - start;
  const tree = createCodeTree(listCodes(context.database));
  const codes = Array.from(result.codes, (index) => {
    const code = tree.get(data.codeIds[index] ?? ('' as never));
    if (!code) throw new Error('a row of the matrix has no code');
    return { id: code.id, path: tree.path(code.id), name: code.name, color: code.color };
  });
  return { result, codes, revision: data.revision, milliseconds };
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new ExpectedError(result.error.kind, result.error.message, result.error.detail);
  return result.value;
}
