import type { CodeRow } from '../../../contract/queries';
import { type CooccurrenceQuery, formatValue } from '../../../core/cooccurrence';
import { useTranslation } from '../../i18n';
import { Tooltip } from '../../ui';
import { definitionSentences } from '../cooccurrence/definition';
import type { CellFigures } from './use-cell-figures';

interface Tile {
  readonly key: string;
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

export interface TilesProps {
  readonly figures: CellFigures;
  readonly query: CooccurrenceQuery;
  readonly rowCode: Pick<CodeRow, 'name'>;
  readonly columnCode: Pick<CodeRow, 'name'>;
}

/** The figures of a cell, each with its name; what exactly it says stands in its tooltip and description. */
export function Tiles({ figures, query, rowCode, columnCode }: TilesProps) {
  const { t } = useTranslation();
  const { count, coefficient, ofRow, ofColumn } = figures;
  const sentence = (of: CooccurrenceQuery) => definitionSentences(of)[1] ?? '';
  const tiles: Tile[] = [
    {
      key: 'count',
      value: formatValue(count, false),
      label: t(`cooccurrence:count.${query.count}`),
      definition: definitionSentences(query)[0] ?? '',
    },
  ];
  if (coefficient)
    tiles.push({
      key: 'coefficient',
      value: formatValue(coefficient.value, true),
      label: t(`cooccurrence:coefficient.${coefficient.kind}`),
      definition: sentence({ ...query, coefficient: coefficient.kind }),
    });
  if (ofRow !== null && coefficient?.kind !== 'given-row')
    tiles.push({
      key: 'given-row',
      value: formatValue(ofRow, true),
      label: t('inspector:cell.shareOf', { name: rowCode.name }),
      definition: t('inspector:cell.shareOfAbout', { of: rowCode.name, meet: columnCode.name }),
    });
  if (ofColumn !== null && coefficient?.kind !== 'given-column')
    tiles.push({
      key: 'given-column',
      value: formatValue(ofColumn, true),
      label: t('inspector:cell.shareOf', { name: columnCode.name }),
      definition: t('inspector:cell.shareOfAbout', { of: columnCode.name, meet: rowCode.name }),
    });
  return (
    <dl className="tiles">
      {tiles.map(({ key, value, label, definition }) => (
        <Tooltip key={key} content={definition}>
          <div className="tiles__tile">
            <dt>
              {label}
              <span className="visually-hidden">: {definition}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        </Tooltip>
      ))}
    </dl>
  );
}
