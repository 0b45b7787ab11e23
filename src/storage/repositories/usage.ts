import type { CodeId, QuotationId, SourceId } from '../../core/ids';
import type { ReadableDatabase } from '../sqlite/types';
import type { CodeCounts } from './codes';
import type { SourceCounts } from './sources';

export interface Usage {
  readonly codes: readonly CodeCounts[];
  readonly sources: readonly SourceCounts[];
}

/** Rows of a table a piece at a time, in order of its first column, read from a covering index. */
function* pieces<Row extends readonly string[]>(database: ReadableDatabase, sql: string): Iterable<Row[]> {
  const size = 20_000;
  const statement = database.prepare(`${sql} LIMIT ${size} OFFSET ?`);
  for (let offset = 0; ; offset += size) {
    const rows = statement.allArrays<Row>([offset]);
    yield rows;
    if (rows.length < size) return;
  }
}

/**
 * How often all codes and all documents are used. Quotations and codings are both read in order of the quotation and
 * met like two sorted lists; SQLite's own join looks each of 100,000 quotations up in a table of wide rows.
 */
export function countUsage(database: ReadableDatabase): Usage {
  const sources = new Map<SourceId, { sourceId: SourceId; quotations: number; codings: number }>();
  const codes = new Map<CodeId, { codings: number; quotations: number; sources: Set<SourceId> }>();
  const codings = flat(
    pieces<[QuotationId, CodeId]>(
      database,
      'SELECT quotation_id, code_id FROM coding ORDER BY quotation_id, code_id, coder_id',
    ),
  );
  let next = codings.next();
  for (const [id, sourceId] of flat(
    pieces<[QuotationId, SourceId]>(database, 'SELECT id, source_id FROM quotation ORDER BY id'),
  )) {
    const source = sources.get(sourceId) ?? { sourceId, quotations: 0, codings: 0 };
    sources.set(sourceId, source);
    source.quotations += 1;
    let lastCode: CodeId | undefined;
    for (; !next.done && next.value[0] === id; next = codings.next()) {
      const codeId = next.value[1];
      const code = codes.get(codeId) ?? { codings: 0, quotations: 0, sources: new Set() };
      codes.set(codeId, code);
      source.codings += 1;
      code.codings += 1;
      // Of several coders' codings with one code on one quotation the quotation counts once.
      if (codeId !== lastCode) code.quotations += 1;
      code.sources.add(sourceId);
      lastCode = codeId;
    }
  }
  return {
    sources: [...sources.values()],
    codes: [...codes].map(([codeId, { sources: documents, ...counts }]) => ({
      codeId,
      ...counts,
      documents: documents.size,
    })),
  };
}

function* flat<Row>(chunks: Iterable<readonly Row[]>): Generator<Row, undefined> {
  for (const chunk of chunks) yield* chunk;
}
