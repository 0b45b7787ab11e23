import type { ComparedField, ComparedRow, ComparedTarget } from '../../contract/copies';
import { createCodeTree } from '../../core/code-tree';
import type { MemoTarget } from '../../core/entities';
import type { CodeId, CodingId, MemoId, QuotationId, SourceId } from '../../core/ids';
import { quoteLine } from '../../core/text';
import type { DifferentRow } from '../../core/three-way';
import {
  nameOfCoder,
  nameOfFolder,
  nameOfMemoType,
  nameOfSet,
  nameOfSource,
  placeOfCoding,
  placeOfQuotation,
  type QuotationPlace,
  wordsAt,
} from '../../storage/copies/copy-facts';
import { listCodes } from '../../storage/repositories/codes';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import { writtenFields } from '../written-fields';

type Image = Readonly<Record<string, string | number | null | undefined>>;

interface Sides {
  readonly here: ReadableDatabase;
  readonly there: ReadableDatabase;
  /** Rows described; the first ones in the order of their titles. */
  readonly most: number;
}

/** Characters of a passage that stand for it. */
const quoted = 160;

/** The rows in words, sorted by where they stand and what they are called. */
export function describeRows(rows: readonly DifferentRow[], sides: Sides): ComparedRow[] {
  const here = sideReader(sides.here);
  const there = sideReader(sides.there);
  return rows
    .map((row) => {
      const isShownThere = row.there !== null && (row.here === null || row.difference.endsWith('There'));
      const shown = isShownThere ? there : here;
      const image = parse(isShownThere ? row.there : row.here) ?? {};
      return { row, image, shown, heading: shown.heading(row.table, image) };
    })
    .sort((one, other) => compareHeadings(one.heading, other.heading))
    .slice(0, sides.most)
    .map(({ row, image, shown, heading: { title, color, place, codePath } }) => ({
      id: row.id,
      title,
      color,
      place: place && { document: place.sourceName, start: place.start, end: place.end },
      codePath,
      coderName: typeof image.coder_id === 'string' ? shown.coder(image.coder_id) : '',
      at: textOf(image.modified_at) ?? textOf(image.created_at),
      fields: fieldsOf(row, { here, there }),
      opens: targetOf(row, here),
    }));
}

interface Heading {
  readonly title: string;
  readonly color: string | null;
  readonly place: QuotationPlace | null;
  readonly codePath: string | null;
}

type SideReader = ReturnType<typeof sideReader>;

/** What the ids of one copy stand for. */
function sideReader(database: ReadableDatabase) {
  const codes = listCodes(database);
  const tree = createCodeTree(codes);
  const place = (id: unknown) => (typeof id === 'string' ? (placeOfQuotation(database, id) ?? null) : null);
  const codePath = (id: unknown) => (typeof id === 'string' ? tree.path(id as CodeId) : '');
  const name = (id: unknown) => (typeof id === 'string' ? (nameOfSource(database, id) ?? '') : '');
  const plain = { color: null, place: null, codePath: null };
  const ofQuotation = (id: unknown): Heading => {
    const at = place(id);
    return { ...plain, title: at ? quoteLine(at.text, quoted) : '', place: at };
  };
  const ofCoding = (id: unknown): Heading => {
    const coding = typeof id === 'string' ? placeOfCoding(database, id) : undefined;
    return { ...ofQuotation(coding?.quotationId), codePath: coding ? codePath(coding.codeId) : null };
  };
  const set = (id: unknown) => (typeof id === 'string' ? (nameOfSet(database, id) ?? '') : '');
  const ofSegment = (image: Image): Heading => {
    const at = {
      sourceId: String(image.source_id),
      start: Number(image.start_position),
      end: Number(image.end_position),
    };
    const text = quoteLine(wordsAt(database, at) ?? '', quoted);
    return { ...plain, title: text, place: { ...at, sourceName: name(at.sourceId), text } };
  };
  return {
    place,
    codePath,
    memoType: (id: unknown) => (typeof id === 'string' ? (nameOfMemoType(database, id) ?? '') : ''),
    coder: (id: string) => nameOfCoder(database, id) ?? '',
    folder: (id: unknown) => (typeof id === 'string' ? (nameOfFolder(database, id) ?? '') : ''),
    heading(table: DifferentRow['table'], image: Image): Heading {
      switch (table) {
        case 'code':
          return { ...plain, title: codePath(image.id) || String(image.name), color: textOf(image.color) };
        case 'coding': {
          const code = tree.get(image.code_id as CodeId);
          return {
            ...ofQuotation(image.quotation_id),
            codePath: codePath(image.code_id),
            color: code?.color ?? null,
          };
        }
        case 'quotation':
          return ofQuotation(image.id);
        case 'memo': {
          if (image.quotation_id) return ofQuotation(image.quotation_id);
          if (image.coding_id) return ofCoding(image.coding_id);
          const on = codePath(image.code_id) || name(image.source_id);
          return { ...plain, title: on || String(image.title ?? '') };
        }
        case 'code_set_code':
          return { ...plain, title: `${set(image.code_set_id)}: ${codePath(image.code_id)}` };
        case 'segment':
          return ofSegment(image);
        case 'coder':
          return { ...plain, title: String(image.name), color: textOf(image.color) };
        default:
          return { ...plain, title: String(image.name ?? '') };
      }
    },
  };
}

