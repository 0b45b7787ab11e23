import type { Passage } from '../contract/queries';
import type { SourceId } from '../core/ids';
import { paragraphNumber, passageContext } from '../core/text';
import type { TextCache } from './text-cache';

/** `[start, end)` of a document with its words, surroundings and paragraph. */
export function passageAt(
  texts: TextCache,
  source: { readonly id: SourceId; readonly name: string },
  span: { readonly start: number; readonly end: number; readonly reach?: number },
): Passage {
  const { text, positions, paragraphs } = texts.get(source.id);
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
