import type { CheckedArgs } from '../../contract/commands';
import { type CooccurrenceQuery, describeCooccurrence, matrixCsv } from '../../core/cooccurrence';
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

/** The figure as it stands in the window. The drawing code is loaded when the first figure is asked for. */
export async function figureSvg(
  args: CheckedArgs<'export.cooccurrence'>,
  context: ReadContext,
): Promise<string> {
  // Asked first: the project may be closed or changed while the code is loaded.
  const { result, codes } = answerMatrix(args.query, context);
  const { figureToSvg, matrixFigure, networkFigure } = await import('../../core/figures');
  const draw = args.view === 'network' ? networkFigure : matrixFigure;
  return figureToSvg(draw(result, { labels: codes, theme: args.theme ?? 'light' }));
}
