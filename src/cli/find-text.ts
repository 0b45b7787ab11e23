import { createPositionMap, normalizeText } from '../core/text';

/** `[start, end)` in code points of each hit, or of the first; hits do not overlap each other. Letters as they are. */
export function findPlaces(
  text: string,
  wanted: string,
  { all }: { readonly all: boolean },
): { readonly start: number; readonly end: number }[] {
  const words = normalizeText(wanted).text;
  const positions = createPositionMap(text);
  const places: { start: number; end: number }[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    places.push({ start: positions.toCodePoint(at), end: positions.toCodePoint(at + words.length) });
    if (!all) break;
  }
  return places;
}
