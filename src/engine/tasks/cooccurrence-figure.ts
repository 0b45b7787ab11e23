import type { CheckedArgs } from '../../contract/commands';
import { type CooccurrenceQuery, describeCooccurrence, matrixCsv } from '../../core/cooccurrence';
import { figureToSvg, matrixFigure, networkFigure } from '../../core/figures';
import type { ReadContext } from '../context';
import { answerMatrix } from '../queries/cooccurrence';

/** The matrix as rows for a file, with the sentence that says what it counts. */
export function matrixTable(query: CooccurrenceQuery, context: ReadContext) {
  const { result, codes } = answerMatrix(query, context);
  return {
    definition: describeCooccurrence(query, result),
    rows: matrixCsv(
      result,
      codes.map(({ path }) => path),
    ),
  };
}

/** The figure as it stands in the window. */
export function figureSvg(args: CheckedArgs<'export.cooccurrence'>, context: ReadContext): string {
  const { result, codes } = answerMatrix(args.query, context);
  const theme = args.theme ?? 'light';
  const figure =
    args.view === 'network'
      ? networkFigure({ result, codes, theme })
      : matrixFigure({ result, codes, theme });
  return figureToSvg(figure);
}
