import { createCodeTree } from '../core/code-tree';
import type { CooccurrenceData } from '../core/cooccurrence';
import type { CoderId, QuotationId, SourceId } from '../core/ids';
import { createPositionMap, unitSpans } from '../core/text';
import { listCoders } from '../storage/repositories/coders';
import { listCodes } from '../storage/repositories/codes';
import { allCodings } from '../storage/repositories/codings';
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

/** Kept until the project's revision changes. */
export interface AnalysisCache {
  get(): AnalysisData;
}

export function createAnalysisCache(database: ReadableDatabase, texts: TextCache): AnalysisCache {
  let kept: AnalysisData | undefined;
  return {
    get() {
      const revision = readRevision(database);
      if (kept?.revision !== revision) kept = load(database, texts, revision);
      return kept;
    },
  };
}

function load(database: ReadableDatabase, texts: TextCache, revision: number): AnalysisData {
  const codes = createCodeTree(listCodes(database)).flattened;
  const sourceIds = listSources(database).map(({ id }) => id);
  const coderIds = listCoders(database).map(({ id }) => id);
  const indexOf = <T extends string>(ids: readonly T[]) => new Map(ids.map((id, index) => [id, index]));
  const codeIndex = indexOf(codes.map(({ id }) => id));
  const sourceIndex = indexOf<SourceId>(sourceIds);
  const coderIndex = indexOf<CoderId>(coderIds);
  const rows = allCodings(database);
  const column = () => new Int32Array(rows.length);
  const table = { sourceIndex: column(), start: column(), end: column(), code: column(), coder: column() };
  const quotationIds: QuotationId[] = [];
  rows.forEach(([source, start, end, code, coder, quotation], row) => {
    table.sourceIndex[row] = sourceIndex.get(source) ?? -1;
    table.start[row] = start;
    table.end[row] = end;
    table.code[row] = codeIndex.get(code) ?? -1;
    table.coder[row] = coderIndex.get(coder) ?? -1;
    quotationIds.push(quotation);
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
