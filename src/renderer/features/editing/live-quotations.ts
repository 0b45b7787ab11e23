import { type ChangeList, type MappedSpan, mapWithFates } from '../../../core/anchoring';
import { firstEndingAfter } from '../../../core/binary-search';
import {
  allQuotations,
  codingsOn,
  type DocumentCoding,
  type DocumentMarks,
} from '../../../core/document-marks';
import type { CodeId, QuotationId } from '../../../core/ids';
import type { FlatSpans, PositionMap, TextSpan } from '../../../core/text';

/** A quotation of the text with which the edit began, in UTF-16 units of it. */
interface Anchored extends TextSpan {
  readonly id: QuotationId;
  readonly hasMemo: boolean;
  readonly codings: readonly DocumentCoding[];
}

export interface Piece {
  /** UTF-16 offset in the text with which the edit began. */
  readonly start: number;
  readonly words: string;
  readonly isGone: boolean;
}

/** What an edit does to a quotation that will not be what it was. */
export interface Loss {
  readonly id: QuotationId;
  readonly fate: 'emptied' | 'cut';
  readonly codeIds: readonly CodeId[];
  readonly hasMemo: boolean;
  /** Its words as they were, in pieces that stay and pieces that go. */
  readonly pieces: readonly Piece[];
  /** What is left of it, or where it stood; UTF-16 units of the edited text. */
  readonly place: TextSpan;
}

export interface Outcome {
  /** Quotations whose words are corrected. */
  readonly changed: number;
  /** Emptied ones first. */
  readonly losses: readonly Loss[];
}

/**
 * The quotations of a document while its text is corrected. Where each stands follows from where it stood at the
 * beginning and from all that differs, so it can be had anew after every key.
 */
export class LiveQuotations {
  private anchored: readonly Anchored[] = [];
  private mapped: { readonly changes: ChangeList; readonly all: readonly MappedSpan[] } | null = null;

  constructor(
    private readonly base: string,
    private readonly positions: PositionMap,
  ) {}

  take(marks: DocumentMarks): void {
    this.anchored = allQuotations(marks).map(
      ({ id, start, end, hasMemo }, row): Anchored => ({
        id,
        hasMemo,
        start: this.positions.toUtf16(start),
        end: this.positions.toUtf16(end),
        codings: codingsOn(marks, row),
      }),
    );
    this.mapped = null;
  }

  /** Codes of the quotations at a place, those of the shortest first. */
  codesAt(changes: ChangeList, { start, end }: TextSpan): CodeId[] {
    const all = this.map(changes);
    const here = this.anchored.flatMap(({ codings }, index) => {
      const place = all[index]?.place;
      const isHere = place && place.start <= end && place.end >= start;
      return isHere ? codings.map(({ codeId }) => ({ codeId, length: place.end - place.start })) : [];
    });
    here.sort((one, other) => one.length - other.length);
    return [...new Set(here.map(({ codeId }) => codeId))];
  }

  /** How many quotations have one of these spans (in order, apart) in them, UTF-16 units of the edited text. */
  countTouched(changes: ChangeList, spans: FlatSpans): number {
    if (spans.length === 0) return 0;
    const isTouched = ({ place }: MappedSpan) => {
      if (!place) return false;
      const next = firstEndingAfter(spans, place.start);
      return (spans[next * 2] ?? Number.POSITIVE_INFINITY) < place.end;
    };
    return this.map(changes).filter(isTouched).length;
  }

  outcome(changes: ChangeList): Outcome {
    const all = this.map(changes);
    let changed = 0;
    const losses: Loss[] = [];
    this.anchored.forEach(({ id, start, end, codings, hasMemo }, index) => {
      const { fate, place } = all[index] ?? { fate: 'same', place: null };
      if (fate === 'changed') changed += 1;
      if (fate !== 'emptied' && fate !== 'cut') return;
      const at = place ?? pointOf(changes, start);
      const codeIds = [...new Set(codings.map(({ codeId }) => codeId))];
      losses.push({
        id,
        fate,
        codeIds,
        hasMemo,
        pieces: piecesOf(this.base, { start, end }, changes),
        place: at,
      });
    });
    losses.sort((one, other) => Number(one.fate === 'cut') - Number(other.fate === 'cut'));
    return { changed, losses };
  }

  private map(changes: ChangeList): readonly MappedSpan[] {
    if (this.mapped?.changes !== changes)
      this.mapped = { changes, all: mapWithFates(this.anchored, changes) };
    return this.mapped.all;
  }
}

/** The words of a passage of the text before, by what of them is still there. */
function piecesOf(base: string, { start, end }: TextSpan, changes: ChangeList): Piece[] {
  const pieces: Piece[] = [];
  const add = (to: number, isGone: boolean) => {
    if (to > at) pieces.push({ start: at, words: base.slice(at, to), isGone });
    at = Math.max(at, to);
  };
  let at = start;
  for (const { from, to } of changes) {
    if (to <= start || from >= end) continue;
    add(from, false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  return pieces;
}

/** Where something stood of which nothing is left. */
function pointOf(changes: ChangeList, offset: number): TextSpan {
  let shift = 0;
  for (const { from, to, length } of changes) {
    if (to >= offset) return { start: Math.min(offset, from) + shift, end: Math.min(offset, from) + shift };
    shift += length - (to - from);
  }
  return { start: offset + shift, end: offset + shift };
}
