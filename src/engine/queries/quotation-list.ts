import type { CodingRow } from '../../contract/queries';
import type { QuotationFilter, QuotationIndex, QuotationPassage } from '../../contract/quotation-list';
import { createCodeTree } from '../../core/code-tree';
import { cellQuotations } from '../../core/cooccurrence';
import type { CodeId, CoderId, QuotationId, SourceId } from '../../core/ids';
import { redundantCodings } from '../../core/redundant';
import { ExpectedError } from '../../core/result';
import { createMatcher } from '../../core/search';
import { listCoders } from '../../storage/repositories/coders';
import { listCodes } from '../../storage/repositories/codes';
import { codingsOfQuotation, quotationById } from '../../storage/repositories/codings';
import { memosOn } from '../../storage/repositories/memos';
import {
  type IndexRow,
  indexCodings,
  indexUncoded,
  wordsOfQuotations,
} from '../../storage/repositories/quotation-index';
import { listSources, sourceById } from '../../storage/repositories/sources';
import type { QueryHandlers, ReadContext } from '../context';
import { passageAt } from '../passages';
import { codingRows } from './codings';

export const quotationListQueries: QueryHandlers<
  'quotations.index' | 'quotations.passages' | 'codings.redundant'
> = {
  'quotations.index': (filter, context) => columns(listed(filter, context)),

  'quotations.passages': ({ ids, reach }, context) =>
    ids.flatMap((id) => quotationPassage(context, id, reach) ?? []),

  'codings.redundant': (args, context) =>
    redundantCodings(
      listed(args, context).flatMap(([quotationId, id, sourceId, codeId, coderId, start, end, createdAt]) =>
        id && codeId ? [{ id, quotationId, sourceId, codeId, coderId, start, end, createdAt }] : [],
      ),
      args.coders,
    ),
};

/** The codings (or uncoded quotations) that a filter lets through, in document order. */
export function listed(filter: QuotationFilter, context: ReadContext): IndexRow[] {
  const { database } = context;
  const { sourceId, span, coderId, cell, words } = filter;
  const quotationIds = cell && behindCell(cell, context);
  const found = filter.isUncoded
    ? indexUncoded(database, { sourceId, coderId, quotationIds })
    : indexCodings(database, {
        ...{ sourceId, coderId, quotationIds },
        codeIds: cell ? [cell.row, cell.column] : codesOf(filter, context),
      });
  const within = span ? found.filter((row) => row[5] < span.end && row[6] > span.start) : found;
  const wanted = words?.trim();
  const holding = wanted ? withWords(wanted, context) : null;
  return inDocumentOrder(holding ? within.filter(([id]) => holding.has(id)) : within, context);
}

/** Sorted by numbers: of 100,000 rows SQLite's own sorting takes half a second. */
function inDocumentOrder(rows: readonly IndexRow[], { database }: Pick<ReadContext, 'database'>): IndexRow[] {
  const ranks = new Map(listSources(database).map(({ id }, rank) => [id, rank]));
  const rank = Int32Array.from(rows, ([, , sourceId]) => ranks.get(sourceId) ?? ranks.size);
  const start = Int32Array.from(rows, (row) => row[5]);
  const end = Int32Array.from(rows, (row) => row[6]);
  const before = (a: number, b: number) =>
    (rank[a] ?? 0) - (rank[b] ?? 0) || (start[a] ?? 0) - (start[b] ?? 0) || (end[a] ?? 0) - (end[b] ?? 0);
  const order = Int32Array.from(rows, (_, index) => index).sort(
    (a, b) => before(a, b) || compared(rows[a]?.[7], rows[b]?.[7]) || compared(rows[a]?.[1], rows[b]?.[1]),
  );
  return Array.from(order, (index) => rows[index] as IndexRow);
}

