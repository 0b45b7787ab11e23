import type { Numbers } from './paint/measure-band';
import { layOutColumns, type Measure, type PageColumns } from './paint/page-columns';

export interface PageElements {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly textHost: HTMLElement;
}

/** How a person wants the page. */
export interface PageLook {
  readonly measure: Measure;
  readonly numbers: Numbers;
}

export interface BesideText {
  readonly hasLeftNotes: boolean;
  /** Lanes that are kept free at least. */
  readonly lanes: number;
}

export const usualLook: PageLook = { measure: 'normal', numbers: 'paragraphs' };

/** How the page is set: the places of its columns, for the style sheet and for painting. */
export class PageSetting {
  columns: PageColumns | null = null;
  hasLeftNotes: boolean;
  private readonly leastLanes: number;
  height = -1;
  private width = -1;
  private em = 17;

  constructor(
    private readonly elements: PageElements,
    public look: PageLook,
    { hasLeftNotes, lanes }: BesideText = { hasLeftNotes: false, lanes: 1 },
  ) {
    this.hasLeftNotes = hasLeftNotes;
    this.leastLanes = lanes;
  }

  /** Behind another tab there is no width to set a text in. */
  get isOffScreen(): boolean {
    const { scroller } = this.elements;
    return scroller.clientWidth === 0 || scroller.clientHeight === 0;
  }

  /** What has changed since the page was set. */
  change(): 'nothing' | 'height' | 'width' {
    const { scroller } = this.elements;
    if (scroller.clientWidth !== this.width) return 'width';
    return scroller.clientHeight === this.height ? 'nothing' : 'height';
  }

  /** A document that needs so many lanes has its columns elsewhere than they are now. */
  isOtherWith(lanes: number): boolean {
    const columns = this.columnsFor(lanes);
    return columns.lanes !== this.columns?.lanes || columns.namesLeft !== this.columns.namesLeft;
  }

  /** Writes the columns' places for the style sheet. */
  layOut(lanes: number): PageColumns {
    const { page, scroller, textHost } = this.elements;
    this.width = scroller.clientWidth;
    this.height = scroller.clientHeight;
    this.em = Number.parseFloat(getComputedStyle(textHost).fontSize) || 17;
    const columns = this.columnsFor(lanes);
    this.columns = columns;
    page.style.setProperty('--text-left', `${columns.textLeft}px`);
    page.style.setProperty('--text-width', `${columns.textWidth}px`);
    page.style.setProperty('--characters-per-row', String(Math.round(columns.charactersPerRow)));
    return columns;
  }

  private columnsFor(deepest: number): PageColumns {
    const { width, em, hasLeftNotes, leastLanes } = this;
    const { measure } = this.look;
    return layOutColumns({ width, em, deepest: Math.max(deepest, leastLanes), measure, hasLeftNotes });
  }
}
