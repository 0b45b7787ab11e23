import type { CooccurrenceQuery, Relation } from '../../../../src/core/cooccurrence';
import { unitSpans } from '../../../../src/core/text';
import type { SmallProject } from './small-project';

/**
 * The definitions of `docs/SPEC.md`, word by word and slowly: sets of single characters, and every span against
 * every other. It shares nothing with the engine but the rules for text units.
 */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Item extends Span {
  readonly source: number;
}

type Related = (a: Item, b: Item) => boolean;

export function oracle(project: SmallProject, query: CooccurrenceQuery) {
  const size = project.parents.length;
  const related = relationOf(project, query.relation);
  const groups = groupsOf(project, query);
  const belongs = (code: number, row: number) =>
    code === row || (query.withSubcodes && lineage(project, code).includes(row));

  const codingsOf = (row: number, group: Group): Item[] =>
    group.codings
      .filter((coding) => belongs(coding.code, row))
      .map((coding) => ({ ...coding, source: group.source }));
  const charactersOf = (row: number, group: Group) =>
    new Set(codingsOf(row, group).flatMap(({ start, end }) => range(start, end)));
  const placesOf = (row: number, group: Group): Item[] =>
    runs(charactersOf(row, group)).map((span) => ({ ...span, source: group.source }));
  const asCodings = query.coders !== 'united' && (query.count === 'pairs' || query.count === 'documents');
  const itemsOf = asCodings ? codingsOf : placesOf;
  const isOverlap = query.relation.kind === 'overlaps';

  const sharedOf = (row: number, column: number, group: Group) => {
    const other = charactersOf(column, group);
    return new Set([...charactersOf(row, group)].filter((character) => other.has(character)));
  };
  const rowPlaces = (row: number, column: number, group: Group, holds: Related) =>
    placesOf(row, group).filter((a) => placesOf(column, group).some((b) => holds(a, b)));
  const sum = (figure: (group: Group) => number) => groups.reduce((total, group) => total + figure(group), 0);
  const documents = (holds: (group: Group) => boolean) =>
    new Set(groups.filter(holds).map(({ source }) => source)).size;

  const own = (row: number): number => {
    if (query.count === 'characters') return sum((group) => charactersOf(row, group).size);
    if (query.count === 'documents') return documents((group) => codingsOf(row, group).length > 0);
    return sum((group) => itemsOf(row, group).length);
  };
  const count = (row: number, column: number): number => {
    switch (query.count) {
      case 'pairs':
        return sum(
          (group) =>
            itemsOf(row, group).flatMap((a) => itemsOf(column, group).filter((b) => related(a, b))).length,
        );
      case 'places':
        return sum((group) =>
          isOverlap
            ? runs(sharedOf(row, column, group)).length
            : rowPlaces(row, column, group, related).length,
        );
      case 'characters':
        return sum((group) =>
          isOverlap ? sharedOf(row, column, group).size : lengthOf(rowPlaces(row, column, group, related)),
        );
      case 'documents':
        return documents((group) =>
          itemsOf(row, group).some((a) => itemsOf(column, group).some((b) => related(a, b))),
        );
    }
  };
  const inRelation = (row: number, column: number, holds: Related) =>
    sum((group) => {
      if (query.count === 'characters' && isOverlap) return sharedOf(row, column, group).size;
      const places = rowPlaces(row, column, group, holds);
      return query.count === 'characters' ? lengthOf(places) : places.length;
    });
  const coefficient = (row: number, column: number): number => {
    const [n1, n2] = [own(row), own(column)];
    const converse: Related = (a, b) => related(b, a);
    switch (query.coefficient) {
      case 'given-row':
        return inRelation(row, column, related) / n1;
      case 'given-column':
        return inRelation(column, row, converse) / n2;
      case 'c-bounded': {
        const n12 = Math.min(inRelation(row, column, related), inRelation(column, row, converse));
        return n12 / (n1 + n2 - n12);
      }
      default: {
        const n12 = count(row, column);
        return n12 / (n1 + n2 - n12);
      }
    }
  };

  const isEmpty = (row: number, column: number) =>
    query.withSubcodes && (lineage(project, row).includes(column) || lineage(project, column).includes(row));
  const table = (figure: (row: number, column: number) => number, diagonal: (row: number) => number) =>
    range(0, size).flatMap((row) =>
      range(0, size).map((column) => {
        if (row === column) return diagonal(row);
        return isEmpty(row, column) ? Number.NaN : figure(row, column);
      }),
    );
  return {
    counts: table(count, own),
    coefficients: query.coefficient ? table(coefficient, () => Number.NaN) : null,
  };
}

