import type { CellPlace, Passage } from '../../../contract/queries';
import { codePointLength } from '../../../core/text';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a passage and which side of the cell covers it. */
export interface Piece {
  readonly text: string;
  readonly isRow: boolean;
  readonly isColumn: boolean;
  /** Belongs to the place itself, not to its surroundings. */
  readonly isPlace: boolean;
}

/** A longer passage is cut: its place in the document shows all of it. */
const mostCharacters = 700;

/** The passage with its surroundings, cut where the row's or the column's codings begin and end. */
export function passagePieces(
  place: Passage & Pick<CellPlace, 'rowSpans' | 'columnSpans'>,
): readonly Piece[] {
  const characters = Array.from(place.text);
  const isCut = characters.length > mostCharacters;
  const text = isCut ? characters.slice(0, mostCharacters).join('') : place.text;
  const after = isCut ? '…' : place.after;
  // “…” stands for what was left out, so it has no position.
  const lead = place.before.startsWith('…') ? '…' : '';
  const trail = after.endsWith('…') ? '…' : '';
  const before = place.before.slice(lead.length);
  const window = Array.from(`${before}${text}${after.slice(0, after.length - trail.length)}`);
  const from = place.start - codePointLength(before);
  const placeEnd = place.start + codePointLength(text);
  const edges = new Set([0, window.length, place.start - from, placeEnd - from]);
  for (const { start, end } of [...place.rowSpans, ...place.columnSpans]) {
    for (const edge of [start - from, end - from]) if (edge > 0 && edge < window.length) edges.add(edge);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = lead ? [{ text: lead, isRow: false, isColumn: false, isPlace: false }] : [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [start = 0, end = 0] = [cuts[index], cuts[index + 1]];
    if (end <= start) continue;
    const at = { start: start + from, end: end + from };
    pieces.push({
      text: window.slice(start, end).join(''),
      isRow: place.rowSpans.some((span) => covers(span, at)),
      isColumn: place.columnSpans.some((span) => covers(span, at)),
      isPlace: at.start >= place.start && at.end <= placeEnd,
    });
  }
  if (trail) pieces.push({ text: trail, isRow: false, isColumn: false, isPlace: false });
  return pieces;
}

function covers(span: Span, piece: Span): boolean {
  return span.start <= piece.start && piece.end <= span.end;
}