function compareHeadings(one: Heading, other: Heading): number {
  return (
    compareText(one.place?.sourceName ?? '', other.place?.sourceName ?? '') ||
    (one.place?.start ?? 0) - (other.place?.start ?? 0) ||
    (one.place?.end ?? 0) - (other.place?.end ?? 0) ||
    compareText(one.codePath ?? '', other.codePath ?? '') ||
    compareText(one.title, other.title)
  );
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Columns that a reader is told of, with what stands for their values; all others say nothing to people. */
const fields: Readonly<Record<string, (value: string | number, side: SideReader) => string>> = {
  name: String,
  color: String,
  description: String,
  definition: String,
  when_to_use: String,
  when_not_to_use: String,
  examples: String,
  text: String,
  is_codable: (value) => (value === 1 ? 'code' : 'folder'),
  parent_id: (value, side) => side.codePath(value) || side.folder(value),
  folder_id: (value, side) => side.folder(value),
  code_id: (value, side) => side.codePath(value),
  status: (value) => (value === 'inUse' ? 'in use' : String(value)),
  structure: String,
  title: String,
  memo_type_id: (value, side) => side.memoType(value),
  kind: String,
  speaker: String,
  time: String,
  start_position: String,
  end_position: String,
};

/** What of a changed row is different; of a new or deleted one, what was written in it. */
function fieldsOf(
  { table, difference, baseHere, baseThere, here, there }: DifferentRow,
  sides: { readonly here: SideReader; readonly there: SideReader },
): ComparedField[] {
  const images = { base: parse(baseThere) ?? parse(baseHere), here: parse(here), there: parse(there) };
  if (!difference.startsWith('changed')) {
    const [one, side] = images.there ? (['there', sides.there] as const) : (['here', sides.here] as const);
    return Object.entries(images[one] ?? {})
      .filter(([field, value]) => isWriting(field, table) && value !== '' && value !== null)
      .map(([field, value]) => ({
        field,
        base: null,
        here: null,
        there: null,
        [one]: inWords(field, value, side),
      }));
  }
  return Object.keys(fields).flatMap((field) => {
    const values = [images.base, images.here, images.there].flatMap((image) => (image ? [image[field]] : []));
    if (values.every((value) => value === values[0])) return [];
    return [
      {
        field,
        base: images.base && inWords(field, images.base[field], sides.here),
        here: images.here && inWords(field, images.here[field], sides.here),
        there: images.there && inWords(field, images.there[field], sides.there),
      },
    ];
  });
}

function isWriting(field: string, table: DifferentRow['table']): boolean {
  return writtenFields.has(field) && (table === 'memo' || table === 'code' || table === 'project');
}

function inWords(field: string, value: Image[string], side: SideReader): string {
  return value === null || value === undefined ? '' : (fields[field]?.(value, side) ?? '');
}

/** What a click opens: only what is in the open project. */
function targetOf({ table, here }: DifferentRow, side: SideReader): ComparedTarget | null {
  const image = parse(here);
  if (!image) return null;
  const id = String(image.id);
  switch (table) {
    case 'source':
      return { kind: 'document', id };
    case 'code':
      return { kind: 'code', id };
    case 'quotation':
    case 'coding': {
      const quotationId = table === 'quotation' ? id : String(image.quotation_id);
      const at = side.place(quotationId);
      return (
        at && { kind: 'quotation', id: quotationId, sourceId: at.sourceId, start: at.start, end: at.end }
      );
    }
    case 'memo':
      return { kind: 'memo', target: memoTarget(image) };
    case 'project':
      return { kind: 'project' };
    default:
      return null;
  }
}

function memoTarget(image: Image): MemoTarget {
  if (image.source_id) return { kind: 'source', id: image.source_id as SourceId };
  if (image.code_id) return { kind: 'code', id: image.code_id as CodeId };
  if (image.quotation_id) return { kind: 'quotation', id: image.quotation_id as QuotationId };
  if (image.coding_id) return { kind: 'coding', id: image.coding_id as CodingId };
  return image.is_free === 1 ? { kind: 'free', id: image.id as MemoId } : { kind: 'project' };
}

function parse(image: string | null): Image | null {
  return image === null ? null : (JSON.parse(image) as Image);
}

function textOf(value: Image[string]): string | null {
  return typeof value === 'string' ? value : null;
}
