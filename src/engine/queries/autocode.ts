import {
  type AutocodePage,
  type AutocodePlaces,
  type AutocodeRule,
  placeStates,
} from '../../contract/autocode';
import { type Places, sectionsBelow, unitsWithin, widenHits } from '../../core/autocode';
import type { Source } from '../../core/entities';
import type { CodeId } from '../../core/ids';
import { assertNever } from '../../core/result';
import type { Segment } from '../../core/structure';
import type { FlatSpans } from '../../core/text';
import { type PlacedSpan, spansOfCode } from '../../storage/repositories/codings';
import { listSources, readTextBytes } from '../../storage/repositories/sources';
import type { QueryHandlers, ReadContext } from '../context';
import { mostHits } from '../search/searcher';

/** Characters of the first part, which is there at once, and of the later ones, between which others have their turn. */
const firstPart = 1_000_000;
const laterPart = 4_000_000;

export const autocodeQueries: QueryHandlers<'autocode.page'> = {
  'autocode.page': async ({ rule, codeId, after }, context): Promise<AutocodePage> => {
    const { database } = context;
    const wanted = rule.sourceIds && new Set(rule.sourceIds);
    const sources = listSources(database).filter(({ id }) => wanted?.has(id) ?? true);
    const from = after ? sources.findIndex(({ id }) => id === after) + 1 : 0;
    const part = take(sources.slice(from), after ? laterPart : firstPart);
    const hits = await hitsOf(rule, part, context);
    const found: AutocodePlaces[] = [];
    part.forEach((source, index) => {
      const places = placesOf(source, rule, { hits: hits[index], context });
      if (places.counts.length === 0) return;
      found.push({ sourceId: source.id, ...places, states: statesOf(source, places, { codeId, context }) });
    });
    const last = part.at(-1);
    return {
      found,
      next: from + part.length >= sources.length || !last ? null : last.id,
      documents: { searched: part.length, all: sources.length },
      isCut: hits.some((spans) => spans.length >= mostHits * 2),
    };
  },
};

function take(sources: readonly Source[], characters: number): Source[] {
  let size = 0;
  const end = sources.findIndex((source) => {
    size += source.characters;
    return size >= characters;
  });
  return end < 0 ? [...sources] : sources.slice(0, end + 1);
}

/** Hits of words in each text, or in each document's headings; none are needed where speakers are asked for. */
async function hitsOf(
  { find }: AutocodeRule,
  sources: readonly Source[],
  { database, searcher, structure, texts }: ReadContext,
): Promise<readonly FlatSpans[]> {
  switch (find.kind) {
    case 'speakers':
      return [];
    case 'words':
      return searcher.search(
        find.pattern,
        sources.map(({ id }) => readTextBytes(database, id) ?? new Uint8Array()),
      );
    case 'headings': {
      const lines = sources.map(({ id }) => {
        const { text, positions } = texts.get(id);
        return headingsOf(structure.of(id).segments)
          .map(({ start, end }) => text.slice(positions.toUtf16(start), positions.toUtf16(end)))
          .join('\n');
      });
      return searcher.search(
        find.pattern,
        lines.map((line) => new TextEncoder().encode(line)),
      );
    }
    default:
      return assertNever(find);
  }
}

interface PlacesOptions {
  readonly hits: FlatSpans | undefined;
  readonly context: ReadContext;
}

function placesOf(source: Source, { find, unit }: AutocodeRule, { hits, context }: PlacesOptions): Places {
  const none = new Int32Array(0);
  if (find.kind !== 'speakers' && (hits ?? none).length === 0)
    return { spans: none, hits: none, counts: none };
  const { texts, structure } = context;
  const { text, positions, paragraphs } = texts.get(source.id);
  const needsStructure = find.kind !== 'words' || unit !== 'match' || find.speakers !== undefined;
  const segments = needsStructure ? structure.of(source.id).segments : [];
  const turns = segments.filter(({ kind }) => kind === 'turn');
  const question = { text, positions, unit, paragraphs, turns: flat(turns) };
  switch (find.kind) {
    case 'words': {
      const said = find.speakers && flat(turnsOf(turns, find.speakers));
      return widenHits({ ...question, hits: said ? beginningIn(hits ?? none, said) : (hits ?? none) });
    }
    case 'speakers':
      return unitsWithin({ ...question, hits: flat(turnsOf(turns, find.speakers)) });
    case 'headings': {
      const headings = headingsOf(segments);
      const chosen = chosenHeadings(headings, hits ?? none);
      const regions = sectionsBelow(headings, (_, index) => chosen.has(index), { text, positions });
      return unitsWithin({ ...question, hits: regions });
    }
    default:
      return assertNever(find);
  }
}

function headingsOf(segments: readonly Segment[]): Segment[] {
  return segments.filter(({ kind }) => kind === 'heading');
}

function turnsOf(turns: readonly Segment[], speakers: readonly string[]): Segment[] {
  const wanted = new Set(speakers);
  return turns.filter(({ speaker }) => wanted.has(speaker));
}

/** Which headings hits stand in, the headings being lines of one text. */
function chosenHeadings(headings: readonly Segment[], hits: FlatSpans): ReadonlySet<number> {
  const chosen = new Set<number>();
  let lineStart = 0;
  headings.forEach(({ start, end }, index) => {
    const lineEnd = lineStart + end - start;
    for (let at = 0; at < hits.length; at += 2) {
      if ((hits[at] ?? 0) < lineEnd && (hits[at + 1] ?? 0) > lineStart) chosen.add(index);
    }
    lineStart = lineEnd + 1;
  });
  return chosen;
}

function flat(segments: readonly { readonly start: number; readonly end: number }[]): FlatSpans {
  return Int32Array.from(segments.flatMap(({ start, end }) => [start, end]));
}

/** The hits that begin in one of the regions; both are in order and apart. */
function beginningIn(hits: FlatSpans, regions: FlatSpans): FlatSpans {
  const kept: number[] = [];
  let region = 0;
  for (let at = 0; at < hits.length; at += 2) {
    const start = hits[at] ?? 0;
    while (region < regions.length && (regions[region + 1] ?? 0) <= start) region += 2;
    if ((regions[region] ?? Number.POSITIVE_INFINITY) <= start) kept.push(start, hits[at + 1] ?? start);
  }
  return Int32Array.from(kept);
}

/** Which places have the code already, by the coder at work, themselves or in a longer passage. */
function statesOf(
  source: Source,
  { spans }: Places,
  { codeId, context }: { readonly codeId: CodeId | undefined; readonly context: ReadContext },
): Uint8Array {
  const states = new Uint8Array(spans.length / 2);
  const session = context.session();
  const coderId = session.coder?.id;
  if (codeId === undefined || !coderId) return states;
  const coded = spansOfCode(context.database, { codeId, coderId, sourceId: source.id });
  const exact = new Set(coded.map(({ start, end }) => `${start} ${end}`));
  let next = 0;
  let open: PlacedSpan[] = [];
  for (let place = 0; place < states.length; place += 1) {
    const start = spans[place * 2] ?? 0;
    const end = spans[place * 2 + 1] ?? 0;
    for (let coding = coded[next]; coding && coding.start <= start; coding = coded[next]) {
      open.push(coding);
      next += 1;
    }
    open = open.filter((coding) => coding.end > start);
    if (exact.has(`${start} ${end}`)) states[place] = placeStates.indexOf('coded');
    else if (open.some((coding) => coding.end >= end)) states[place] = placeStates.indexOf('inside');
  }
  return states;
}
