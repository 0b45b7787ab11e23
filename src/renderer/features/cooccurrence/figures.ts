import type { MatrixAnswer } from '../../../contract/queries';
import { type CooccurrenceQuery, formatValue } from '../../../core/cooccurrence';
import { t } from '../../i18n';

/** A table of 200 codes says the same few counts forty thousand times. */
const saidCounts = new Map<string, string>();

/** `5 places`, `1,204 characters`. */
export function countText(count: number, query: Pick<CooccurrenceQuery, 'count'>): string {
  if (Number.isNaN(count)) return '–';
  const key = `${query.count} ${count}`;
  const known = saidCounts.get(key);
  if (known !== undefined) return known;
  const said = t(`cooccurrence:counted.${query.count}`, { count });
  if (saidCounts.size > 2000) saidCounts.clear();
  saidCounts.set(key, said);
  return said;
}

/** Name of what the cells are coloured by: the coefficient, else the unit. */
export function valueTitle({ coefficient, count }: Pick<CooccurrenceQuery, 'coefficient' | 'count'>): string {
  return coefficient ? t(`cooccurrence:coefficient.${coefficient}`) : t(`cooccurrence:count.${count}`);
}

/** Name of what the cells count, for the head of a column: `Places`. */
export function countTitle({ count }: Pick<CooccurrenceQuery, 'count'>): string {
  return t(`cooccurrence:countTitle.${count}`);
}

/** What a cell says: `5 places; c, bounded 0.27`. */
export function cellText({ result }: Pick<MatrixAnswer, 'result'>, row: number, column: number): string {
  const cell = row * result.size + column;
  const count = result.counts[cell] ?? Number.NaN;
  if (row === column) return t('cooccurrence:ownCount', { counted: countText(count, result.query) });
  if (Number.isNaN(count)) return t('cooccurrence:ownAncestor');
  const counted = countText(count, result.query);
  if (!result.coefficients) return counted;
  const value = formatValue(result.coefficients[cell] ?? Number.NaN, true);
  return `${counted}; ${valueTitle(result.query)} ${value}`;
}
