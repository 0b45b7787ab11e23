import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { MatrixAnswer } from '../../../contract/queries';
import { useTheme } from '../../app/theme-store';
import { useTranslation } from '../../i18n';
import { type GridPlace, gridStep } from './grid-step';
import { createHoverStore, setHover } from './hover-store';
import { MatrixCorner } from './MatrixCorner';
import './MatrixGrid.css';
import { ColumnHead, MatrixRow } from './MatrixRow';
import { cellLooks } from './matrix-cell';
import { matrixLayout, visibleRange } from './matrix-layout';
import { useElementSize } from './use-element-size';
import { useScroll } from './use-scroll';

export interface MatrixGridProps {
  readonly answer: MatrixAnswer;
  /** Rows of the answer in the order in which they are shown. */
  readonly rows: readonly number[];
  /** The cell in the inspector, as rows of the answer. */
  readonly chosen: GridPlace | null;
  /** A cell was chosen, by rows of the answer. */
  readonly onOpenCell: (row: number, column: number) => void;
  readonly onOpenCode: (row: number) => void;
}

/**
 * The heat map as an accessible grid: one tab stop, arrow keys within, Enter opens. Only what is in sight is in the
 * page, and always the cell with the focus, so 200 codes scroll as lightly as ten.
 */
export function MatrixGrid({ answer, rows, chosen, onOpenCell, onOpenCode }: MatrixGridProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize(scroller);
  const scroll = useScroll(scroller);
  const [hoverStore] = useState(createHoverStore);
  const [wantedFocus, setFocus] = useState<GridPlace>({ row: 0, column: 0 });
  const mustFocus = useRef(false);
  const { result, codes } = answer;
  const looks = useMemo(() => cellLooks(result, theme), [result, theme]);
  const layout = useMemo(
    () =>
      matrixLayout(
        rows.map((row) => codes[row]?.name ?? ''),
        size.width,
      ),
    [rows, codes, size.width],
  );
  const { left, top, step, cell } = layout;
  const count = rows.length;
  const focus = {
    row: Math.min(wantedFocus.row, count - 1),
    column: Math.min(wantedFocus.column, count - 1),
  };
  const [fromRow, toRow] = visibleRange({ scroll: scroll.top, size: size.height, start: top, step }, count);
  const [fromColumn, toColumn] = visibleRange(
    { scroll: scroll.left, size: size.width, start: left, step },
    count,
  );
  const shownRows = withIndex(fromRow, toRow, focus.row);
  const shownColumns = useMemo(
    () => withIndex(fromColumn, toColumn, focus.column),
    [fromColumn, toColumn, focus.column],
  );
  const chosenRow = chosen ? rows.indexOf(chosen.row) : -1;
  const chosenColumn = chosen ? rows.indexOf(chosen.column) : -1;

  useEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    const place = `[data-row="${focus.row}"][data-column="${focus.column}"]`;
    scroller.current?.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
  }, [focus.row, focus.column]);

  const bringIntoSight = (place: GridPlace) => {
    const view = scroller.current;
    if (!view) return;
    const x = place.column * step;
    const y = place.row * step;
    const roomX = view.clientWidth - left - cell;
    const roomY = view.clientHeight - top - cell;
    if (place.column >= 0) view.scrollLeft = Math.min(x, Math.max(view.scrollLeft, x - roomX));
    if (place.row >= 0) view.scrollTop = Math.min(y, Math.max(view.scrollTop, y - roomY));
  };
  const open = ({ row, column }: GridPlace) => {
    const rowCode = rows[row];
    const columnCode = rows[column];
    if (rowCode !== undefined && columnCode !== undefined) onOpenCell(rowCode, columnCode);
    else if (rowCode !== undefined || columnCode !== undefined) onOpenCode(rowCode ?? columnCode ?? 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(focus);
      return;
    }
    if (event.altKey || event.shiftKey || event.metaKey) return;
    const next = gridStep(event, focus, count);
    if (!next) return;
    event.preventDefault();
    mustFocus.current = true;
    setFocus(next);
    setHover(hoverStore, next);
    bringIntoSight(next);
  };
  const onClick = (event: { readonly target: EventTarget }) => {
    const place = placeOf(event.target);
    if (!place) return;
    setFocus(place);
    open(place);
  };

  return (
    <div
      ref={scroller}
      className="matrix"
      style={{ '--cell': `${cell}px`, '--matrix-font': `${layout.fontSize}px` } as Record<string, string>}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in parts */}
      <div
        role="grid"
        aria-label={t('cooccurrence:matrix')}
        aria-rowcount={count + 1}
        aria-colcount={count + 1}
        className="matrix__grid"
        style={{ width: layout.width, height: layout.height }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => setHover(hoverStore, placeOf(event.target))}
        onBlur={() => setHover(hoverStore, null)}
        onPointerMove={(event: PointerEvent) => setHover(hoverStore, placeOf(event.target))}
        onPointerLeave={() => setHover(hoverStore, null)}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus */}
        <div role="row" aria-rowindex={1} className="matrix__head" style={{ height: top }}>
          <MatrixCorner answer={answer} rows={rows} hoverStore={hoverStore} width={left} />
          {shownColumns.map((column) => (
            <ColumnHead
              key={rows[column]}
              column={column}
              name={layout.names[column] ?? ''}
              fullName={codes[rows[column] ?? -1]?.path ?? ''}
              x={left + column * step + cell / 2}
              isUnderCorner={column * step + cell * 0.6 < scroll.left}
              isFocus={focus.row < 0 && focus.column === column}
              hoverStore={hoverStore}
            />
          ))}
        </div>
        {shownRows.map((row) => (
          <MatrixRow
            key={rows[row]}
            row={row}
            answer={answer}
            rows={rows}
            looks={looks}
            columns={shownColumns}
            layout={layout}
            focusColumn={focus.row === row ? focus.column : null}
            chosenColumn={chosenRow === row ? chosenColumn : null}
            hoverStore={hoverStore}
          />
        ))}
      </div>
    </div>
  );
}

/** `[from, to)` and one more index where it is a row or column that has the focus. */
function withIndex(from: number, to: number, index: number): readonly number[] {
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (index >= 0 && index < from) return [index, ...indices];
  return index >= to ? [...indices, index] : indices;
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof Element)) return null;
  const { row, column } = target.closest<HTMLElement>('[data-row]')?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
