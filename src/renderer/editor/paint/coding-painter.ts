import { codeColors, type Theme } from '../../../core/colors';
import type { DomPlaces } from '../dom-places';
import { type Bands, planBands } from '../model/bands';
import type { DocumentText } from '../model/document-text';
import { BandTints } from './band-tints';
import { type BandsInView, bandsBetween, type VisibleText } from './bands-in-view';
import { type CodingModel, lookOf } from './coding-model';
import { drawBand, type MarginWords } from './draw-band';
import { type LeftNote, type LeftNotes, noLeftNotes } from './left-notes';
import { type MarginHit, marginAt, noteAt } from './margin-hit';
import { bandBottom, measureBand, type Numbers } from './measure-band';
import type { PageColumns } from './page-columns';
import { type PaintedBand, realignBand } from './painted-band';
import { StrongText } from './strong-text';
import { StuckNames } from './stuck-names';

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
  private numbers: Numbers = 'paragraphs';
  private notes: LeftNotes = noLeftNotes;
  private readonly strong: StrongText;
  private readonly tints: BandTints;
  private readonly stuck: StuckNames;
  private frame = 0;
  private isDestroyed = false;

  constructor(private readonly options: PainterOptions) {
    this.bands = planBands(options.document);
    this.strong = new StrongText(options.places);
    this.tints = new BandTints(options.places);
    this.stuck = new StuckNames(options.page, options.words);
  }

  /** New codings, colours or names: only the bands in which something looks different are painted again. */
  setModel(model: CodingModel): void {
    this.model = model;
    this.tints.prepare(model, this.theme);
    for (const [band, painted] of this.painted) {
      const { start, end } = this.reachOf(band);
      if (painted.look !== lookOf(model, start, end)) painted.isStale = true;
    }
    this.paint();
    this.releaseStale();
  }

  /** New columns or theme: everything is painted again. */
  setAppearance(columns: PageColumns, theme: Theme): void {
    this.columns = columns;
    this.theme = theme;
    if (this.model) this.tints.prepare(this.model, theme);
    this.repaint();
  }

  /** What stands left of the text; to be followed by `setAppearance` or `repaint`. */
  setGutter({ numbers = this.numbers, notes = this.notes }: { numbers?: Numbers; notes?: LeftNotes }): void {
    this.numbers = numbers;
    this.notes = notes;
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
    const { options, bands } = this;
    const pageTop = options.page.getBoundingClientRect().top;
    for (const [band, painted] of this.painted) {
      const top = this.lineTop(painted.line) - pageTop;
      const bottom = (bandBottom(band, { ...options, bands }) ?? 0) - pageTop;
      realignBand(painted, top, bottom);
    }
  }

  /** Emphasises exactly these codings (by id) in the margin, and some of them in the text too. */
  emphasise(inMargin: ReadonlySet<string>, inText: ReadonlySet<string>): void {
    this.emphasised = inMargin;
    this.emphasisedText = inText;
    this.showEmphasis();
  }

  /** What of the margin is at a point (client coordinates); null where nothing is. */
  marginAt(clientX: number, clientY: number): MarginHit | null {
    const { columns } = this;
    if (!columns) return null;
    const page = this.options.page.getBoundingClientRect();
    const point = { x: clientX - page.left, y: clientY - page.top };
    const { top } = this.options.scroller.getBoundingClientRect();
    return this.stuck.at(point.x, clientY - top, columns) ?? marginAt(this.painted.values(), columns, point);
  }

  /** The note left of the text that is at a point (client coordinates). */
  leftNoteAt(clientX: number, clientY: number): LeftNote | null {
    const { columns } = this;
    if (!columns || this.notes.all.length === 0) return null;
    const page = this.options.page.getBoundingClientRect();
    return noteAt(this.painted.values(), columns, { x: clientX - page.left, y: clientY - page.top });
  }

  destroy(): void {
    this.isDestroyed = true;
    cancelAnimationFrame(this.frame);
    for (const band of [...this.painted.keys()]) this.release(band);
    this.strong.clear();
    this.stuck.destroy();
  }

  private paint(): void {
    const { model, columns, theme } = this;
    if (!model || !columns || this.isDestroyed) return;
    const box = this.options.scroller.getBoundingClientRect();
    if (box.height === 0) return;
    const seen = this.between(box.top, box.bottom);
    this.paintBands(this.missing(seen.first, seen.last));
    const scrolled = box.top - this.options.page.getBoundingClientRect().top;
    this.stuck.show({ bands: this.painted.values(), model, columns, theme, scrolled });
    this.options.onView?.(seen);
    this.paintAhead();
  }

  /** Paints what is near the window, as far as the frame's spare time goes, and lets go of what is far. */
  private paintAhead(): void {
    const box = this.options.scroller.getBoundingClientRect();
    const near = this.between(box.top - ahead * box.height, box.bottom + ahead * box.height);
    const missing = this.missing(near.first, near.last);
    const deadline = performance.now() + spareTime;
    let done = 0;
    for (const band of missing) {
      if (done > 0 && performance.now() > deadline) break;
      this.paintBands([band]);
      done += 1;
    }
    const kept = this.between(box.top - keep * box.height, box.bottom + keep * box.height);
    for (const band of [...this.painted.keys()])
      if (band < kept.first || band > kept.last) this.release(band);
    if (done > 0) this.showEmphasis();
    if (done < missing.length) this.later();
  }

  /** What is far away is painted again when it comes near; until then nothing is better than something untrue. */
  private releaseStale(): void {
    const box = this.options.scroller.getBoundingClientRect();
    if (box.height === 0) return;
    const near = this.between(box.top - ahead * box.height, box.bottom + ahead * box.height);
    for (const [band, { isStale }] of this.painted)
      if (isStale && (band < near.first || band > near.last)) this.release(band);
  }

  private later(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.isDestroyed) this.paintAhead();
    });
  }

  private between(top: number, bottom: number): BandsInView {
    return bandsBetween(top, bottom, { ...this.options, bands: this.bands });
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
        numbers: this.numbers,
        notes: this.notes,
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
      const { start, end } = this.reachOf(band);
      this.painted.set(band, {
        drawn,
        line,
        height: geometry.height,
        top,
        isStale: false,
        look: lookOf(model, start, end),
        tints: this.tints.add(geometry, model, theme),
      });
    }
    layer.append(fragment);
    this.showEmphasis();
  }

  /** `[start, end)` of a band's text; at least one character. */
  private reachOf(band: number) {
    const start = this.bands.start(band);
    return { start, end: Math.max(this.bands.end(band), start + 1) };
  }

  private colors(place: number) {
    return codeColors(this.model?.code(place)?.color ?? '#808080', this.theme);
  }

  private showEmphasis(): void {
    for (const { drawn } of this.painted.values()) drawn.emphasise(this.emphasised);
    this.stuck.emphasise(this.emphasised);
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
    this.tints.remove(painted.tints);
    this.painted.delete(band);
  }

  private lineTop(line: number): number {
    return this.options.places.lineElement(line)?.getBoundingClientRect().top ?? 0;
  }
}
