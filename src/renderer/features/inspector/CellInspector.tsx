import { ArrowLeftRight, List, TriangleAlert } from 'lucide-react';
import type { CellPlace } from '../../../contract/queries';
import type { CooccurrenceQuery } from '../../../core/cooccurrence';
import type { CodeId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, ErrorNote, IconButton, Swatch } from '../../ui';
import { definitionSentences } from '../cooccurrence/definition';
import { countText } from '../cooccurrence/figures';
import { queryArgs } from '../cooccurrence/query-args';
import { CardList } from './CardList';
import { Gone } from './Gone';
import { MeetingCard } from './MeetingCard';
import { Tiles } from './Tiles';
import { useCellFigures } from './use-cell-figures';

export interface CellInspectorProps {
  readonly query: CooccurrenceQuery;
  readonly row: CodeId;
  readonly column: CodeId;
}

/** Two codes that meet: the figures with what they say, and every place behind them. */
export function CellInspector({ query, row, column }: CellInspectorProps) {
  const { t } = useTranslation();
  const { data: codes } = useEngineQuery('codes.tree', {});
  const { data: places, error } = useEngineQuery('cooccurrence.cell', {
    query: queryArgs(query),
    row,
    column,
  });
  const figures = useCellFigures(query, { row, column });
  const rowCode = codes?.find(({ id }) => id === row);
  const columnCode = codes?.find(({ id }) => id === column);
  if (error) return error.kind === 'notFound' ? <Gone /> : <ErrorNote error={error} />;
  if (!codes) return null;
  if (!rowCode || !columnCode) return <Gone />;
  const documents = new Set(places?.map(({ sourceId }) => sourceId)).size;
  const [definition = ''] = definitionSentences(query);

  return (
    <div className="inspector__body">
      <header className="cell-head">
        <h2 className="cell-head__title">
          <button type="button" className="link" onClick={() => inspect({ kind: 'code', id: row })}>
            <Swatch color={rowCode.color} />
            {rowCode.name}
          </button>
          <span className="cell-head__sign">×</span>
          <button type="button" className="link" onClick={() => inspect({ kind: 'code', id: column })}>
            <Swatch color={columnCode.color} />
            {columnCode.name}
          </button>
        </h2>
        <IconButton
          icon={ArrowLeftRight}
          label={t('inspector:cell.swap')}
          onClick={() => inspect({ kind: 'cell', query, row: column, column: row })}
        />
      </header>
      {figures && (
        <p className="inspector__quiet">
          {query.count === 'documents'
            ? countText(figures.count, query)
            : t('inspector:cell.counted', {
                counted: countText(figures.count, query),
                documents: t('inspector:inDocuments', { count: documents }),
              })}
        </p>
      )}
      {figures && <Tiles figures={figures} query={query} rowCode={rowCode} columnCode={columnCode} />}
      <p className="inspector__definition">{definition}</p>
      {figures && figures.warnings.length > 0 && (
        <p className="inspector__warning">
          <TriangleAlert size={14} strokeWidth={1.5} aria-hidden />
          {figures.warnings.map((kind) => t(`cooccurrence:cellWarning.${kind}`)).join(' ')}
        </p>
      )}
      {places && places.length > 0 && (
        <Button
          size="small"
          className="inspector__list"
          icon={List}
          onClick={() => openTab({ kind: 'quotations', cell: { query, row, column } })}
        >
          {t('inspector:cell.list')}
        </Button>
      )}
      {places && places.length === 0 && <p className="inspector__quiet">{t('inspector:cell.nothing')}</p>}
      {places && (
        <CardList<CellPlace> items={places} keyOf={placeKey} label={t('inspector:cell.places')}>
          {(place) => <MeetingCard place={place} rowCode={rowCode} columnCode={columnCode} />}
        </CardList>
      )}
    </div>
  );
}

function placeKey({ sourceId, start, end, rowQuotationIds, columnQuotationIds }: CellPlace): string {
  return `${sourceId} ${start} ${end} ${rowQuotationIds.join()} ${columnQuotationIds.join()}`;
}
