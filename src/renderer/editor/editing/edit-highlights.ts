/**
 * Marks in a text that is being typed in, by CSS custom highlights: they touch no element, so the browser's own typing
 * is not disturbed. A coding is a tint, one that lies over another a line below it.
 */
export type MarkKind = 'tint' | 'line';

const sheet = typeof CSSStyleSheet === 'undefined' ? null : new CSSStyleSheet();
let isAdopted = false;

/** The highlight for a colour (`#rrggbb`); null where the browser has none. */
export function editHighlight(kind: MarkKind, color: string): Highlight | null {
  if (!sheet || !('highlights' in CSS)) return null;
  const name = `emic-edit-${kind}-${color.slice(1)}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = kind === 'line' ? 1 : 0;
  CSS.highlights.set(name, highlight);
  const look = kind === 'tint' ? `background-color: ${color}` : `text-decoration: underline 2px ${color}`;
  sheet.insertRule(`.edit-text::highlight(${name}), .edit-text p::highlight(${name}) { ${look}; }`);
  const forced =
    kind === 'tint' ? 'background-color: Mark; color: MarkText' : 'text-decoration: underline 2px Mark';
  sheet.insertRule(
    `@media (forced-colors: active) { .edit-text p::highlight(${name}) { ${forced}; } }`,
    sheet.cssRules.length,
  );
  if (!isAdopted) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    isAdopted = true;
  }
  return highlight;
}
