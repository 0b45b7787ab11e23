import type { FindPage, FoundIn } from '../../contract/find';
import type { Source } from '../../core/entities';
import { createTextNavigator, type FlatSpans } from '../../core/text';
import { listSources, readTextBytes } from '../../storage/repositories/sources';
import { knownSource } from '../commands/sources';
import type { QueryHandlers, ReadContext } from '../context';
import { passageAt } from '../passages';
import { mostHits } from '../search/searcher';

/** Characters of one part. Between its pieces others have their turn, so it may be long. */
const part = 40_000_000;
/** Characters that a search thread gets at a time, and how many such pieces are on their way to one. */
const piece = 500_000;
const mostOnTheWay = 5;

export const findQueries: QueryHandlers<'find.page' | 'find.inText' | 'find.passages' | 'find.widened'> = {
  'find.page': async ({ pattern, sourceIds, after, soon }, context): Promise<FindPage> => {
    const wanted = sourceIds && new Set(sourceIds);
    const sources = listSources(context.database).filter(({ id }) => wanted?.has(id) ?? true);
    const from = after ? sources.findIndex(({ id }) => id === after) + 1 : 0;
    const pieces: Promise<FoundIn[]>[] = [];
    const onTheWay: Promise<unknown>[] = [];
    let isEnough = false;
    let at = from;
    for (let characters = 0; at < sources.length && characters < part && !isEnough; ) {
      const next = take(sources, at, piece);
      at += next.length;
      for (const each of next) characters += each.characters;
      const texts = next.map(({ id }) => readTextBytes(context.database, id) ?? new Uint8Array());
      const asked = context.searcher.search(pattern, texts).then((answers) => withHits(next, answers));
      pieces.push(asked);
      onTheWay.push(
        asked.then(
          (found) => {
            isEnough ||= soon === true && found.length > 0;
          },
          // Where one is refused the others are too: the first refusal is told below.
          () => {
            isEnough = true;
          },
        ),
      );
      if (onTheWay.length >= mostOnTheWay) await onTheWay.shift();
    }
    const found = (await Promise.all(pieces)).flat();
    return {
      found,
      next: at < sources.length ? (sources[at - 1]?.id ?? null) : null,
      documents: { searched: at - from, all: sources.length },
      isCut: found.some(({ spans }) => spans.length >= mostHits * 2),
    };
  },

  'find.inText': async ({ pattern, text }, { searcher }) => {
    const [spans = new Int32Array()] = await searcher.search(pattern, [new TextEncoder().encode(text)]);
    return { spans, isCut: spans.length >= mostHits * 2 };
  },

  'find.passages': ({ sourceId, spans }, { database, texts }) => {
    const source = knownSource(database, sourceId);
    const { length } = texts.get(sourceId).positions;
    return pairs(spans, length).map((span) => passageAt(texts, source, span));
  },

  'find.widened': ({ documents, unit }, context) =>
    documents.map(({ sourceId, spans }) => ({ sourceId, spans: widened(sourceId, spans, unit, context) })),
};

function withHits(sources: readonly Source[], answers: readonly FlatSpans[]): FoundIn[] {
  return sources.flatMap(({ id }, index) => {
    const spans = answers[index];
    return spans && spans.length > 0 ? [{ sourceId: id, spans }] : [];
  });
}

function take(sources: readonly Source[], from: number, characters: number): Source[] {
  const taken: Source[] = [];
  let size = 0;
  for (let at = from; at < sources.length && size < characters; at += 1) {
    const source = sources[at];
    if (!source) break;
    taken.push(source);
    size += source.characters;
  }
  return taken;
}

function widened(
  sourceId: Source['id'],
  spans: FlatSpans,
  unit: 'sentence' | 'paragraph',
  { texts }: Pick<ReadContext, 'texts'>,
): FlatSpans {
  const { text, positions } = texts.get(sourceId);
  const navigator = createTextNavigator(text, positions);
  const units = new Map<string, { readonly start: number; readonly end: number }>();
  for (const span of pairs(spans, positions.length)) {
    const whole = navigator.snap(unit, span);
    units.set(`${whole.start} ${whole.end}`, whole);
  }
  return Int32Array.from([...units.values()].flatMap(({ start, end }) => [start, end]));
}

/** The spans that lie in a text of this length: another version of it may be shorter. */
function pairs(spans: FlatSpans, length: number): { readonly start: number; readonly end: number }[] {
  return Array.from({ length: spans.length / 2 }, (_, index) => ({
    start: spans[index * 2] ?? 0,
    end: spans[index * 2 + 1] ?? 0,
  })).filter(({ start, end }) => start >= 0 && start < end && end <= length);
}
