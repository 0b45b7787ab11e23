import type { CodeId, CodingId, QuotationId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { type FlatSpans, quotationContext } from '../../core/text';
import { placesOfSource, spansOfCode } from '../../storage/repositories/codings';
import { insertCodings, insertQuotations, type PassageRow } from '../../storage/repositories/many-codings';
import { rowsAtOnce, withMuchRoom } from '../../storage/sqlite/many-rows';
import type { Slices } from '../../storage/sqlite/slices';
import type { ChangeContext, PrepareContext, Slice } from '../context';
import { knownSource } from './sources';

/** Places in one document, as they come: in any order, some perhaps twice. */
export interface Places {
  readonly sourceId: SourceId;
  readonly spans: FlatSpans;
}

/** Places looked at or coded between two moments in which a cancel can arrive. */
const stride = { looked: 20_000, coded: 32 * rowsAtOnce };

export function countPlaces(documents: readonly Places[]): number {
  return documents.reduce((sum, { spans }) => sum + spans.length / 2, 0);
}

/** Refuses places that are none before anything waits for its turn. */
export async function checkPlaces(
  documents: readonly Places[],
  { database, texts, signal, progress }: PrepareContext,
): Promise<void> {
  const all = countPlaces(documents);
  let done = 0;
  let pause = stride.looked;
  for (const { sourceId, spans } of documents) {
    const { name } = knownSource(database, sourceId);
    refuseWrong(spans, texts.get(sourceId).positions.length);
    done += spans.length / 2;
    if (done < pause) continue;
    pause = done + stride.looked;
    progress(done, all, name);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}

function refuseWrong(spans: FlatSpans, length: number): void {
  for (let at = 0; at < spans.length; at += 2) {
    const start = spans[at] ?? 0;
    const end = spans[at + 1] ?? 0;
    if (start >= 0 && start < end && end <= length) continue;
    throw new ExpectedError(
      'invalid',
      'A passage is not in the text (any more). Look for the passages again. Nothing was changed.',
    );
  }
}

/** Gives codes to places; what is there stays as it is. How many codings are new. */
export function* applyToPlaces(
  context: ChangeContext,
  { documents, codeIds }: { readonly documents: readonly Places[]; readonly codeIds: readonly CodeId[] },
): Slices<Slice, number> {
  const total = countPlaces(documents);
  if (total <= stride.coded) return yield* applyAll(context, { documents, codeIds });
  return yield* withMuchRoom(context.database, () => applyAll(context, { documents, codeIds }));
}

function* applyAll(
  context: ChangeContext,
  { documents, codeIds }: { readonly documents: readonly Places[]; readonly codeIds: readonly CodeId[] },
): Slices<Slice, number> {
  const total = countPlaces(documents);
  const quotationIds = inOrder<QuotationId>(context, total);
  const codingIds = inOrder<CodingId>(context, total * codeIds.length);
  let done = 0;
  let added = 0;
  let pause = stride.coded;
  for (const { sourceId, spans } of documents) {
    const document = openDocument(context, { sourceId, codeIds, quotationIds, codingIds });
    refuseWrong(spans, document.length);
    for (let at = 0; at < spans.length; at += 2 * rowsAtOnce) {
      const part = spans.subarray(at, at + 2 * rowsAtOnce);
      added += document.apply(part);
      done += part.length / 2;
      if (done < pause || done === total) continue;
      pause = done + stride.coded;
      yield { done, total };
    }
  }
  return added;
}

/** As many new ids, the lowest first. */
function inOrder<Id extends string>({ newId }: ChangeContext, count: number): Iterator<Id> {
  return Array.from({ length: count }, () => newId<Id>())
    .sort()
    .values();
}

interface DocumentToCode {
  readonly sourceId: SourceId;
  readonly codeIds: readonly CodeId[];
  readonly quotationIds: Iterator<QuotationId>;
  readonly codingIds: Iterator<CodingId>;
}

/** A document with what is there already, read once and not for each place. */
function openDocument(
  { database, coder, now, texts }: ChangeContext,
  { sourceId, codeIds, quotationIds, codingIds }: DocumentToCode,
) {
  const { text, positions } = texts.get(sourceId);
  const keyOf = (start: number, end: number) => `${start} ${end}`;
  const there = new Map(
    placesOfSource(database, sourceId).map(({ quotationId, start, end }) => [keyOf(start, end), quotationId]),
  );
  const coded = codeIds.map((codeId) => ({
    codeId,
    has: new Set(
      spansOfCode(database, { codeId, coderId: coder.id, sourceId }).map(({ quotationId }) => quotationId),
    ),
  }));
  const cut = (id: QuotationId, start: number, end: number): PassageRow => {
    const { prefix, suffix } = quotationContext(text, positions, { start, end });
    const words = text.slice(positions.toUtf16(start), positions.toUtf16(end));
    return { id, start, end, text: words, textBefore: prefix, textAfter: suffix };
  };
  return {
    length: positions.length,
    /** At most `rowsAtOnce` places. How many codings are new. */
    apply(spans: FlatSpans): number {
      const fresh: PassageRow[] = [];
      const here: QuotationId[] = [];
      for (let at = 0; at < spans.length; at += 2) {
        const start = spans[at] ?? 0;
        const end = spans[at + 1] ?? 0;
        const key = keyOf(start, end);
        const known = there.get(key);
        const id = known ?? next(quotationIds);
        here.push(id);
        if (known !== undefined) continue;
        there.set(key, id);
        fresh.push(cut(id, start, end));
      }
      insertQuotations(database, { sourceId, coderId: coder.id, at: now }, fresh);
      let added = 0;
      for (const { codeId, has } of coded) {
        const missing = [...new Set(here)].filter((id) => !has.has(id));
        for (const id of missing) has.add(id);
        insertCodings(
          database,
          { codeId, coderId: coder.id, at: now },
          missing.map((quotationId) => ({ id: next(codingIds), quotationId })),
        );
        added += missing.length;
      }
      return added;
    },
  };
}

function next<Id>(ids: Iterator<Id>): Id {
  const { done, value } = ids.next();
  if (done) throw new Error('there are fewer ids than rows');
  return value;
}
