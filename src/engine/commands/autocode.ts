import type { Code } from '../../core/entities';
import type { CodingId, QuotationId, SourceId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { type FlatSpans, quotationContext } from '../../core/text';
import {
  insertCoding,
  insertQuotation,
  placesOfSource,
  spansOfCode,
} from '../../storage/repositories/codings';
import type { ChangeContext, ChangeHandlers, PrepareContext } from '../context';
import { codeAtPath } from './code-making';
import { codableCode } from './codings';
import { knownSource } from './sources';

/** Places looked at between two looks at whether it was cancelled. */
const stride = 20_000;

export const autocodeCommands: ChangeHandlers<'coding.autocode'> = {
  'coding.autocode': async ({ code: wanted, documents, words }, prepare) => {
    const count = await checked(documents, prepare);
    return (context) => {
      const code = codableCode(
        context.database,
        'id' in wanted ? wanted.id : codeAtPath(context, wanted.path).id,
      );
      let added = 0;
      for (const { sourceId, spans } of documents) added += applyIn(context, { sourceId, spans, code });
      return {
        value: { codeId: code.id, added },
        label: { key: 'coding.autocode', values: { words, code: code.name, codeId: code.id, count } },
      };
    };
  },
};

interface Places {
  readonly sourceId: SourceId;
  readonly spans: FlatSpans;
}

/** Refuses places that are none before anything waits for its turn; how many places there are. */
async function checked(
  documents: readonly Places[],
  { database, texts, signal, progress, storing }: PrepareContext,
): Promise<number> {
  const all = documents.reduce((sum, { spans }) => sum + spans.length / 2, 0);
  let done = 0;
  let pause = stride;
  for (const { sourceId, spans } of documents) {
    const { name } = knownSource(database, sourceId);
    refuseWrong(spans, texts.get(sourceId).positions.length);
    done += spans.length / 2;
    if (done < pause) continue;
    pause = done + stride;
    progress(done, all, name);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  if (all > stride) await storing();
  return all;
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

/** All of a document at once: what is there is read once, not for each passage. */
function applyIn(
  context: ChangeContext,
  { sourceId, spans, code }: Places & { readonly code: Code },
): number {
  const { database, coder, now, newId, texts } = context;
  const { text, positions } = texts.get(sourceId);
  // The text may have been corrected while this waited for its turn.
  refuseWrong(spans, positions.length);
  const keyOf = (start: number, end: number) => `${start} ${end}`;
  const there = new Map(
    placesOfSource(database, sourceId).map(({ quotationId, start, end }) => [keyOf(start, end), quotationId]),
  );
  const coded = new Set(
    spansOfCode(database, { codeId: code.id, coderId: coder.id, sourceId }).map(
      ({ quotationId }) => quotationId,
    ),
  );
  let added = 0;
  for (let at = 0; at < spans.length; at += 2) {
    const start = spans[at] ?? 0;
    const end = spans[at + 1] ?? 0;
    const key = keyOf(start, end);
    let quotationId = there.get(key);
    if (quotationId === undefined) {
      quotationId = newId<QuotationId>();
      const { prefix, suffix } = quotationContext(text, positions, { start, end });
      insertQuotation(database, {
        ...{ id: quotationId, sourceId, start, end, coderId: coder.id, at: now },
        text: text.slice(positions.toUtf16(start), positions.toUtf16(end)),
        textBefore: prefix,
        textAfter: suffix,
      });
      there.set(key, quotationId);
    }
    if (coded.has(quotationId)) continue;
    coded.add(quotationId);
    insertCoding(database, {
      ...{ id: newId<CodingId>(), quotationId, codeId: code.id, coderId: coder.id, createdAt: now },
    });
    added += 1;
  }
  return added;
}
