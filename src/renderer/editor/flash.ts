import type { TextSpan } from '../../core/text';
import type { DomPlaces } from './dom-places';
import { flashHighlight } from './paint/code-highlights';

const flashTime = 1400;

/** The mark of a passage that was jumped to, which goes by itself. */
export class PassingMarks {
  private timer = 0;

  constructor(private readonly places: DomPlaces) {}

  flash(span: TextSpan): void {
    const highlight = flashHighlight();
    this.clear();
    for (const range of this.places.ranges(span.start, span.end)) highlight?.add(range);
    this.timer = window.setTimeout(() => highlight?.clear(), flashTime);
  }

  clear(): void {
    window.clearTimeout(this.timer);
    flashHighlight()?.clear();
  }
}
