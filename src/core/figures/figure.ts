/**
 * A figure as plain shapes in pixels, y downwards. The window draws the shapes onto a canvas for PNG, the command
 * line and the window write the same ones as SVG, so that what is printed is what was seen.
 */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly fontFamily: string;
  /** For those who can't see the figure, and for search. */
  readonly title: string;
  readonly description: string;
  readonly shapes: readonly Shape[];
}

/** Colours are `#rrggbb`. `tip` is shown when the pointer rests on the shape. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly radius?: number;
      readonly opacity?: number;
      readonly tip?: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly strokeWidth: number;
      readonly opacity?: number;
      readonly tip?: string;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly opacity?: number;
      readonly tip?: string;
    }
  | TextShape
  | {
      readonly kind: 'path';
      /** SVG path data; a canvas takes it as `new Path2D(d)`. */
      readonly d: string;
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly opacity?: number;
      readonly tip?: string;
    };

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly color: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: number;
  /** Degrees clockwise about (x, y). */
  readonly rotation?: number;
  /** A rim in this colour keeps the letters readable on lines. */
  readonly halo?: string;
}

export const fontFamily =
  "'Inter Variable', Inter, system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** How far below the middle of a line of text its base line is, as a share of the font size. */
export const middleToBaseline = 0.36;
