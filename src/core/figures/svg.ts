import { assertNever } from '../result';
import type { Figure, Shape, TextShape } from './figure';

/**
 * The figure as an SVG document (FG1). Every text is escaped, and characters that XML does not allow become
 * U+FFFD: code names come from people and from other programs.
 */
export function figureToSvg(figure: Figure): string {
  const { width, height } = figure;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" font-family="${escapeXml(figure.fontFamily)}">`,
    `<title>${escapeXml(figure.title)}</title>`,
    `<desc>${escapeXml(figure.description)}</desc>`,
    `<rect width="${number(width)}" height="${number(height)}" fill="${escapeXml(figure.background)}"/>`,
    ...figure.shapes.map(shapeToSvg),
    '</svg>',
    '',
  ].join('\n');
}

/** Text for XML content and quoted attributes. */
export function escapeXml(text: string): string {
  return (
    text
      // XML 1.0 has no place for these, not even as numbers.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return element('rect', shape, {
        x: shape.x,
        y: shape.y,
        width: shape.width,
        height: shape.height,
        rx: shape.radius,
        ...paint(shape),
      });
    case 'line':
      return element('line', shape, {
        x1: shape.x1,
        y1: shape.y1,
        x2: shape.x2,
        y2: shape.y2,
        'stroke-linecap': 'round',
        ...paint(shape),
      });
    case 'circle':
      return element('circle', shape, { cx: shape.x, cy: shape.y, r: shape.radius, ...paint(shape) });
    case 'path':
      return element('path', shape, { d: shape.d, ...paint(shape) });
    case 'text':
      return textToSvg(shape);
    default:
      return assertNever(shape);
  }
}

function textToSvg(shape: TextShape): string {
  const { x, y, rotation, halo } = shape;
  const attributes = attributesToSvg({
    x,
    y,
    'font-size': shape.size,
    'font-weight': shape.weight,
    'text-anchor': shape.anchor === 'start' ? undefined : shape.anchor,
    transform: rotation ? `rotate(${number(rotation)} ${number(x)} ${number(y)})` : undefined,
    fill: shape.color,
    stroke: halo,
    'stroke-width': halo ? 3 : undefined,
    'stroke-linejoin': halo ? 'round' : undefined,
    'paint-order': halo ? 'stroke' : undefined,
  });
  return `<text${attributes}>${escapeXml(shape.text)}</text>`;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function paint(shape: {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly opacity?: number;
}): Attributes {
  return {
    fill: shape.fill ?? 'none',
    stroke: shape.stroke,
    'stroke-width': shape.strokeWidth,
    opacity: shape.opacity,
  };
}

function element(name: string, { tip }: { readonly tip?: string }, attributes: Attributes): string {
  const open = `<${name}${attributesToSvg(attributes)}`;
  return tip === undefined ? `${open}/>` : `${open}><title>${escapeXml(tip)}</title></${name}>`;
}

function attributesToSvg(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`)
    .join('');
}

function number(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';
}
