import type { Theme } from '../../../core/colors';
import type { CooccurrenceQuery } from '../../../core/cooccurrence';
import { type Figure, matrixFigure, networkFigure } from '../../../core/figures';
import { fetchQuery } from '../../client';
import type { Choices } from '../cooccurrence/choices';
import { consideredText, definitionSentences } from '../cooccurrence/definition';
import { positionsFor } from '../cooccurrence/drawn-places';
import { thresholdOf } from '../cooccurrence/network-shape';
import { queryArgs } from '../cooccurrence/query-args';
import { visibleRows } from '../cooccurrence/visible-rows';

export interface FigureWishes {
  readonly query: CooccurrenceQuery;
  readonly choices: Pick<Choices, 'order' | 'hidesEmpty' | 'threshold'>;
  readonly view: 'matrix' | 'network';
  /** Printed in the cells of the matrix. */
  readonly numbers: 'count' | 'value';
  readonly theme: Theme;
  readonly title: string;
}

/** The figure as it stands in the window: its order, its threshold, its nodes where they were put. */
export async function cooccurrenceFigure(wishes: FigureWishes): Promise<Figure> {
  const { query, choices, view, numbers, theme, title } = wishes;
  const { result, codes } = await fetchQuery('cooccurrence.matrix', queryArgs(query));
  const definition = `${definitionSentences(query).join(' ')} ${consideredText(result)}.`;
  const shared = { labels: codes, theme, title, definition };
  if (view === 'matrix')
    return matrixFigure(result, { ...shared, numbers, order: visibleRows(result, choices) });
  const threshold = thresholdOf(result, choices.threshold);
  const { positions, box } = positionsFor(result, threshold);
  return networkFigure(result, { ...shared, threshold, positions, ...box });
}
