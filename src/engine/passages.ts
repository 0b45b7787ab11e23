import type { Passage } from '../contract/queries';
import type { SourceId } from '../core/ids';
import { type FlatSpans, type PositionMap, paragraphNumber, passageContext } from '../core/text';
import type { TextCache } from './text-cache';

/** `[start, end)` of a document with its words, surroundings and paragraph. */
export function passageAt(
  texts: TextCache,
  source: { readonly id: SourceId; readonly name: string },
  span: { readonly start: number; readonly end: number; readonly reach?: number },
): Passage {
  return passageOf(texts.get(source.id), source, span);
}

interface ReadText {
  readonly text: string;
  readonly positions: PositionMap;
  readonly paragraphs: FlatSpans;
}

/** The same of a text that need not be the document's present one. */
export function passageOf(
  { text, positions, paragraphs }: ReadText,
  source: { readonly id: SourceId; readonly name: string },
  span: { readonly start: number; readonly end: number; readonly reach?: number },
): Passage {
  return {
    sourceId: source.id,
    sourceName: source.name,
    start: span.start,
    end: span.end,
    text: text.slice(positions.toUtf16(span.start), positions.toUtf16(span.end)),
    ...passageContext(text, positions, span),
    paragraph: paragraphNumber(paragraphs, span.start),
  };
}
