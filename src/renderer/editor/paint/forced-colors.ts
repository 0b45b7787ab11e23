const query = typeof window === 'undefined' ? null : window.matchMedia('(forced-colors: active)');

/**
 * In forced colours the browser gives every highlight the ground of selected text, whatever a style sheet says: a
 * tint is a line below the text there, and only what is emphasised is a highlight.
 */
export function hasForcedColors(): boolean {
  return query?.matches ?? false;
}

/** Calls back when the system's colours are forced, or are no more; gives what ends it. */
export function onForcedColors(listener: () => void): () => void {
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}
