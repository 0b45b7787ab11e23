import type { FieldChange, HistoryDetail, HistoryPassage } from '../../contract/history';
import type { SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { createPositionMap } from '../../core/text';
import {
  countTouched,
  type TouchedImages,
  textAtEntry,
  touchedPlaces,
  touchedThings,
} from '../../storage/change-log/history-detail';
import { countLaterChanges } from '../../storage/change-log/history-query';
import { namedSources } from '../../storage/change-log/history-subjects';
import { quotationById } from '../../storage/repositories/codings';
import { readTextBySha256 } from '../../storage/repositories/sources';
import type { ReadContext } from '../context';
import type { DocumentText } from '../text-cache';
import { writtenFields } from '../written-fields';
import { readEntries } from './history-entries';
import { nameFinder } from './history-subjects';

const shownPassages = 20;
const shownThings = 50;

/** What an entry changed; an undo or redo what the entry did that it took back or brought back. */
export function historyDetail(
  { database, texts }: Pick<ReadContext, 'database' | 'texts'>,
  sequence: number,
): HistoryDetail {
  const [entry] = readEntries(database, [sequence]);
  if (!entry) throw new ExpectedError('notFound', `The history has no entry ${sequence}.`);
  const { kind, target } = entry;
  const changed = (kind === 'undo' || kind === 'redo') && target !== null ? target : sequence;
  const isBackwards = kind === 'undo';
  const places = touchedPlaces(database, changed, shownPassages);
  const sourceIds = new Set(namedSources(database).map(({ id }) => id));
  const nameOf = nameFinder(database);
  const textThen = createTextsThen(database, changed);
  const things = touchedThings(database, changed, shownThings).map((thing) =>
    isBackwards ? { ...thing, before: thing.after, after: thing.before } : thing,
  );
  return {
    entry,
    counts: countTouched(database, changed).map(({ table, added, changed: edited, removed }) =>
      isBackwards
        ? { table, added: removed, changed: edited, removed: added }
        : { table, added, changed: edited, removed },
    ),
    passages: places.map((place): HistoryPassage => {
      const { source_id: sourceId, start_position: start, end_position: end } = place;
      const now = place.is_there === 1 ? quotationById(database, place.id) : undefined;
      const wordsThen = textThen(sourceId);
      return {
        quotationId: place.id,
        isThere: place.is_there === 1,
        sourceId,
        sourceName: nameOf(sourceId),
        // In a text that was corrected since, the way leads to where the passage stands now.
        start: wordsThen && now ? now.start : start,
        end: wordsThen && now ? now.end : end,
        text: sourceIds.has(sourceId) ? words(wordsThen ?? texts.get(sourceId), { start, end }) : null,
      };
    }),
    passageCount: places[0]?.total ?? 0,
    fields: fieldChanges(things, nameOf),
    later: countLaterChanges(database, sequence),
  };
}

type TextWithPositions = Pick<DocumentText, 'text' | 'positions'>;

/** Texts of documents as they were after an entry; null where a document has the same text since. */
function createTextsThen(database: ReadContext['database'], sequence: number) {
  const known = new Map<SourceId, TextWithPositions | null>();
  return (id: SourceId): TextWithPositions | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const sha256 = textAtEntry(database, id, sequence);
    const text = sha256 === undefined ? undefined : readTextBySha256(database, sha256);
    const then = text === undefined ? null : { text, positions: createPositionMap(text) };
    known.set(id, then);
    return then;
  };
}

function words({ text, positions }: TextWithPositions, span: { start: number; end: number }): string {
  return text.slice(positions.toUtf16(span.start), positions.toUtf16(span.end));
}

/** Columns that say nothing to a reader, or nothing that `name` does not say. */
const quiet = new Set([
  'id',
  'position',
  'created_at',
  'modified_at',
  'coder_id',
  'text_sha256',
  'projection_version',
  'encoding',
  'file_name',
  'characters',
  'lineage',
  'created_with',
  'source_id',
  'code_id',
  'quotation_id',
  'coding_id',
  'code_set_id',
  'is_free',
  'content',
  'start_position',
  'end_position',
]);

function fieldChanges(things: readonly TouchedImages[], nameOf: (id: string) => string): FieldChange[] {
  return things.flatMap(({ table_name: table, before, after }): FieldChange[] => {
    const from = parse(before);
    const to = parse(after);
    const one = after === null ? from : to;
    const name = nameOfThing(table, one, nameOf);
    // What is made or goes is told by its name; what of it was written, by its texts.
    return Object.keys(one)
      .filter((field) => !quiet.has(field) && from[field] !== to[field])
      .filter((field) => (before !== null && after !== null) || isWritten(field, one[field]))
      .map((field) => ({
        table,
        name,
        field,
        before: inWords(from[field], nameOf),
        after: inWords(to[field], nameOf),
      }));
  });
}

type Image = Readonly<Record<string, string | number | null | undefined>>;

function parse(image: string | null): Image {
  return image === null ? {} : (JSON.parse(image) as Image);
}

function isWritten(field: string, value: unknown): boolean {
  return writtenFields.has(field) && value !== '' && value !== undefined;
}

function nameOfThing(table: string, image: Image, nameOf: (id: string) => string): string {
  if (table === 'code_set_code')
    return [image.code_set_id, image.code_id].map((id) => nameOf(String(id))).join(': ');
  if (table !== 'memo') return String(image.name ?? image.speaker ?? '');
  return nameOf(String(image.code_id ?? image.source_id ?? '')) || String(image.title ?? '');
}

function inWords(value: string | number | null | undefined, nameOf: (id: string) => string): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return nameOf(text) || text;
}
