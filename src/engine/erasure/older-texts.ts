import { changesInCodePoints, createChangeMap, diffText } from '../../core/anchoring';
import { codePointLength, createPositionMap, type TextSpan } from '../../core/text';

/** Shorter words stand elsewhere in a text by chance. */
const fewestCharacters = 8;

/**
 * Where a passage of a document stood in an earlier version of its text: what became the passage, with all that was
 * changed in it, and every place that reads the same. Code points, in order, apart.
 */
export function passageInOlder(text: string, older: string, passage: TextSpan): TextSpan[] {
  const positions = createPositionMap(text);
  const olderPositions = createPositionMap(older);
  const maps = { before: positions, after: olderPositions };
  const map = createChangeMap(changesInCodePoints(diffText(text, older), maps));
  const spans = [{ start: map.map(passage.start, -1), end: map.map(passage.end, 1) }];
  const words = text.slice(positions.toUtf16(passage.start), positions.toUtf16(passage.end));
  if (codePointLength(words) >= fewestCharacters) {
    for (let at = older.indexOf(words); at >= 0; at = older.indexOf(words, at + words.length)) {
      spans.push({
        start: olderPositions.toCodePoint(at),
        end: olderPositions.toCodePoint(at + words.length),
      });
    }
  }
  return united(spans.filter(({ start, end }) => start < end));
}

function united(spans: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (last && span.start <= last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}