function compared(a: string | null | undefined, b: string | null | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

type ExportedRow = Pick<
  CodingRow,
  'codePath' | 'sourceName' | 'start' | 'end' | 'text' | 'coderName' | 'createdAt' | 'memo'
>;

/** What a list shows, as it is exported. */
export function listRows(filter: QuotationFilter, context: ReadContext): readonly ExportedRow[] {
  const rows = listed(filter, context);
  if (!filter.isUncoded) {
    const shown = new Set(rows.map(([, codingId]) => codingId));
    return codingRows(context, { sourceId: filter.sourceId }).filter(({ codingId }) => shown.has(codingId));
  }
  const coders = new Map(listCoders(context.database).map(({ id, name }) => [id, name]));
  return rows.flatMap(([id, , , , coderId, , , createdAt]) => {
    const passage = quotationPassage(context, id, 0);
    return passage ? [{ ...passage, codePath: '', coderName: coders.get(coderId) ?? '', createdAt }] : [];
  });
}

/** The code with those beneath it where they are meant too; undefined: all. */
function codesOf(
  { codeId, withSubcodes }: Pick<QuotationFilter, 'codeId' | 'withSubcodes'>,
  { database }: Pick<ReadContext, 'database'>,
): CodeId[] | undefined {
  if (!codeId) return undefined;
  if (!withSubcodes) return [codeId];
  const tree = createCodeTree(listCodes(database));
  return [codeId, ...tree.descendants(codeId).map(({ id }) => id)];
}

function behindCell(
  { query, row, column }: NonNullable<QuotationFilter['cell']>,
  { analysis }: Pick<ReadContext, 'analysis'>,
): QuotationId[] {
  const data = analysis.get();
  const places = cellQuotations(data, query, { row, column });
  if (!places.ok) throw new ExpectedError(places.error.kind, places.error.message, places.error.detail);
  const rows = places.value.flatMap(({ rowCodings, columnCodings }) => [...rowCodings, ...columnCodings]);
  return [...new Set(rows.flatMap((each) => data.quotationIds[each] ?? []))];
}

function withWords(words: string, { database }: Pick<ReadContext, 'database'>): Set<QuotationId> {
  const matcher = createMatcher({ kind: 'text', text: words });
  const found = new Set<QuotationId>();
  if (!matcher.ok) return found;
  for (const { id, words: text } of wordsOfQuotations(database)) {
    matcher.value.each(text, () => {
      found.add(id);
      return false;
    });
  }
  return found;
}

const noId = ' '.repeat(36);

function columns(rows: readonly IndexRow[]): QuotationIndex {
  const count = rows.length;
  const [sources, codes, coders] = [numbering<SourceId>(), numbering<CodeId>(), numbering<CoderId>()];
  const table = {
    start: new Int32Array(count),
    end: new Int32Array(count),
    source: new Int32Array(count),
    code: new Int32Array(count),
    coder: new Int32Array(count),
    createdAt: new Float64Array(count),
  };
  for (const [index, [, , sourceId, codeId, coderId, start, end, createdAt]] of rows.entries()) {
    table.start[index] = start;
    table.end[index] = end;
    table.source[index] = sources.of(sourceId);
    table.code[index] = codeId === null ? -1 : codes.of(codeId);
    table.coder[index] = coders.of(coderId);
    table.createdAt[index] = Date.parse(createdAt);
  }
  return {
    ...table,
    quotationIds: rows.map(([id]) => id).join(''),
    codingIds: rows.map(([, id]) => id ?? noId).join(''),
    sourceIds: sources.ids,
    codeIds: codes.ids,
    coderIds: coders.ids,
  };
}

function numbering<Id extends string>() {
  const ids: Id[] = [];
  const places = new Map<Id, number>();
  return {
    ids,
    of(id: Id): number {
      const known = places.get(id);
      if (known !== undefined) return known;
      places.set(id, ids.length);
      ids.push(id);
      return ids.length - 1;
    },
  };
}

function quotationPassage(context: ReadContext, id: QuotationId, reach: number): QuotationPassage | null {
  const { database, texts } = context;
  const quotation = quotationById(database, id);
  const source = quotation && sourceById(database, quotation.sourceId);
  if (!quotation || !source) return null;
  return {
    ...passageAt(texts, source, { ...quotation, reach }),
    id,
    memo: memosOn(database, { kind: 'quotation', id })
      .map(({ text }) => text)
      .join('\n'),
    codings: codingsOfQuotation(database, id).map(({ quotationId: _, ...coding }) => coding),
  };
}
