import { codeColors, type Theme } from '../../../core/colors';
import type { DomPlaces } from '../dom-places';
import { type Bands, planBands } from '../model/bands';
import type { DocumentText } from '../model/document-text';
import { colorHighlight } from './code-highlights';
import { type CodingModel, changedStretches } from './coding-model';
import { type DrawnBand, drawBand, type MarginWords, nameHeight } from './draw-band';
import { type BandGeometry, measureBand } from './measure-band';
import type { PageColumns } from './page-columns';
import { StrongText } from './strong-text';
import { strongTint } from './strong-tint';

export interface PainterOptions {
  readonly document: DocumentText;
  readonly places: DomPlaces;
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** The element in whose coordinates the layer lies; it scrolls with the text. */
  readonly page: HTMLElement;
  readonly layer: HTMLElement;
  readonly words: MarginWords;
  /** Called after each painting with the lines that are in view. */
  readonly onView?: (view: VisibleText) => void;
}

export interface VisibleText {
  /** First and last code point in view, about. */
  readonly start: number;
  readonly end: number;
}

interface PaintedBand {
  readonly drawn: DrawnBand;
  readonly tints: readonly { readonly highlight: Highlight; readonly range: StaticRange }[];
  /** The line from whose top the band's heights are counted. */
  readonly line: number;
  top: number;
  isStale: boolean;
}

/** Milliseconds of a frame that painting ahead may take. */
const spareTime = 4;
/** Screens above and below the window that are painted ahead, and beyond which bands are let go. */
const ahead = 1;
const keep = 2.5;

/**
 * Paints the codings of the text that is in view and a little around it. The text itself is never touched: tints
 * are highlights, everything else lies in a layer that scrolls with the text. Work is done band by band, at once
 * for what is seen, in the spare time of later frames for what may be seen next.
 */
export class CodingPainter {
  private readonly bands: Bands;
  private readonly painted = new Map<number, PaintedBand>();
  private model: CodingModel | null = null;
  private columns: PageColumns | null = null;
  private theme: Theme = 'light';
  private emphasised: ReadonlySet<string> = new Set();
  private emphasisedText: ReadonlySet<string> = new Set();
  private readonly strong: StrongText;
  private frame = 0;
  private isDestroyed = false;

  constructor(private readonly options: PainterOptions) {
    this.bands = planBands(options.document);
    this.strong = new StrongText(options.places);
  }

  /** New codings, colours or names: only the bands in which something looks different are painted again. */
  setModel(model: CodingModel): void {
    const stretches = changedStretches(this.model, model);
    this.model = model;
    this.prepareTints();
    for (const [band, painted] of this.painted) {
      const start = this.bands.start(band);
      const end = this.bands.end(band);
      if (stretches.some((stretch) => stretch.start < end && stretch.end > start)) painted.isStale = true;
    }
    this.paint();
  }

  /** New columns or theme: everything is painted again. */
  setAppearance(columns: PageColumns, theme: Theme): void {
    this.columns = columns;
    this.theme = theme;
    this.prepareTints();
    this.repaint();
  }

  repaint(): void {
    for (const painted of this.painted.values()) painted.isStale = true;
    this.paint();
  }

  /** To be called when the window has scrolled or its height has changed. */
  scrolled(): void {
    this.paint();
  }

  /** Text above may have grown when it was laid out for the first time; the bands follow their lines. */
  realign(): void {
    const pageTop = this.options.page.getBoundingClientRect().top;
    for (const painted of this.painted.values()) {
      const top = this.lineTop(painted.line) - pageTop;
      if (Math.abs(top - painted.top) < 0.5) continue;
      painted.top = top;
      painted.drawn.element.style.transform = `translateY(${top}px)`;
    }
  }

  /** Emphasises exactly these codings (by id) in the margin, and some of them in the text too. */
  emphasise(inMargin: ReadonlySet<string>, inText: ReadonlySet<string>): void {
    this.emphasised = inMargin;
    this.emphasisedText = inText;
    this.showEmphasis();
  }

  /** The id of the coding whose bracket or name is at a point (client coordinates); null where there is none. */
  codingAtMargin(clientX: number, clientY: number): string | null {
    const { columns } = this;
    if (!columns) return null;
    const page = this.options.page.getBoundingClientRect();
    const x = clientX - page.left;
    const y = clientY - page.top;
    if (x < columns.lanesLeft - 6) return null;
    for (const painted of this.painted.values()) {
      const inBand = y - painted.top;
      if (x < columns.namesLeft - 4) {
        const near = painted.drawn.brackets
          .filter(({ top, bottom }) => inBand >= top - 1 && inBand <= bottom + 1)
          .map((bracket) => ({ bracket, distance: Math.abs(bracket.left + 1.5 - x) }))
          .sort((a, b) => a.distance - b.distance)[0];
        if (near && near.distance <= 5) return near.bracket.id;
      } else {
        const name = painted.drawn.names.find(({ top }) => inBand >= top && inBand < top + nameHeight);
        if (name) return name.ids[0] ?? null;
      }
    }
    return null;
  }

  destroy(): void {
    this.isDestroyed = true;
    cancelAnimationFrame(this.frame);
    for (const band of [...this.painted.keys()]) this.release(band);
    this.strong.clear();
  }

  private paint(): void {
    const { model, columns } = this;
    if (!model || !columns || this.isDestroyed) return;
    const box = this.options.scroller.getBoundingClientRect();
    if (box.height === 0) return;
    const seen = this.bandsBetween(box.top, box.bottom);
    this.paintBands(this.missing(seen.first, seen.last));
    this.options.onView?.(seen);
    this.paintAhead();
  }

