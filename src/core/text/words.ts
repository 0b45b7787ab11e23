const word = /[\p{L}\p{M}\p{N}]+(?:['’‑‐-][\p{L}\p{M}\p{N}]+)*/gu;
/** Scripts that are written without spaces between words. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

/** Whether a text's words depend on the runtime's word segmenter, and so may differ between runtimes (UN4). */
export function needsSegmenter(text: string): boolean {
  return unspacedScript.test(text);
}

/** Calls `found` with each word as UTF-16 offsets (UN3): letters, marks and digits, apostrophes and hyphens inside. */
export function eachWord(text: string, found: (start: number, end: number) => void): void {
  const mayBeUnspaced = needsSegmenter(text);
  word.lastIndex = 0;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const start = match.index;
    const run = match[0];
    if (mayBeUnspaced && unspacedScript.test(run)) eachSegment(run, start, found);
    else found(start, start + run.length);
  }
}

function eachSegment(run: string, offset: number, found: (start: number, end: number) => void): void {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  for (const piece of segmenter.segment(run)) {
    if (piece.isWordLike) found(offset + piece.index, offset + piece.index + piece.segment.length);
  }
}
