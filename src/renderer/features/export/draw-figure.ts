import type { Figure, Shape, TextShape } from '../../../core/figures';
import { assertNever } from '../../../core/result';

/** Pixels of the picture for each of the figure, so that print and dense screens stay sharp. */
const wantedScale = 2;
/** No side longer than browsers draw. */
const longestSide = 16_000;

/** The figure as a PNG: the core's shapes on a canvas, in the window's fonts. */
export async function figureToPng(figure: Figure): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(wantedScale, longestSide / Math.max(figure.width, figure.height));
  const canvas = new OffscreenCanvas(Math.ceil(figure.width * scale), Math.ceil(figure.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  await loadFonts(figure);
  context.scale(scale, scale);
  context.fillStyle = figure.background;
  context.fillRect(0, 0, figure.width, figure.height);
  for (const shape of figure.shapes) {
    context.save();
    draw(context, shape, figure.fontFamily);
    context.restore();
  }
  const picture = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await picture.arrayBuffer());
}

/** A font that no text of the page has used yet is not there yet. */
async function loadFonts({ shapes, fontFamily }: Figure): Promise<void> {
  const texts = shapes.filter((shape) => shape.kind === 'text');
  const weights = new Set(texts.map(({ weight }) => weight ?? 400));
  const sample = texts.map(({ text }) => text).join('');
  await Promise.all(
    [...weights].map((weight) => document.fonts.load(`${weight} 12px ${fontFamily}`, sample)),
  );
}

function draw(context: OffscreenCanvasRenderingContext2D, shape: Shape, fontFamily: string): void {
  if (shape.kind === 'text') {
    drawText(context, shape, fontFamily);
    return;
  }
  if (shape.opacity !== undefined) context.globalAlpha = shape.opacity;
  const path = pathOf(shape);
  if ('fill' in shape && shape.fill) {
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (!shape.stroke) return;
  context.strokeStyle = shape.stroke;
  context.lineWidth = shape.strokeWidth ?? 1;
  context.lineCap = shape.kind === 'line' ? 'round' : 'butt';
  context.stroke(path);
}

function pathOf(shape: Exclude<Shape, TextShape>): Path2D {
  const path = new Path2D();
  switch (shape.kind) {
    case 'rect':
      path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
      return path;
    case 'circle':
      path.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
      return path;
    case 'line':
      path.moveTo(shape.x1, shape.y1);
      path.lineTo(shape.x2, shape.y2);
      return path;
    case 'path':
      return new Path2D(shape.d);
    default:
      return assertNever(shape);
  }
}

const alignments = { start: 'left', middle: 'center', end: 'right' } as const;

function drawText(context: OffscreenCanvasRenderingContext2D, shape: TextShape, fontFamily: string): void {
  context.font = `${shape.weight ?? 400} ${shape.size}px ${fontFamily}`;
  context.textAlign = alignments[shape.anchor ?? 'start'];
  context.translate(shape.x, shape.y);
  if (shape.rotation) context.rotate((shape.rotation * Math.PI) / 180);
  if (shape.halo) {
    context.strokeStyle = shape.halo;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(shape.text, 0, 0);
  }
  context.fillStyle = shape.color;
  context.fillText(shape.text, 0, 0);
}
