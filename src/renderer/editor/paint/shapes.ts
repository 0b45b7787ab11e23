/** Elements of the painted layer. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width?: number;
  readonly height?: number;
}

export function label(className: string, text: string, box: LabelBox): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  element.style.left = `${box.left}px`;
  element.style.top = `${box.top}px`;
  if (box.width !== undefined) element.style.width = `${box.width}px`;
  if (box.height !== undefined) {
    element.style.height = `${box.height}px`;
    element.style.lineHeight = `${box.height}px`;
  }
  return element;
}

export interface LineStyle {
  /** Null: the style sheet's. */
  readonly color: string | null;
  readonly width: number;
  readonly name: string;
}

export function line(path: string, { color, width, name }: LineStyle): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('d', path);
  element.setAttribute('class', name);
  element.setAttribute('stroke-width', String(width));
  if (color) element.setAttribute('stroke', color);
  return element;
}

/** Lines of one style as one element each. */
export class LinesByStyle {
  private readonly lines = new Map<string, { style: LineStyle; path: string }>();

  add(style: LineStyle, path: string): void {
    const key = `${style.name} ${style.color} ${style.width}`;
    const known = this.lines.get(key);
    if (known) known.path += path;
    else this.lines.set(key, { style, path });
  }

  elements(): SVGElement[] {
    return [...this.lines.values()].map(({ style, path }) => line(path, style));
  }
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
