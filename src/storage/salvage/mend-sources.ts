/**
 * Documents whose row is lost. Quotations that are left of one find its text again; and a text that was never a
 * deleted document's must be one's whose row is lost.
 */
import { createPositionMap } from '../../core/text';
import type { History } from './history';
import { isId } from './layouts';
import { freeName, type Making, nextPosition } from './mend-rows';
import type { Notes } from './report';
import { numberOf, type Row, type Rows, textOf } from './rows';
import { type TextShelf, unusedTexts, wholeText } from './texts';

export interface SourceOptions extends Making {
  readonly shelf: TextShelf;
  readonly history: History;
  readonly notes: Notes;
}

export function mendSources(rows: Rows, options: SourceOptions): void {
  const { shelf, history, notes } = options;
  for (const source of rows.source.values()) {
    if (source.folder_id !== null && !rows.source_folder.has(textOf(source, 'folder_id'))) {
      source.folder_id = null;
      notes.mend('Documents whose folder is lost stand at the top now.');
    }
  }
  for (const source of rows.source.values()) {
    if (textOf(source, 'name') === '') source.name = freeName('Lost document', (name) => isNamed(rows, name));
  }
  const lost = new Map<string, Row[]>();
  for (const quotation of rows.quotation.values()) {
    const id = textOf(quotation, 'source_id');
    if (rows.source.has(id) || !isId(id)) continue;
    lost.set(id, [...(lost.get(id) ?? []), quotation]);
  }
  const unused = new Set(unusedTexts(shelf, rows));
  for (const [id, quotations] of lost) {
    const sha256 = [...unused].find((each) => standIn(quotations, wholeText(shelf, each) ?? ''));
    if (sha256 !== undefined) unused.delete(sha256);
    rows.source.set(id, lostSource(rows, { ...options, id, sha256: sha256 ?? id }));
    notes.lose(oneLost);
  }
  const { source, change, source_text } = shelf.finds.tables;
  // Deleted documents leave their text as long as the history names it.
  const isDeletionKnown = change.isComplete && source_text.isComplete && !source.isComplete;
  if (!isDeletionKnown || history.isWhole) return;
  for (const sha256 of unused) {
    if (history.textsNamed.has(sha256)) continue;
    const id = options.newId();
    rows.source.set(id, lostSource(rows, { ...options, id, sha256 }));
    notes.lose(oneLost);
  }
}

const oneLost = {
  kind: 'source',
  name: '',
  one: () => 'The name of a document is lost; it is called “Lost document” now.',
  many: (count: number) =>
    `The names of ${count} documents are lost; they are called “Lost document”, “Lost document (2)” … now.`,
};

function lostSource(
  rows: Rows,
  { id, sha256, now, newId }: Making & { readonly id: string; readonly sha256: string },
): Row {
  const [coder] = rows.coder.keys();
  return {
    id,
    folder_id: null,
    name: freeName('Lost document', (name) => isNamed(rows, name)),
    position: nextPosition(rows.source),
    characters: -1,
    text_sha256: sha256,
    projection_version: 1,
    file_name: '',
    encoding: '',
    coder_id: coder ?? newId(),
    created_at: now,
    modified_at: now,
    structure: 'automatic',
  };
}

function isNamed(rows: Rows, name: string): boolean {
  return [...rows.source.values()].some((source) => source.name === name);
}

/** All but a few stand where they say. */
function standIn(quotations: readonly Row[], text: string): boolean {
  const positions = createPositionMap(text);
  const standing = quotations.filter((quotation) => {
    const from = positions.toUtf16(numberOf(quotation, 'start_position'));
    const to = positions.toUtf16(numberOf(quotation, 'end_position'));
    const words = textOf(quotation, 'text');
    return words !== '' && text.slice(from, to) === words;
  });
  return standing.length > 0 && standing.length * 10 >= quotations.length * 8;
}
