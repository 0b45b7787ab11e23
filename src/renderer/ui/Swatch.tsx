import { codeColors } from '../../core/colors';
import { useTheme } from '../app/theme-store';
import './Swatch.css';

export interface SwatchProps {
  /** The stored colour, `#rrggbb`; shown as the theme paints it. */
  readonly color: string;
  /** Pixels. */
  readonly size?: number;
  /** A folder of codes: only its outline. */
  readonly isHollow?: boolean;
}

/** A code's colour as a small square; the name beside it says the same. */
export function Swatch({ color, size = 9, isHollow = false }: SwatchProps) {
  const { mark } = codeColors(color, useTheme());
  return (
    <span
      className="swatch"
      aria-hidden
      style={
        isHollow
          ? { width: size, height: size, boxShadow: `inset 0 0 0 1.5px ${mark}` }
          : { width: size, height: size, backgroundColor: mark }
      }
    />
  );
}