  /** Paints what is near the window, as far as the frame's spare time goes, and lets go of what is far. */
  private paintAhead(): void {
    const box = this.options.scroller.getBoundingClientRect();
    const near = this.bandsBetween(box.top - ahead * box.height, box.bottom + ahead * box.height);
    const missing = this.missing(near.first, near.last);
    const deadline = performance.now() + spareTime;
    let done = 0;
    for (const band of missing) {
      if (done > 0 && performance.now() > deadline) break;
      this.paintBands([band]);
      done += 1;
    }
    const far = keep * box.height;
    const pageTop = this.options.page.getBoundingClientRect().top;
    for (const [band, painted] of this.painted) {
      const top = painted.top + pageTop;
      const bandEnd = band + 1 < this.bands.count ? this.painted.get(band + 1)?.top : undefined;
      const bottom = bandEnd === undefined ? top + box.height : bandEnd + pageTop;
      if (bottom < box.top - far || top > box.bottom + far) this.release(band);
    }
    if (done > 0) this.showEmphasis();
    if (done < missing.length) this.later();
  }

  private later(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.isDestroyed) this.paintAhead();
    });
  }

  private bandsBetween(top: number, bottom: number): VisibleText & { first: number; last: number } {
    const { document, places } = this.options;
    const firstLine = places.lineAtHeight(top);
    const lastLine = places.lineAtHeight(bottom);
    const start = this.positionInLine(firstLine, top);
    const end = this.positionInLine(lastLine, bottom);
    return {
      start,
      end,
      first: this.bands.bandAt(Math.min(start, document.positions.length)),
      last: this.bands.bandAt(Math.min(end, document.positions.length)),
    };
  }

  /** About which character of a line is at a height; a very long line spans many bands. */
  private positionInLine(line: number, clientY: number): number {
    const { document, places } = this.options;
    const start = document.lineStart(line);
    const length = document.lineEnd(line) - start;
    const box = places.lineElement(line)?.getBoundingClientRect();
    if (!box || box.height === 0) return start;
    const share = Math.min(1, Math.max(0, (clientY - box.top) / box.height));
    return start + Math.floor(share * length);
  }

  private missing(first: number, last: number): number[] {
    const missing: number[] = [];
    for (let band = first; band <= last; band += 1) {
      const painted = this.painted.get(band);
      if (!painted || painted.isStale) missing.push(band);
    }
    return missing;
  }

  /** First everything is measured, then everything drawn, so that the browser lays out once. */
  private paintBands(bands: readonly number[]): void {
    const { model, columns, theme } = this;
    if (bands.length === 0 || !model || !columns) return;
    const { document, places, page, layer, words } = this.options;
    const pageBox = page.getBoundingClientRect();
    const measured = bands.map((band) => {
      const line = document.lineAt(this.bands.start(band));
      const originY = this.lineTop(line);
      const geometry = measureBand(band, {
        document,
        places,
        bands: this.bands,
        model,
        originX: pageBox.left,
        originY,
      });
      return { band, line, top: originY - pageBox.top, geometry };
    });
    const fragment = window.document.createDocumentFragment();
    for (const { band, line, top, geometry } of measured) {
      this.release(band);
      const drawn = drawBand(geometry, { model, columns, theme, words });
      drawn.element.style.transform = `translateY(${top}px)`;
      fragment.append(drawn.element);
      this.painted.set(band, { drawn, line, top, isStale: false, tints: this.addTints(geometry) });
    }
    layer.append(fragment);
    this.showEmphasis();
  }

  private addTints(geometry: BandGeometry) {
    const tints: { highlight: Highlight; range: StaticRange }[] = [];
    for (const { place, start, end } of geometry.pieces) {
      if (this.model?.levels[place] !== 0) continue;
      const highlight = colorHighlight('tint', this.colors(place).tint);
      if (!highlight) continue;
      for (const range of this.options.places.ranges(start, end)) {
        highlight.add(range);
        tints.push({ highlight, range });
      }
    }
    return tints;
  }

  /** New rules in a style sheet cost a style calculation: better all at once, before anything is measured. */
  private prepareTints(): void {
    const { model } = this;
    if (!model) return;
    for (let place = 0; place < model.store.size; place += 1) {
      const { tint, mark } = this.colors(place);
      colorHighlight('tint', tint);
      colorHighlight('strong', strongTint(tint, mark));
    }
  }

  private colors(place: number) {
    return codeColors(this.model?.code(place)?.color ?? '#808080', this.theme);
  }

  private showEmphasis(): void {
    for (const { drawn } of this.painted.values()) drawn.emphasise(this.emphasised);
    const { model } = this;
    if (!model || this.emphasisedText.size === 0 || this.painted.size === 0) {
      this.strong.clear();
      return;
    }
    const painted = [...this.painted.keys()];
    this.strong.show({
      ids: this.emphasisedText,
      model,
      from: this.bands.start(Math.min(...painted)),
      to: this.bands.end(Math.max(...painted)),
      colors: (place) => this.colors(place),
    });
  }

  private release(band: number): void {
    const painted = this.painted.get(band);
    if (!painted) return;
    painted.drawn.element.remove();
    for (const { highlight, range } of painted.tints) highlight.delete(range);
    this.painted.delete(band);
  }

  private lineTop(line: number): number {
    return this.options.places.lineElement(line)?.getBoundingClientRect().top ?? 0;
  }
}
