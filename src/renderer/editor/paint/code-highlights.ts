import { hasForcedColors } from './forced-colors';

/**
 * Tints in the text by CSS custom highlights: no DOM is touched, and the browser moves them with the text.
 * Highlights are global to the window, so all document views share one for each colour and add their own ranges.
 * They go by colour, not by code, because a paragraph's style is worked out once for each name in the sheet.
 */
export type HighlightKind = 'tint' | 'strong';

const sheet = typeof CSSStyleSheet === 'undefined' ? null : new CSSStyleSheet();
const known = new Set<string>();
let isAdopted = false;

const priorities: Record<HighlightKind, number> = { tint: 0, strong: 1 };

/** The highlight for a background colour (`#rrggbb`); null where the browser has none. */
export function colorHighlight(kind: HighlightKind, color: string): Highlight | null {
  if (!sheet || !('highlights' in CSS) || (kind === 'tint' && hasForcedColors())) return null;
  const name = `emic-${kind}-${color.slice(1)}`;
  const found = CSS.highlights.get(name);
  if (found) return found;
  const highlight = new Highlight();
  highlight.priority = priorities[kind];
  CSS.highlights.set(name, highlight);
  if (!known.has(name)) {
    known.add(name);
    sheet.insertRule(`.document-text p::highlight(${name}) { background-color: ${color}; }`);
    sheet.insertRule(
      `@media (forced-colors: active) { .document-text p::highlight(${name}) { background-color: Highlight; color: HighlightText; } }`,
      sheet.cssRules.length,
    );
  }
  if (!isAdopted) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    isAdopted = true;
  }
  return highlight;
}

/** A passage that was jumped to, shown for a moment; its colour is in the style sheet. */
export function flashHighlight(): Highlight | null {
  return namedHighlight('emic-flash', 3);
}

/** The selection while the keyboard is in another field; its colour is in the style sheet. */
export function heldHighlight(): Highlight | null {
  return namedHighlight('emic-held', 2);
}

/** A hit of a search; its colours are in the style sheet. */
export function foundHighlight(isCurrent: boolean): Highlight | null {
  return isCurrent ? namedHighlight('emic-found-current', 5) : namedHighlight('emic-found', 4);
}

/** What a dragged code would be applied to. */
export function previewHighlight(): Highlight | null {
  return namedHighlight('emic-preview', 2);
}

function namedHighlight(name: string, priority: number): Highlight | null {
  if (!('highlights' in CSS)) return null;
  const found = CSS.highlights.get(name);
  if (found) return found;
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
}
