import { createCodeTree } from '../core/code-tree';
import type { CooccurrenceData } from '../core/cooccurrence';
import type { CodeId, CoderId, QuotationId, SourceId } from '../core/ids';
import { Numbering } from '../core/numbering';
import { createPositionMap, unitSpans } from '../core/text';
import { listCoders } from '../storage/repositories/coders';
import { listCodes } from '../storage/repositories/codes';
import {
  allCodingColumns,
  type CodingColumns,
  type CodingNumbers,
  codingColumnsOf,
} from '../storage/repositories/coding-columns';
import { readRevision } from '../storage/repositories/project';
import { listSources } from '../storage/repositories/sources';
import type { Database, ReadableDatabase } from '../storage/sqlite/types';
import { haveMostCodings } from './most-codings';
import type { StructureCache } from './structure/structure-cache';
import type { TextCache } from './text-cache';

/** The project's codings in columns, with what the figures need to know about codes, documents and coders. */
export interface AnalysisData extends CooccurrenceData {
  readonly revision: number;
  /** Quotation of each row of the coding table. */
  readonly quotationIds: readonly QuotationId[];
}

/** Kept until the project's revision changes; then only the documents that a change touched are read again. */
export interface AnalysisCache {
  /**
   * Reads what `get` needs in pieces, between which others have their turn; null where nothing is left to read, or
   * where another program may write, so that an answer has to be of one moment.
   */
  ready(): Promise<void> | null;
  get(): AnalysisData;
  /** To be called after a change; null: read all anew. */
  forget(sourceIds: readonly SourceId[] | null): void;
}

interface Documents {
  readonly texts: TextCache;
  readonly structure: StructureCache;
}

export function createAnalysisCache(database: Database, documents: Documents): AnalysisCache {
  const numbers = { codes: new Numbering<CodeId>(), coders: new Numbering<CoderId>() };
  let kept: AnalysisData | undefined;
  let columns: Map<SourceId, CodingColumns> | null = null;
  /** What was read last, though it may be true no more. */
  let read: ReadonlyMap<SourceId, CodingColumns> = new Map();
  let loading: ReturnType<typeof allCodingColumns> | null = null;
  let stale = new Set<SourceId>();
  const refresh = () => {
    let all = columns;
    while (!all) all = loadMore();
    if (stale.size > 0) {
      for (const id of stale) all.delete(id);
      for (const [id, column] of codingColumnsOf(database, numbers, [...stale])) all.set(id, column);
      stale = new Set();
    }
    return all;
  };
  /** One piece more; null until it was the last one. */
  const loadMore = () => {
    loading ??= allCodingColumns(database, numbers);
    const step = loading.next();
    if (!step.done) return null;
    columns = step.value;
    read = columns;
    loading = null;
    return columns;
  };
  const loadInTurns = async () => {
    while (!columns && !loadMore()) await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    ready: () => (columns || !database.canWrite ? null : loadInTurns()),
    get() {
      const revision = readRevision(database);
      if (kept?.revision !== revision)
        kept = load(database, documents, { revision, numbers, columns: refresh() });
      return kept;
    },
    forget(sourceIds) {
      const isMost =
        sourceIds !== null &&
        haveMostCodings(sourceIds, (id) => read.get(id)?.quotationIds.length ?? 0, read.keys());
      if (sourceIds === null || isMost) {
        columns = null;
        loading = null;
        stale.clear();
      } else for (const id of sourceIds) stale.add(id);
      kept = undefined;
    },
  };
}

function load(
  database: ReadableDatabase,
  { texts, structure }: Documents,
  {
    revision,
    numbers,
    columns,
  }: {
    readonly revision: number;
    readonly numbers: CodingNumbers;
    readonly columns: ReadonlyMap<SourceId, CodingColumns>;
  },
): AnalysisData {
  const codes = createCodeTree(listCodes(database)).flattened;
  const sourceIds = listSources(database).map(({ id }) => id);
  const coderIds = listCoders(database).map(({ id }) => id);
  const indexOf = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));
  const codeIndex = indexOf(codes.map(({ id }) => id));
  const coderIndex = indexOf(coderIds);
  const indexes = (ids: readonly string[], index: ReadonlyMap<string, number>) =>
    Int32Array.from(ids, (id) => index.get(id) ?? -1);
  const codeOf = indexes(numbers.codes.ids, codeIndex);
  const coderOf = indexes(numbers.coders.ids, coderIndex);
  let count = 0;
  for (const id of sourceIds) count += columns.get(id)?.quotationIds.length ?? 0;
  const column = () => new Int32Array(count);
  const table = { sourceIndex: column(), start: column(), end: column(), code: column(), coder: column() };
  const quotationIds: QuotationId[] = [];
  let row = 0;
  sourceIds.forEach((sourceId, index) => {
    const of = columns.get(sourceId);
    if (!of) return;
    const end = row + of.quotationIds.length;
    table.sourceIndex.fill(index, row, end);
    table.start.set(of.start, row);
    table.end.set(of.end, row);
    for (let at = 0; row < end; at += 1, row += 1) {
      table.code[row] = codeOf[of.code[at] ?? -1] ?? -1;
      table.coder[row] = coderOf[of.coder[at] ?? -1] ?? -1;
      quotationIds.push(of.quotationIds[at] as QuotationId);
    }
  });
  return {
    revision,
    table,
    quotationIds,
    codeIds: codes.map(({ id }) => id),
    codeParents: Int32Array.from(codes, ({ parentId }) => (parentId ? (codeIndex.get(parentId) ?? -1) : -1)),
    codeIsCodable: Uint8Array.from(codes, ({ isCodable }) => (isCodable ? 1 : 0)),
    sourceIds,
    coderIds,
    unitSpans: (unit, index) => {
      const id = sourceIds[index];
      if (id === undefined) return new Int32Array(0);
      if (unit === 'turns') return structure.turns(id);
      const document = texts.get(id);
      return unit === 'paragraphs'
        ? document.paragraphs
        : unitSpans(unit, document.text, createPositionMap(document.text));
    },
  };
}
