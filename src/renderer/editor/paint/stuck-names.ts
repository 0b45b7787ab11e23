import { codeColors, type Theme } from '../../../core/colors';
import { type EdgeCoding, type StuckNames as Stack, stickNames } from '../model/stuck-names';
import type { CodingModel } from './coding-model';
import type { DrawnBand, MarginWords } from './draw-band';
import { nameHeight } from './draw-options';
import type { MarginHit } from './margin-hit';
import type { PageColumns } from './page-columns';
import { label } from './shapes';

interface PlacedBand {
  readonly drawn: DrawnBand;
  /** From the page's top, pixels. */
  readonly top: number;
}

export interface StuckQuestion {
  readonly bands: Iterable<PlacedBand>;
  readonly model: CodingModel;
  readonly columns: PageColumns;
  readonly theme: Theme;
  /** How far the page is scrolled, pixels. */
  readonly scrolled: number;
}

interface Known {
  readonly key: string;
  readonly place: number;
}

interface Row {
  readonly element: HTMLElement;
  readonly ids: readonly string[];
  readonly isFold: boolean;
}

const mostNames = 4;
/** From the window's upper edge, as in the style sheet. */
const inset = 2;

/**
 * The names of codings that began above the window, at its upper edge beside their brackets. They lie in an element
 * that the browser holds there by itself, and are written anew only when one comes or goes.
 */
export class StuckNames {
  private readonly element = document.createElement('div');
  private rows: readonly Row[] = [];
  private shown = '';
  private known = new Map<string, Known>();
  private model: CodingModel | null = null;
  private emphasised: ReadonlySet<string> = new Set();

  constructor(
    page: HTMLElement,
    private readonly words: MarginWords,
  ) {
    this.element.className = 'stuck-names';
    this.element.ariaHidden = 'true';
    page.prepend(this.element);
  }

  show(question: StuckQuestion): void {
    const { model, columns, theme } = question;
    if (model !== this.model) {
      this.model = model;
      this.known = new Map();
      this.shown = '';
    }
    const stack: Stack =
      columns.namesWidth > 0
        ? stickNames(this.nearEdge(question), { height: nameHeight, most: mostNames })
        : { names: [], folded: [], foldedNames: 0 };
    const shown = `${theme} ${columns.namesLeft} ${columns.namesWidth} ${stack.names.join('|')}+${stack.folded.join()}`;
    if (shown === this.shown) return;
    this.shown = shown;
    this.draw(stack, question);
    this.emphasise(this.emphasised);
  }

  emphasise(ids: ReadonlySet<string>): void {
    this.emphasised = ids;
    for (const row of this.rows)
      row.element.classList.toggle(
        'is-strong',
        row.ids.some((id) => ids.has(id)),
      );
  }

  /** What is at a point; x from the page's left edge, y from the window's upper edge. */
  at(x: number, y: number, { namesLeft, namesWidth }: PageColumns): MarginHit | null {
    if (x < namesLeft - 4 || x > namesLeft + namesWidth || y < 0) return null;
    const row = this.rows[Math.floor(Math.max(0, y - inset) / nameHeight)];
    const [id] = row?.ids ?? [];
    if (!row || id === undefined) return null;
    return row.isFold ? { kind: 'fold', ids: row.ids, element: row.element } : { kind: 'coding', id };
  }

  destroy(): void {
    this.element.remove();
  }

  /** The codings whose brackets or names are at the edge or a little below it. */
  private nearEdge({ bands, model, columns, scrolled }: StuckQuestion): EdgeCoding[] {
    const reach = mostNames * nameHeight;
    const bottoms = new Map<string, number>();
    const names = new Map<string, number>();
    for (const { drawn, top } of bands) {
      const offset = top - scrolled - inset;
      if (offset > reach) continue;
      for (const { id, top: from, bottom } of drawn.brackets) {
        if (offset + from > reach || offset + bottom <= 0) continue;
        bottoms.set(id, Math.max(bottoms.get(id) ?? 0, offset + bottom));
      }
      const folds = drawn.folds.filter(({ left }) => left >= columns.namesLeft - 4);
      for (const each of [...drawn.names, ...folds])
        for (const id of each.ids) names.set(id, offset + each.top);
    }
    return [...bottoms].map(([id, bottom]) => ({
      id,
      ...this.know(id, model),
      nameTop: names.get(id) ?? Number.NEGATIVE_INFINITY,
      bottom,
    }));
  }

  private know(id: string, model: CodingModel): Known {
    const known = this.known.get(id);
    if (known) return known;
    const place = model.placeOf(id) ?? -1;
    const now = { key: model.code(place)?.id ?? id, place };
    this.known.set(id, now);
    return now;
  }

  private draw({ names, folded, foldedNames }: Stack, { model, columns, theme }: StuckQuestion): void {
    const box = { left: columns.namesLeft, width: columns.namesWidth, height: nameHeight };
    const rows = names.map((ids, index): Row => {
      const { place } = this.know(ids[0] ?? '', model);
      const code = model.code(place);
      const text = code?.name ?? this.words.bare(model.bare(place)?.hasMemo ?? false);
      const element = label(code ? 'band-name' : 'band-name is-bare', text, {
        ...box,
        top: index * nameHeight,
      });
      if (code) element.style.setProperty('--name-color', codeColors(code.color, theme).text);
      return { element, ids, isFold: false };
    });
    if (foldedNames > 0) {
      const element = label('band-name is-fold', this.words.more(foldedNames), {
        left: box.left,
        height: nameHeight,
        top: names.length * nameHeight,
      });
      rows.push({ element, ids: folded, isFold: true });
    }
    const ground = label('stuck-names__ground', '', {
      left: box.left - 6,
      top: -inset,
      width: box.width + 6,
      height: inset + rows.length * nameHeight + 1,
    });
    this.rows = rows;
    this.element.replaceChildren(...(rows.length > 0 ? [ground, ...rows.map(({ element }) => element)] : []));
  }
}
