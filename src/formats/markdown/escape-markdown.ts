/**
 * Text as CommonMark (and the tables, strikes and formulas of its dialects) shows it literally: what could begin
 * markup gets a backslash. Line starts are where headings, lists, quotes and rules begin.
 */
const INLINE = /[\\`*_[\]<>&|~$]/g;

/** One line for a heading or a paragraph: line ends become spaces. */
export function escapeMarkdownLine(text: string): string {
  return escapeLine(text.replace(/\s*\n\s*/g, ' '));
}

/** Paragraphs stay paragraphs; single line ends stay line ends. */
export function escapeMarkdownBlock(text: string): string {
  return text
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map(escapeLine).join('\\\n'))
    .join('\n\n');
}

function escapeLine(line: string): string {
  return line
    .trim()
    .replace(INLINE, '\\$&')
    .replace(/^[#+=:-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