interface Group {
  readonly source: number;
  readonly codings: readonly (Span & { readonly code: number })[];
}

function groupsOf({ codings, texts, coders = 1 }: SmallProject, query: CooccurrenceQuery): Group[] {
  return range(0, texts.length).flatMap((source) => {
    const here = codings.filter(([, , , at]) => (at ?? 0) === source);
    const perCoder =
      query.coders === 'each'
        ? range(0, coders).map((coder) => here.filter(([, , , , by]) => (by ?? 0) === coder))
        : [here];
    return perCoder.map((group) => ({
      source,
      codings: group.map(([code, start, end]) => ({ code, start, end })),
    }));
  });
}

function relationOf({ texts, turns }: SmallProject, relation: Relation): Related {
  const unitsOf = (unit: 'words' | 'sentences' | 'paragraphs' | 'turns', source: number): readonly Span[] => {
    if (unit === 'turns') return turns?.[source] ?? [{ start: 0, end: texts[source]?.length ?? 0 }];
    const flat = unitSpans(unit, texts[source] ?? '');
    return range(0, flat.length / 2).map((at) => ({ start: flat[at * 2] ?? 0, end: flat[at * 2 + 1] ?? 0 }));
  };
  const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  const shareUnit = (unit: 'sentences' | 'paragraphs' | 'turns', a: Item, b: Item) =>
    unitsOf(unit, a.source).some((each) => meet(each, a) && meet(each, b));
  const inScope = (scope: 'paragraph' | 'turn' | 'document', a: Item, b: Item) =>
    scope === 'document' || shareUnit(`${scope}s`, a, b);
  /** Numbers of the first and last unit touched; a span between two units counts as in the next one. */
  const touched = (units: Span[], span: Span) => {
    const numbers = range(0, units.length).filter((number) => meet(units[number] ?? span, span));
    const next = units.filter(({ end }) => end <= span.start).length;
    return { first: numbers[0] ?? next, last: numbers.at(-1) ?? next };
  };
  const unitGap = (units: Span[], a: Span, b: Span) => {
    const [x, y] = [touched(units, a), touched(units, b)];
    return Math.max(0, y.first - x.last, x.first - y.last);
  };
  const wordGap = (words: Span[], a: Span, b: Span) =>
    words.filter(({ start }) => (a.end <= start && start < b.start) || (b.end <= start && start < a.start))
      .length;

  switch (relation.kind) {
    case 'overlaps':
      return meet;
    case 'equals':
      return (a, b) => a.start === b.start && a.end === b.end;
    case 'within':
      return (a, b) => b.start <= a.start && a.end <= b.end;
    case 'encloses':
      return (a, b) => a.start <= b.start && b.end <= a.end;
    case 'same-sentence':
      return (a, b) => shareUnit('sentences', a, b);
    case 'same-paragraph':
      return (a, b) => shareUnit('paragraphs', a, b);
    case 'same-turn':
      return (a, b) => shareUnit('turns', a, b);
    case 'same-document':
      return () => true;
    case 'near':
      return (a, b) => {
        const { unit, distance } = relation;
        if (unit === 'characters') return Math.max(0, b.start - a.end, a.start - b.end) <= distance;
        const units = [...unitsOf(unit, a.source)];
        return (unit === 'words' ? wordGap(units, a, b) : unitGap(units, a, b)) <= distance;
      };
    case 'follows':
      return (a, b) => b.end <= a.start && inScope(relation.scope, a, b);
    case 'precedes':
      return (a, b) => a.end <= b.start && inScope(relation.scope, a, b);
  }
}

function lineage({ parents }: SmallProject, code: number): number[] {
  const above = parents[code] ?? -1;
  return above < 0 ? [] : [above, ...lineage({ parents, codings: [], texts: [] }, above)];
}

function runs(characters: ReadonlySet<number>): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const at of [...characters].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.end === at) last.end = at + 1;
    else found.push({ start: at, end: at + 1 });
  }
  return found;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((total, { start, end }) => total + end - start, 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
