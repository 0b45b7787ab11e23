const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// HTML has no way to write these; a browser shows U+FFFD or drops them.
const UNWRITABLE = /[^\P{Cc}\t\n\r\f]|[\uFFFE\uFFFF\p{Cs}]/gu;

/** Text for an element or a quoted attribute; characters that HTML can't hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '');
}
