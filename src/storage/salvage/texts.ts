/**
 * Documents and their texts. A text is found by its SHA-256, which is also the proof that it is whole.
 */

import { codePointLength } from '../../core/text';
import type { Sha256 } from '../sha256';
import {
  decodeStrictly,
  healText,
  type KnownWords,
  readDamagedText,
  textFromWords,
  unreadable,
} from './damaged-text';
import type { Finds } from './find-rows';
import { isSoundValue } from './layouts';
import { nearIdFinder } from './near-ids';
import type { Cell } from './pages/leaf-page';
import { readRecordHeader, sizeOf } from './pages/record';
import { type Notes, quoted } from './report';
import { numberOf, type Row, type Rows, textOf } from './rows';

interface StoredText {
  readonly cell: Cell;
  /** What the row says. */
  readonly name: string;
  /** What the bytes say; undefined where some are lost. */
  readonly sha256: string | undefined;
  readonly isDoubtful: boolean;
}

/** All texts of the file; their words stay there until one is opened. */
export interface TextShelf {
  /** Whole texts by their SHA-256. */
  readonly whole: ReadonlyMap<string, StoredText>;
  /** Those that may be damaged, by what they are called. */
  readonly named: ReadonlyMap<string, StoredText>;
  readonly finds: Finds;
}

export interface TextGroup {
  readonly sha256: string;
  readonly sources: readonly Row[];
}

export interface OpenedText {
  readonly text: string;
  readonly sha256: string;
  readonly state: 'whole' | 'healed' | 'damaged' | 'lost';
}

export function openShelf(finds: Finds, sha256: Sha256): TextShelf {
  const stored = finds.tables.source_text.cells.flatMap(({ cell, isDoubtful }): StoredText[] => {
    const read = readStored(finds, cell);
    if (!read) return [];
    const text = read.gaps.length === 0 ? decodeStrictly(read.bytes) : undefined;
    return [{ cell, name: read.name, sha256: text === undefined ? undefined : sha256([text]), isDoubtful }];
  });
  return {
    whole: new Map(stored.flatMap((each) => (each.sha256 === undefined ? [] : [[each.sha256, each]]))),
    named: new Map(stored.filter(({ isDoubtful }) => !isDoubtful).map((each) => [each.name, each])),
    finds,
  };
}

/** Whole texts that no document has: those of deleted documents, and those of documents whose row is lost. */
export function unusedTexts({ whole }: TextShelf, rows: Rows): string[] {
  const used = new Set([...rows.source.values()].map((source) => textOf(source, 'text_sha256')));
  return [...whole].flatMap(([sha256, { isDoubtful }]) => (used.has(sha256) || isDoubtful ? [] : [sha256]));
}

export function wholeText({ whole, finds }: TextShelf, sha256: string): string | undefined {
  const read = readStored(finds, whole.get(sha256)?.cell);
  return read && decodeStrictly(read.bytes);
}

/** The text that the documents of a group have in common, whole or mended. */
export function openText(
  shelf: TextShelf,
  rows: Rows,
  options: { readonly group: TextGroup; readonly sha256: Sha256 },
): OpenedText {
  const { group, sha256 } = options;
  const whole = wholeText(shelf, group.sha256);
  if (whole !== undefined) return { text: whole, sha256: group.sha256, state: 'whole' };
  const words = wordsIn(rows, group);
  const characters = numberOf(group.sources[0], 'characters');
  const read = readStored(shelf.finds, shelf.named.get(group.sha256)?.cell);
  if (!read) {
    const text = textFromWords(characters, words);
    return { text, sha256: sha256([text]), state: 'lost' };
  }
  const { bytes, gaps } = read;
  const healed = gaps.length === 0 ? healText(bytes.slice(), group.sha256, { words, sha256 }) : undefined;
  if (healed !== undefined) return { text: healed, sha256: group.sha256, state: 'healed' };
  const text = readDamagedText(bytes, gaps, { characters, words });
  const found = sha256([text]);
  return { text, sha256: found, state: found === group.sha256 ? 'healed' : 'damaged' };
}

/** Tells of a text what a reader must know. */
export function tellOf({ sources }: TextGroup, { state, text }: OpenedText, notes: Notes): void {
  for (const source of sources) {
    const name = quoted(textOf(source, 'name'));
    if (state === 'healed')
      notes.mend(`The text of ${name} was damaged and could be put right to the letter.`);
    if (state === 'damaged') {
      const sign = text.includes(unreadable) ? ` (“${unreadable}” stands for what is lost)` : '';
      notes.lose(`The text of ${name} is damaged; it was kept as far as it can be read${sign}.`);
    }
    if (state === 'lost') {
      notes.lose(
        `The text of ${name} is lost; only its quotations are left, each at its place. Import the document again.`,
      );
    }
  }
}

function readStored(finds: Finds, cell: Cell | undefined) {
  if (!cell) return undefined;
  const payload = finds.reader.whole(cell);
  const header = readRecordHeader(payload.bytes, cell.length);
  if (!header) return undefined;
  const [nameType = 0, textType = 0] = header.serialTypes;
  const textAt = header.length + (sizeOf(nameType) ?? 0);
  const end = textAt + (sizeOf(textType) ?? 0);
  const name = decodeStrictly(payload.bytes.subarray(header.length, textAt)) ?? '';
  const gaps = payload.gaps
    .map(({ from, to }) => ({ from: Math.max(0, from - textAt), to: Math.min(end, to) - textAt }))
    .filter(({ from, to }) => to > from);
  return { name, bytes: payload.bytes.subarray(textAt), gaps };
}

/** Sources by their text's name, which is put right where it is damaged. */
export function groupByText({ whole, named }: TextShelf, rows: Rows): TextGroup[] {
  const known = new Set([...whole.keys(), ...named.keys()]);
  const find = nearIdFinder(known);
  const groups = new Map<string, Row[]>();
  for (const source of rows.source.values()) {
    const stored = textOf(source, 'text_sha256');
    const name = known.has(stored) ? stored : (find(stored) ?? stored);
    const isName = isSoundValue({ kind: 'sha256', isOptional: false }, name);
    source.text_sha256 = isName ? name : textOf(source, 'id');
    const key = textOf(source, 'text_sha256');
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups].map(([sha256, sources]) => ({ sha256, sources }));
}

/** What the quotations of a text say of it: their words, and those before and after. */
function wordsIn(rows: Rows, { sources }: TextGroup): KnownWords[] {
  const ids = new Set(sources.map((source) => textOf(source, 'id')));
  const words: KnownWords[] = [];
  for (const quotation of rows.quotation.values()) {
    if (!ids.has(textOf(quotation, 'source_id'))) continue;
    const start = numberOf(quotation, 'start_position');
    const end = numberOf(quotation, 'end_position');
    const own = textOf(quotation, 'text');
    if (!Number.isSafeInteger(start) || start < 0 || codePointLength(own) !== end - start) continue;
    const before = textOf(quotation, 'text_before');
    const from = start - codePointLength(before);
    words.push({ start, words: own }, { start: end, words: textOf(quotation, 'text_after') });
    if (from >= 0) words.push({ start: from, words: before });
  }
  return words.filter(({ words: text }) => text !== '');
}
