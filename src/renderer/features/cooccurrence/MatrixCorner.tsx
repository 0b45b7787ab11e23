import { useStore } from 'zustand';
import type { MatrixAnswer } from '../../../contract/queries';
import { heatColor } from '../../../core/colors';
import { formatValue } from '../../../core/cooccurrence';
import { scaleMaximum } from '../../../core/figures';
import { useTheme } from '../../app/theme-store';
import { cellText, valueTitle } from './figures';
import type { HoverStore } from './hover-store';

const shades = [0.06, 0.2, 0.34, 0.48, 0.62, 0.76, 0.9, 1] as const;

/** The corner above the row names: the scale of colours, and in words the cell under the pointer. */
export function MatrixCorner({
  answer,
  rows,
  hoverStore,
  width,
}: {
  readonly answer: MatrixAnswer;
  readonly rows: readonly number[];
  readonly hoverStore: HoverStore;
  readonly width: number;
}) {
  const theme = useTheme();
  const hover = useStore(hoverStore, (store) => store.hover);
  const { result, codes } = answer;
  const maximum = scaleMaximum(result);
  const row = rows[hover?.row ?? -1];
  const column = rows[hover?.column ?? -1];
  const isCell = row !== undefined && column !== undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in parts
    // biome-ignore lint/a11y/useFocusableInteractive: it holds nothing to open
    <div role="columnheader" aria-colindex={1} className="matrix__corner" style={{ width }}>
      {maximum > 0 && (
        <div className="matrix__scale">
          <span>{valueTitle(result.query)}</span>
          <span className="matrix__shades" aria-hidden>
            {shades.map((share) => (
              <span key={share} style={{ backgroundColor: heatColor(share, theme).fill }} />
            ))}
          </span>
          <span className="matrix__scale-ends">
            <span>0</span>
            <span>{formatValue(maximum, Boolean(result.coefficients))}</span>
          </span>
        </div>
      )}
      {isCell && (
        <p className="matrix__readout" aria-hidden>
          <strong>
            {row === column ? codes[row]?.name : `${codes[row]?.name} × ${codes[column]?.name}`}
          </strong>
          <span>{cellText(answer, row, column)}</span>
        </p>
      )}
    </div>
  );
}
