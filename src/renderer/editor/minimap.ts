import { codeColors, type Theme } from '../../core/colors';
import type { DocumentText } from './model/document-text';
import { type EstimatedHeights, estimateHeights } from './model/estimated-heights';
import type { CodingModel } from './paint/coding-model';

export interface MinimapElements {
  readonly canvas: HTMLCanvasElement;
  /** The rectangle that stands for the window. */
  readonly window: HTMLElement;
}

const padding = 10;
/** Height of a row of text where the whole document has room at that size. */
const bestRow = 3;
const charactersPerRow = 70;
const barWidth = 2;
const barStep = 3;
const inks: Record<Theme, string> = { light: 'rgba(60, 55, 45, 0.13)', dark: 'rgba(235, 230, 220, 0.13)' };

/** The whole document at a glance: faint rows for the text, a bar in its lane for each coding. */
export class Minimap {
  private readonly heights: EstimatedHeights;
  private model: CodingModel | null = null;
  private theme: Theme = 'light';
  private height = 0;
  private frame = 0;

  constructor(
    private readonly elements: MinimapElements,
    private readonly document: DocumentText,
  ) {
    this.heights = estimateHeights(document, charactersPerRow);
  }

  /** Drawn a frame later: a new coding has to appear in the text first. */
  setModel(model: CodingModel): void {
    const isFirst = this.model === null;
    this.model = model;
    if (isFirst) this.draw();
    else this.frame ||= requestAnimationFrame(() => setTimeout(() => this.drawLater()));
  }

  setAppearance(height: number, theme: Theme): void {
    this.height = height;
    this.theme = theme;
    this.draw();
  }

  /** Moves the window's rectangle to the text that is in view. */
  showView(start: number, end: number): void {
    const top = padding + this.heights.rowsBefore(start) * this.rowHeight();
    const bottom = padding + this.heights.rowsBefore(end) * this.rowHeight();
    const { style } = this.elements.window;
    style.transform = `translateY(${Math.round(top)}px)`;
    style.height = `${Math.max(12, Math.round(bottom - top))}px`;
  }

  /** The text position at a height of the map, in pixels from its top. */
  positionAt(y: number): number {
    return this.heights.positionAt(Math.max(0, (y - padding) / this.rowHeight()));
  }

  private rowHeight(): number {
    return Math.min(bestRow, Math.max(0.01, (this.height - 2 * padding) / Math.max(1, this.heights.total)));
  }

  private drawLater(): void {
    this.frame = 0;
    this.draw();
  }

  private draw(): void {
    const { canvas } = this.elements;
    const context = canvas.getContext('2d');
    const width = canvas.clientWidth;
    if (!context || this.height === 0 || width === 0) return;
    const ratio = window.devicePixelRatio;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(this.height * ratio);
    context.scale(ratio, ratio);
    this.drawText(context, width);
    this.drawCodings(context, width);
  }

  private drawText(context: CanvasRenderingContext2D, width: number): void {
    const { document, heights } = this;
    const rowHeight = this.rowHeight();
    context.fillStyle = inks[this.theme];
    if (rowHeight < 0.4) return;
    for (let line = 0; line < document.lineCount; line += 1) {
      if (document.isBlank(line)) continue;
      let length = document.lineEnd(line) - document.lineStart(line);
      let y = padding + heights.rowsBefore(document.lineStart(line)) * rowHeight;
      for (; length > 0; length -= charactersPerRow, y += rowHeight) {
        const share = Math.min(1, length / charactersPerRow);
        context.fillRect(3, y, (width - 6) * share, Math.max(0.5, rowHeight * 0.4));
      }
    }
  }

  private drawCodings(context: CanvasRenderingContext2D, width: number): void {
    const { model, heights } = this;
    if (!model) return;
    const rowHeight = this.rowHeight();
    const lanes = Math.max(1, Math.floor((width - 6) / barStep));
    const shownLanes = Math.min(lanes, Math.max(1, model.lanes.count));
    const left = Math.round((width - shownLanes * barStep + 1) / 2);
    for (let place = 0; place < model.store.size; place += 1) {
      const top = padding + heights.rowsBefore(model.store.starts[place] ?? 0) * rowHeight;
      const bottom = padding + heights.rowsBefore(model.store.ends[place] ?? 0) * rowHeight;
      const lane = Math.min(model.lanes.laneOf[place] ?? 0, lanes - 1);
      context.fillStyle = codeColors(model.code(place)?.color ?? '#808080', this.theme).mark;
      context.fillRect(left + lane * barStep, top, barWidth, Math.max(2, bottom - top));
    }
  }
}
