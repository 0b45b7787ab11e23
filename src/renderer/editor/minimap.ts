import { codeColors, type Theme } from '../../core/colors';
import type { FlatSpans } from '../../core/text';
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
/** Milliseconds until the map is true again after a coding, at most. */
const longestWait = 400;
const barWidth = 2;
const barStep = 3;
const inks: Record<Theme, string> = { light: 'rgba(60, 55, 45, 0.13)', dark: 'rgba(235, 230, 220, 0.13)' };

const foundInks: Record<Theme, string> = { light: '#d97706', dark: '#f5a524' };

/** The whole document at a glance: faint rows for the text, a bar in its lane for each coding. */
export class Minimap {
  private readonly heights: EstimatedHeights;
  private model: CodingModel | null = null;
  private theme: Theme = 'light';
  private height = 0;
  private idle = 0;
  private found: FlatSpans | null = null;

  constructor(
    private readonly elements: MinimapElements,
    private readonly document: DocumentText,
  ) {
    this.heights = estimateHeights(document, charactersPerRow);
  }

  /** Drawn in a quiet moment: codings have to appear in the text first. */
  setModel(model: CodingModel): void {
    this.model = model;
    this.idle ||= requestIdleCallback(() => this.drawLater(), { timeout: longestWait });
  }

  destroy(): void {
    cancelIdleCallback(this.idle);
  }

  /** Hits of a search; null: none is going on. */
  setFound(spans: FlatSpans | null): void {
    if (this.found === spans) return;
    this.found = spans;
    this.draw();
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
    this.idle = 0;
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
    this.drawFound(context, width);
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
    // Of 50,000 codings most fall on a pixel that their lane has filled already.
    const filled = new Float64Array(lanes);
    const inks = new Map<string, string>();
    let ink = '';
    for (let place = 0; place < model.store.size; place += 1) {
      const lane = Math.min(model.lanes.laneOf[place] ?? 0, lanes - 1);
      const bottom = Math.round(padding + heights.rowsBefore(model.store.ends[place] ?? 0) * rowHeight);
      if (bottom <= (filled[lane] ?? 0)) continue;
      const start = Math.round(padding + heights.rowsBefore(model.store.starts[place] ?? 0) * rowHeight);
      const top = Math.max(start, filled[lane] ?? 0);
      filled[lane] = Math.max(bottom, top + 1);
      const color = model.code(place)?.color ?? '#808080';
      const mark = inks.get(color) ?? codeColors(color, this.theme).mark;
      inks.set(color, mark);
      if (mark !== ink) context.fillStyle = mark;
      ink = mark;
      context.fillRect(left + lane * barStep, top, barWidth, Math.max(2, bottom - top));
    }
  }

  /** One line for all hits that fall on the same pixel. */
  private drawFound(context: CanvasRenderingContext2D, width: number): void {
    const { found, heights } = this;
    if (!found) return;
    const rowHeight = this.rowHeight();
    context.fillStyle = foundInks[this.theme];
    let last = -1;
    for (let at = 0; at < found.length; at += 2) {
      const y = Math.round(padding + heights.rowsBefore(found[at] ?? 0) * rowHeight);
      if (y === last) continue;
      last = y;
      context.fillRect(1, y, width - 2, 2);
    }
  }
}
