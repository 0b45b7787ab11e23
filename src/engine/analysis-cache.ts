import { createCodeTree } from '../core/code-tree';
import type { CooccurrenceData } from '../core/cooccurrence';
import type { CoderId, QuotationId, SourceId } from '../core/ids';
import { createPositionMap, unitSpans } from '../core/text';
import { listCoders } from '../storage/repositories/coders';
import { listCodes } from '../storage/repositories/codes';
import { type CodingTuple, codingTuples } from '../storage/repositories/codings';
import { readRevision } from '../storage/repositories/project';
import { listSources } from '../storage/repositories/sources';
import type { ReadableDatabase } from '../storage/sqlite/types';
import type { TextCache } from './text-cache';

/** The project's codings in columns, with what the figures need to know about codes, documents and coders. */
export interface AnalysisData extends CooccurrenceData {
  readonly revision: number;
  /** Quotation of each row of the coding table. */
  readonly quotationIds: readonly QuotationId[];
}

/** Kept until the project's revision changes; then only the documents that a change touched are read again. */
export interface AnalysisCache {
  get(): AnalysisData;
  /** To be called after a change; null: read all anew. */
  forget(sourceIds: readonly SourceId[] | null): void;
}

type CodingsBySource = Map<SourceId, CodingTuple[]>;

export function createAnalysisCache(database: ReadableDatabase, texts: TextCache): AnalysisCache {
  let kept: AnalysisData | undefined;
  let codings: CodingsBySource | null = null;
  let stale = new Set<SourceId>();
  const refresh = (): CodingsBySource => {
    if (!codings) codings = bySource(codingTuples(database));
    else if (stale.size > 0) {
      for (const id of stale) codings.delete(id);
      for (const [id, rows] of bySource(codingTuples(database, [...stale]))) codings.set(id, rows);
    }
    stale = new Set();
    return codings;
  };
  return {
    get() {
      const revision = readRevision(database);
      if (kept?.revision !== revision) kept = load(database, texts, { revision, codings: refresh() });
      return kept;
    },
    forget(sourceIds) {
      if (sourceIds === null) codings = null;
      else for (const id of sourceIds) stale.add(id);
      kept = undefined;
    },
  };
}

function bySource(rows: readonly CodingTuple[]): CodingsBySource {
  const found: CodingsBySource = new Map();
  for (const row of rows) {
    const those = found.get(row[0]);
    if (those) those.push(row);
    else found.set(row[0], [row]);
  }
  return found;
}

function load(
  database: ReadableDatabase,
  texts: TextCache,
  { revision, codings }: { readonly revision: number; readonly codings: CodingsBySource },
): AnalysisData {
  const codes = createCodeTree(listCodes(database)).flattened;
  const sourceIds = listSources(database).map(({ id }) => id);
  const coderIds = listCoders(database).map(({ id }) => id);
  const indexOf = <T extends string>(ids: readonly T[]) => new Map(ids.map((id, index) => [id, index]));
  const codeIndex = indexOf(codes.map(({ id }) => id));
  const coderIndex = indexOf<CoderId>(coderIds);
  let count = 0;
  for (const id of sourceIds) count += codings.get(id)?.length ?? 0;
  const column = () => new Int32Array(count);
  const table = { sourceIndex: column(), start: column(), end: column(), code: column(), coder: column() };
  const quotationIds: QuotationId[] = [];
  let row = 0;
  sourceIds.forEach((sourceId, index) => {
    for (const [, start, end, code, coder, quotation] of codings.get(sourceId) ?? []) {
      table.sourceIndex[row] = index;
      table.start[row] = start;
      table.end[row] = end;
      table.code[row] = codeIndex.get(code) ?? -1;
      table.coder[row] = coderIndex.get(coder) ?? -1;
      quotationIds.push(quotation);
      row += 1;
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
      const document = texts.get(id);
      return unit === 'paragraphs'
        ? document.paragraphs
        : unitSpans(unit, document.text, createPositionMap(document.text));
    },
  };
}
