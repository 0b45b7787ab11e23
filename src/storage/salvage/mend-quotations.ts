/**
 * Quotations against the text that was saved. The place is what counts; where the words stand elsewhere in an intact
 * text, and only there, it was the place that was damaged.
 */
import { createPositionMap, type PositionMap, quotationContext } from '../../core/text';
import type { Notes } from './report';
import { quoted } from './report';
import { numberOf, type Row, textOf } from './rows';

export interface DocumentText {
  readonly name: string;
  readonly text: string;
  readonly isWhole: boolean;
}

/** Words shorter than this may stand anywhere. */
const enoughToFind = 12;

/** Puts each quotation's words right; gives the ids of those that have no place. */
export function mendQuotations(quotations: readonly Row[], document: DocumentText, notes: Notes): string[] {
  const { text, name, isWhole } = document;
  const positions = createPositionMap(text);
  const lost: string[] = [];
  for (const quotation of quotations) {
    const words = textOf(quotation, 'text');
    let place = placeOf(quotation, positions);
    const isAsWritten = place !== undefined && wordsAt(text, positions, place) === words;
    if (!isAsWritten && isWhole) {
      const other = onlyPlaceOf(words, text, positions);
      if (other && place) notes.mend(moved(name, words));
      place = other ?? place;
    }
    if (!place) {
      notes.lose({
        kind: `place ${name}`,
        name: quoted(words),
        one: (which) => `A quotation in ${quoted(name)} has lost its place and could not be kept: ${which}.`,
        many: (count, all) =>
          `${count} quotations in ${quoted(name)} have lost their places and could not be kept: ${all}.`,
      });
      lost.push(textOf(quotation, 'id'));
      continue;
    }
    if (!isAsWritten && words !== '' && wordsAt(text, positions, place) !== words) {
      notes.mend({
        kind: 'words',
        name: '',
        one: () => 'The words of a quotation were damaged; they are now those at its place in the document.',
        many: (count) =>
          `The words of ${count} quotations were damaged; they are now those at their places in the documents.`,
      });
    }
    const { prefix, suffix } = quotationContext(text, positions, place);
    quotation.start_position = place.start;
    quotation.end_position = place.end;
    quotation.text = wordsAt(text, positions, place);
    quotation.text_before = prefix;
    quotation.text_after = suffix;
  }
  return lost;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf(quotation: Row, positions: PositionMap): Place | undefined {
  const start = numberOf(quotation, 'start_position');
  const end = numberOf(quotation, 'end_position');
  const isPlace = Number.isSafeInteger(start) && start >= 0 && Number.isSafeInteger(end) && end > start;
  return isPlace && end <= positions.length ? { start, end } : undefined;
}

function wordsAt(text: string, positions: PositionMap, { start, end }: Place): string {
  return text.slice(positions.toUtf16(start), positions.toUtf16(end));
}

function onlyPlaceOf(words: string, text: string, positions: PositionMap): Place | undefined {
  if (words.length < enoughToFind) return undefined;
  const at = text.indexOf(words);
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return undefined;
  return { start: positions.toCodePoint(at), end: positions.toCodePoint(at + words.length) };
}

function moved(name: string, words: string) {
  return {
    kind: `moved ${name}`,
    name: quoted(words),
    one: (which: string) =>
      `The place of a quotation in ${quoted(name)} was damaged and was found again by its words: ${which}.`,
    many: (count: number, all: string) =>
      `The places of ${count} quotations in ${quoted(name)} were damaged and were found again by their words: ${all}.`,
  };
}
