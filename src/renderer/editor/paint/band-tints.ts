import { codeColors, type Theme } from '../../../core/colors';
import type { DomPlaces } from '../dom-places';
import { colorHighlight } from './code-highlights';
import type { CodingModel } from './coding-model';
import type { BandGeometry } from './measure-band';
import { strongTint } from './strong-tint';

export interface HeldTint {
  readonly highlight: Highlight;
  readonly range: StaticRange;
}

/** The tints of passages: a range in its colour's highlight for each line. */
export class BandTints {
  private prepared = '';

  constructor(private readonly places: DomPlaces) {}

  /** New rules in a style sheet cost a style calculation: better all at once, before anything is measured. */
  prepare(model: CodingModel, theme: Theme): void {
    const key = `${theme} ${[...model.colors()].join(' ')}`;
    if (key === this.prepared) return;
    this.prepared = key;
    prepareTints(model, theme);
  }

  add({ marks }: BandGeometry, model: CodingModel, theme: Theme): HeldTint[] {
    const tints: HeldTint[] = [];
    for (const { place, level, start, end } of marks) {
      if (level !== 0) continue;
      const highlight = colorHighlight('tint', codeColors(model.code(place)?.color ?? '#808080', theme).tint);
      if (!highlight) continue;
      for (const range of this.places.ranges(start, end)) {
        highlight.add(range);
        tints.push({ highlight, range });
      }
    }
    return tints;
  }

  remove(tints: readonly HeldTint[]): void {
    for (const { highlight, range } of tints) highlight.delete(range);
  }
}

/** The rules for all colours of a document. */
export function prepareTints(model: CodingModel, theme: Theme): void {
  for (const color of model.colors()) {
    const { tint, mark } = codeColors(color, theme);
    colorHighlight('tint', tint);
    colorHighlight('strong', strongTint(tint, mark));
  }
}
