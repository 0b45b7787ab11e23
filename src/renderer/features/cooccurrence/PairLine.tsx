import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatValue } from '../../../core/cooccurrence';
import { useTranslation } from '../../i18n';
import { Swatch } from '../../ui';
import type { Pair } from './sort-pairs';

export interface PairLineProps {
  readonly id: string;
  readonly index: number;
  readonly pair: Pair;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** Pixels from the top of the list. */
  readonly offset: number;
  readonly height: number;
  readonly onOpen: () => void;
}

export function PairLine({ id, index, pair, isActive, isChosen, offset, height, onOpen }: PairLineProps) {
  const { t } = useTranslation();
  const { rowName, columnName, rowPath, columnPath, rowColor, columnColor, coefficient, warnings } = pair;
  const warning = warnings.map((kind) => t(`cooccurrence:cellWarning.${kind}`)).join(' ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in parts
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table has the keys
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-active={isActive || undefined}
      className="pairs__row"
      style={{ height, transform: `translateY(${offset}px)` }}
      onClick={onOpen}
    >
      <Cell title={rowPath}>
        <Swatch color={rowColor} />
        <span className="pairs__name">{rowName}</span>
      </Cell>
      <Cell title={columnPath}>
        <Swatch color={columnColor} />
        <span className="pairs__name">{columnName}</span>
      </Cell>
      <Cell isNumber>{formatValue(pair.count, false)}</Cell>
      {coefficient !== null && (
        <Cell isNumber>
          {warning && (
            <span className="pairs__warning" title={warning}>
              <TriangleAlert size={13} strokeWidth={1.5} role="img" aria-label={warning} />
            </span>
          )}
          {formatValue(coefficient, true)}
        </Cell>
      )}
      <Cell isNumber isQuiet>
        {formatValue(pair.rowCount, false)}
      </Cell>
      <Cell isNumber isQuiet>
        {formatValue(pair.columnCount, false)}
      </Cell>
    </div>
  );
}

function Cell(props: {
  readonly title?: string;
  readonly isNumber?: boolean;
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
    <div
      role="gridcell"
      className="pairs__cell"
      title={props.title}
      data-number={props.isNumber || undefined}
      data-quiet={props.isQuiet || undefined}
    >
      {props.children}
    </div>
  );
}
