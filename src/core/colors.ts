import { contrast, hexToOklch, mixColors, oklchToHex } from './oklch';

export type Theme = 'light' | 'dark';

/** What a code's colour is seen against: the paper of the document view and the ink on it. */
export const paper: Readonly<Record<Theme, string>> = { light: '#fffefa', dark: '#201f1c' };
export const ink: Readonly<Record<Theme, string>> = { light: '#24221d', dark: '#e9e6df' };

const ringLightness = 0.62;
/** The highest chroma that every hue has at this lightness in sRGB. */
const ringChroma = 0.105;
/**
 * The first eight are 45 degrees apart and ordered so that each differs as much as can be from those before it, to
 * the usual eye and in simulations of protanopia and deuteranopia (Machado 2009); the other eight lie between them.
 */
const ringHues = [
  275, 95, 185, 140, 320, 5, 230, 50, 342.5, 162.5, 27.5, 207.5, 252.5, 72.5, 117.5, 297.5,
] as const;

/** Sixteen colours for codes, of equal lightness and chroma, in the order in which new codes get them (CL1). */
export const codeColorRing: readonly string[] = ringHues.map((hue) =>
  oklchToHex({ lightness: ringLightness, chroma: ringChroma, hue }),
);

/** The ring's colour that is used least so far; the earliest of equals (CL2). `used`: colours as `#rrggbb`. */
export function nextColor(used: Iterable<string>): string {
  const uses = new Map<string, number>();
  for (const color of used) uses.set(color.toLowerCase(), (uses.get(color.toLowerCase()) ?? 0) + 1);
  let best = codeColorRing[0] ?? '#808080';
  for (const color of codeColorRing) {
    if ((uses.get(color) ?? 0) < (uses.get(best) ?? 0)) best = color;
  }
  return best;
}

/** How a stored colour appears in a theme; all `#rrggbb`. */
export interface CodeColors {
  /** Brackets, underlines, dots: at least 3:1 against the paper. */
  readonly mark: string;
  /** Behind a passage; the theme's ink keeps at least 7:1 on it. */
  readonly tint: string;
  /** The code's name in the margin: at least 4.5:1 against the paper. */
  readonly text: string;
}

const known: Record<Theme, Map<string, CodeColors>> = { light: new Map(), dark: new Map() };

/** A stored colour's variants for a theme (CL3). Remembered, because every repaint asks for them. */
export function codeColors(hex: string, theme: Theme): CodeColors {
  const found = known[theme].get(hex);
  if (found) return found;
  const colors = deriveColors(hex, theme);
  if (known[theme].size > 2000) known[theme].clear();
  known[theme].set(hex, colors);
  return colors;
}

function deriveColors(hex: string, theme: Theme): CodeColors {
  const { lightness, chroma, hue } = hexToOklch(hex);
  const isLight = theme === 'light';
  const start = isLight ? Math.min(lightness, 0.6) : Math.max(lightness, 0.74);
  const mark = withContrast({ chroma, hue, lightness: start }, { theme, least: 3 });
  const text = withContrast(
    { chroma, hue, lightness: isLight ? Math.min(lightness, 0.5) : Math.max(lightness, 0.78) },
    { theme, least: 4.5 },
  );
  const tint = oklchToHex({
    lightness: isLight ? 0.925 : 0.345,
    chroma: isLight ? Math.min(chroma * 0.28, 0.045) : Math.min(chroma * 0.42, 0.06),
    hue,
  });
  return { mark, tint, text };
}

/** Steps away from the paper until the contrast is there: darker on light paper, lighter on dark. */
function withContrast(
  color: { lightness: number; chroma: number; hue: number },
  { theme, least }: { theme: Theme; least: number },
): string {
  const step = theme === 'light' ? -0.01 : 0.01;
  for (let lightness = color.lightness; lightness >= 0 && lightness <= 1; lightness += step) {
    const hex = oklchToHex({ ...color, lightness });
    if (contrast(hex, paper[theme]) >= least) return hex;
  }
  return ink[theme];
}

/** The two ends of the scale in which a table's cells are coloured. */
const heat: Readonly<Record<Theme, { readonly low: string; readonly high: string }>> = {
  light: { low: '#d3e5f8', high: '#1a6db8' },
  dark: { low: '#2c3d52', high: '#72bfff' },
};

/** The colour of a cell whose value is `share` (0..1) of the scale, and an ink that is readable on it (CL4). */
export function heatColor(share: number, theme: Theme): { readonly fill: string; readonly text: string } {
  const fill = mixColors(heat[theme].low, heat[theme].high, Math.min(1, Math.max(0, share)));
  // Of black and white one always has 4.5:1 or more.
  return { fill, text: contrast(fill, '#ffffff') >= contrast(fill, '#000000') ? '#ffffff' : '#000000' };
}
