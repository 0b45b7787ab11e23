import type { DomPlaces } from './dom-places';

/**
 * The character under a point (client coordinates); null beside the text. The browser's own answer is the nearest
 * caret place, also far off the end of a row, so the characters on both sides of it are looked at.
 */
export function characterAtPoint(places: DomPlaces, clientX: number, clientY: number): number | null {
  const caret = document.caretRangeFromPoint(clientX, clientY);
  if (!caret) return null;
  const position = places.fromDom(caret.startContainer, caret.startOffset);
  if (position === null) return null;
  for (const candidate of [position, position - 1]) {
    if (candidate >= 0 && holdsPoint(places, candidate, clientX, clientY)) return candidate;
  }
  return null;
}

function holdsPoint(places: DomPlaces, position: number, x: number, y: number): boolean {
  let holds = false;
  places.eachLineRange(position, position + 1, (range) => {
    for (const rect of range.getClientRects()) {
      if (x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 3 && y <= rect.bottom + 3)
        holds = true;
    }
  });
  return holds;
}
