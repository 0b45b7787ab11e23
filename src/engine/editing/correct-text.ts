import type { TextCorrected } from '../../contract/editing';
import { type ChangeList, createChangeMap, mapSpan } from '../../core/anchoring';
import type { Source } from '../../core/entities';
import type { QuotationId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { codePointLength, createPositionMap, type TextSpan } from '../../core/text';
import { readOffWords } from '../../storage/change-log/quotation-words';
import { quotationsOfSource, touchQuotation } from '../../storage/repositories/codings';
import { changeStoredSegment, deleteSegment, segmentsOfSource } from '../../storage/repositories/segments';
import { setSourceText } from '../../storage/repositories/sources';
import type { Database } from '../../storage/sqlite/types';
import { deleteWithAll, uniteQuotations } from '../commands/codings';
import type { ChangeContext } from '../context';
import { placeQuotations } from './place-quotations';

export interface Correction {
  readonly source: Source;
  readonly text: string;
  readonly sha256: string;
  /** All that differs, in code points of the text before: a structure that was corrected by hand goes along. */
  readonly changes: ChangeList;
  /** Where each quotation of the document stands in the text; null: it is deleted with its codings and memos. */
  readonly placeOf: (quotation: TextSpan & { readonly id: QuotationId }) => TextSpan | null;
}

/**
 * Gives a document another text and its quotations their places in it, whatever was typed or compared to find these.
 * Two that come to one place are united. Throws ExpectedError where a place does not lie in the text.
 */
export function correctText(context: ChangeContext, correction: Correction): TextCorrected {
  const { database, now, texts } = context;
  const { source, text, sha256, placeOf } = correction;
  const characters = codePointLength(text);
  const positions = createPositionMap(text);
  const before = quotationsOfSource(database, source.id);
  setSourceText(database, source.id, { sha256, text, characters, at: now });
  texts.forget([source.id]);

  const result = { moved: 0, reworded: 0, united: 0, deleted: 0 };
  const atPlace = new Map<string, (typeof before)[number]>();
  const moves = before.flatMap((quotation) => {
    const to = placeOf(quotation);
    if (!to) {
      deleteWithAll(database, quotation.id);
      result.deleted += 1;
      return [];
    }
    if (to.start < 0 || to.end <= to.start || to.end > characters) {
      throw new ExpectedError('invalid', 'A passage would not lie in the text. Nothing was changed.');
    }
    const key = `${to.start} ${to.end}`;
    const there = atPlace.get(key);
    if (there) {
      uniteQuotations(context, quotation, there);
      result.united += 1;
      return [];
    }
    atPlace.set(key, quotation);
    const words = text.slice(positions.toUtf16(to.start), positions.toUtf16(to.end));
    if (words !== quotation.text) {
      touchQuotation(database, quotation.id, now);
      result.reworded += 1;
    }
    const isThere = to.start === quotation.start && to.end === quotation.end;
    return isThere ? [] : [{ id: quotation.id, from: { start: quotation.start, end: quotation.end }, to }];
  });
  result.moved = moves.length;
  placeQuotations(database, moves);
  moveSegments(database, source.id, correction.changes);
  // Those that stayed as well: what stands around them may be others' words now.
  readOffWords(
    database,
    [...atPlace.values()].map(({ id }) => id),
  );
  return { ...result, characters, sha256 };
}

/** Turns, headings and timestamps that somebody has corrected; where they are automatic, there are none. */
function moveSegments(database: Database, id: SourceId, changes: ChangeList): void {
  const map = createChangeMap(changes);
  for (const segment of segmentsOfSource(database, id)) {
    const place = mapSpan(segment, map);
    if (!place) deleteSegment(database, segment.id);
    else if (place.start !== segment.start || place.end !== segment.end) {
      changeStoredSegment(database, { ...segment, ...place });
    }
  }
}
