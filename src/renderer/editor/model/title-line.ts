import type { DocumentText } from './document-text';

/** How far down a text its own title may stand. */
const farthestParagraph = 4;

export interface TitleLines {
  /** The line that repeats the document's name, to be set as its heading. */
  readonly title: number;
  /** Lines above the title (a site's or section's name), set small. */
  readonly above: readonly number[];
}

/**
 * Web texts and articles often carry their own title. Where a line near the top equals the document's name, it is
 * the heading; null where none does, and the view puts the name above the text.
 */
export function findTitleLines(document: DocumentText, name: string): TitleLines | null {
  const wanted = comparable(name);
  const above: number[] = [];
  for (let line = 0; line < document.lineCount; line += 1) {
    if (document.paragraphsBefore(line) >= farthestParagraph) return null;
    if (document.isBlank(line)) continue;
    const length = document.lineEnd(line) - document.lineStart(line);
    if (
      length < 1000 &&
      comparable(document.slice(document.lineStart(line), document.lineEnd(line))) === wanted
    )
      return { title: line, above };
    above.push(line);
  }
  return null;
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
