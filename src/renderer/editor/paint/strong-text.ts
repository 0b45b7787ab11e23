import type { CodeColors } from '../../../core/colors';
import type { DomPlaces } from '../dom-places';
import { colorHighlight } from './code-highlights';
import type { CodingModel } from './coding-model';
import { strongTint } from './strong-tint';

export interface StrongTextQuestion {
  readonly ids: ReadonlySet<string>;
  readonly model: CodingModel;
  /** The text that is painted, `[from, to)`; the rest is not worth a range. */
  readonly from: number;
  readonly to: number;
  readonly colors: (place: number) => CodeColors;
}

/** The text of emphasised codings, in a stronger tint of their codes. */
export class StrongText {
  private ranges: { highlight: Highlight; range: StaticRange }[] = [];

  constructor(private readonly places: DomPlaces) {}

  show({ ids, model, from, to, colors }: StrongTextQuestion): void {
    this.clear();
    for (const id of ids) {
      const place = model.placeOf(id);
      if (place === undefined) continue;
      const { tint, mark } = colors(place);
      const highlight = colorHighlight('strong', strongTint(tint, mark));
      const start = Math.max(from, model.store.starts[place] ?? 0);
      const end = Math.min(to, model.store.ends[place] ?? 0);
      if (!highlight || start >= end) continue;
      for (const range of this.places.ranges(start, end)) {
        highlight.add(range);
        this.ranges.push({ highlight, range });
      }
    }
  }

  clear(): void {
    for (const { highlight, range } of this.ranges) highlight.delete(range);
    this.ranges = [];
  }
}
