import { firstAtOrAfter } from '../binary-search';
import type { TextSpan } from '../text';
import { type ChangeList, createChangeMap } from './changes';

/**
 * A span in a changed text. What is typed at its start or its end stays outside (start side 1, end side -1); what
 * replaces all of it, or its beginning, or its end, belongs to it. Null where nothing of it is left.
 */
export function mapSpan(span: TextSpan, map: ReturnType<typeof createChangeMap>): TextSpan | null {
  const start = map.map(span.start, 1);
  const end = map.map(span.end, -1);
  return start < end ? { start, end } : null;
}

/** Spans in the text that the changes made, in the same unit as these; null for one of which nothing is left. */
export function mapSpans(spans: readonly TextSpan[], changes: ChangeList): (TextSpan | null)[] {
  const map = createChangeMap(changes);
  return spans.map((span) => mapSpan(span, map));
}

/** What changes did to a span: untouched, changed within, cut at an end, or emptied. */
export type SpanFate = 'same' | 'changed' | 'cut' | 'emptied';

export interface MappedSpan {
  readonly place: TextSpan | null;
  readonly fate: SpanFate;
  /** Positions of the span before that are still there. */
  readonly left: number;
}

/** Spans mapped, with what happened to each. */
export function mapWithFates(spans: readonly TextSpan[], changes: ChangeList): MappedSpan[] {
  const map = createChangeMap(changes);
  const ends = changes.map(({ to }) => to);
  return spans.map((span) => {
    const place = mapSpan(span, map);
    let left = span.end - span.start;
    let fate: SpanFate = 'same';
    for (let index = firstAtOrAfter(ends, span.start); index < changes.length; index += 1) {
      const change = changes[index];
      if (!change || change.from >= span.end) break;
      const isOutside = change.from === change.to ? change.from <= span.start : change.to <= span.start;
      if (isOutside) continue;
      left -= Math.min(change.to, span.end) - Math.max(change.from, span.start);
      const crosses =
        (change.from < span.start && change.to > span.start) ||
        (change.from < span.end && change.to > span.end);
      if (crosses) fate = 'cut';
      else if (fate === 'same') fate = 'changed';
    }
    return { place, fate: place ? fate : 'emptied', left };
  });
}
