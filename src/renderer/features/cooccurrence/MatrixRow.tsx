import { memo } from 'react';
import type { MatrixAnswer } from '../../../contract/queries';
import { classNames, Swatch } from '../../ui';
import { cellText } from './figures';
import { type HoverStore, useIsHovered } from './hover-store';
import type { CellLook } from './matrix-cell';
import { type MatrixLayout, slant } from './matrix-layout';

export interface MatrixRowProps {
  /** Index in `rows`; -1 is the header, as in `data-row` and `data-column`. */
  readonly row: number;
  readonly answer: MatrixAnswer;
  readonly rows: readonly number[];
  readonly looks: (row: number, column: number) => CellLook;
  readonly columns: readonly number[];
  readonly layout: MatrixLayout;
  /** Which of the row's places is the grid's tab stop; -1 the row's name, null none. */
  readonly focusColumn: number | null;
  readonly chosenColumn: number | null;
  readonly hoverStore: HoverStore;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, answer, rows, looks, columns, layout, focusColumn, chosenColumn, hoverStore } = props;
  const { left, top, step, names } = layout;
  const at = rows[row] ?? 0;
  const code = answer.codes[at];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in parts
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div
      role="row"
      aria-rowindex={row + 2}
      className="matrix__row"
      style={{ transform: `translateY(${top + row * step}px)` }}
    >
      <RowHead
        row={row}
        name={names[row] ?? ''}
        fullName={code?.path ?? ''}
        color={code?.color ?? ''}
        width={left}
        isFocus={focusColumn === -1}
        hoverStore={hoverStore}
      />
      {columns.map((column) => {
        const columnAt = rows[column] ?? 0;
        const look = looks(at, columnAt);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={columnAt}
            role="gridcell"
            tabIndex={focusColumn === column ? 0 : -1}
            aria-colindex={column + 2}
            aria-selected={chosenColumn === column}
            aria-label={`${code?.name} × ${answer.codes[columnAt]?.name}: ${cellText(answer, at, columnAt)}`}
            data-row={row}
            data-column={column}
            className={`matrix__cell matrix__cell--${look.kind}`}
            style={{
              left: left + column * step,
              ...(look.kind === 'heat' ? { backgroundColor: look.fill, color: look.ink } : {}),
            }}
          >
            {look.text}
          </div>
        );
      })}
    </div>
  );
});

interface HeadProps {
  readonly name: string;
  readonly fullName: string;
  readonly isFocus: boolean;
  readonly hoverStore: HoverStore;
}

function RowHead(
  props: HeadProps & { readonly row: number; readonly color: string; readonly width: number },
) {
  const { row, name, fullName, color, width, isFocus, hoverStore } = props;
  const isHovered = useIsHovered(hoverStore, 'row', row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="rowheader"
      tabIndex={isFocus ? 0 : -1}
      aria-colindex={1}
      aria-label={fullName}
      title={fullName}
      data-row={row}
      data-column={-1}
      data-hovered={isHovered || undefined}
      className="matrix__row-head"
      style={{ width }}
    >
      <span className="matrix__name">{name}</span>
      <Swatch color={color} />
    </div>
  );
}

export const ColumnHead = memo(function ColumnHead(
  props: HeadProps & { readonly column: number; readonly x: number; readonly isUnderCorner: boolean },
) {
  const { column, name, fullName, x, isUnderCorner, isFocus, hoverStore } = props;
  const isHovered = useIsHovered(hoverStore, 'column', column);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="columnheader"
      tabIndex={isFocus ? 0 : -1}
      aria-colindex={column + 2}
      aria-label={fullName}
      title={fullName}
      data-row={-1}
      data-column={column}
      data-hovered={isHovered || undefined}
      className={classNames('matrix__column-head', isUnderCorner && 'matrix__column-head--gone')}
      style={{ left: x, transform: `rotate(-${slant}deg)` }}
    >
      <span className="matrix__name">{name}</span>
    </div>
  );
});
