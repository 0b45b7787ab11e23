/** Widths in pixels of short texts, each measured once: asking the page would lay it out. */
export type TextWidth = (text: string) => number;

export function textWidthIn(font: string): TextWidth {
  const known = new Map<string, number>();
  let context: CanvasRenderingContext2D | null = null;
  return (text) => {
    const width = known.get(text);
    if (width !== undefined) return width;
    context ??= document.createElement('canvas').getContext('2d');
    if (!context) return 0;
    context.font = font;
    const measured = context.measureText(text).width;
    known.set(text, measured);
    return measured;
  };
}

/** The interface's face, as in `document.css`. */
const family = "'Inter Variable', sans-serif";
export const nameWidth = textWidthIn(`12px ${family}`);
export const noteWidth = textWidthIn(`500 11.5px ${family}`);
export const timeWidth = textWidthIn(`10.5px ${family}`);
