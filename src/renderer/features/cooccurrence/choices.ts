import {
  type CoderMode,
  type Coefficient,
  type CooccurrenceQuery,
  type CountUnit,
  coderModes,
  coefficients,
  countUnits,
  type MatrixOrder,
  matrixOrders,
  possibleCoefficients,
} from '../../../core/cooccurrence';
import type { CodeId, SourceId } from '../../../core/ids';

/** What a reader has chosen in the co-occurrence view: the question, and how its answer is shown. */
export interface Choices {
  readonly view: View;
  readonly relation: OfferedRelation;
  /** Characters, for the relation *near*. */
  readonly distance: number;
  readonly count: CountUnit;
  /** Null: colour by the count itself. */
  readonly coefficient: Coefficient | null;
  readonly coders: CoderMode;
  readonly withSubcodes: boolean;
  /** Null: all. */
  readonly sourceIds: readonly SourceId[] | null;
  readonly codeIds: readonly CodeId[] | null;
  readonly order: MatrixOrder;
  /** Leaves out codes that meet no other. */
  readonly hidesEmpty: boolean;
  /** The network draws edges from this value on, in the unit of the edges; null: so that a drawing can be read. */
  readonly threshold: number | null;
}

export const views = ['matrix', 'network', 'list'] as const;
export type View = (typeof views)[number];

export const offeredRelations = ['overlaps', 'same-paragraph', 'same-turn', 'near', 'same-document'] as const;
export type OfferedRelation = (typeof offeredRelations)[number];

export const offeredCoefficients = ['c', 'c-bounded', 'jaccard'] as const satisfies readonly Coefficient[];

export const defaultChoices: Choices = {
  view: 'matrix',
  relation: 'overlaps',
  distance: 200,
  count: 'places',
  coefficient: 'c-bounded',
  coders: 'united',
  withSubcodes: false,
  sourceIds: null,
  codeIds: null,
  order: 'tree',
  hidesEmpty: false,
  threshold: null,
};

/** The question for the engine. */
export function queryOf(choices: Choices): CooccurrenceQuery {
  const { relation, distance, count, coefficient, coders, withSubcodes, sourceIds, codeIds } = choices;
  return {
    relation: relation === 'near' ? { kind: 'near', distance, unit: 'characters' } : { kind: relation },
    count,
    coefficient,
    coders,
    withSubcodes,
    ...(sourceIds ? { sourceIds } : {}),
    ...(codeIds ? { codeIds } : {}),
  };
}

/** The choices after one has changed: a coefficient that no longer fits gives way to its nearest kin. */
export function withChange(choices: Choices, change: Partial<Choices>): Choices {
  const next = { ...choices, ...change };
  const isOtherUnit = next.count !== choices.count || next.coefficient !== choices.coefficient;
  const coefficient = fittingCoefficient(next, next.coefficient);
  // A threshold of 3 places says nothing about shares.
  const threshold = isOtherUnit && change.threshold === undefined ? null : next.threshold;
  return { ...next, coefficient, threshold };
}

function fittingCoefficient(choices: Choices, wanted: Coefficient | null): Coefficient | null {
  if (wanted === null) return null;
  const possible = possibleCoefficients(queryOf({ ...choices, coefficient: null }));
  if (possible.includes(wanted)) return wanted;
  return offeredCoefficients.find((coefficient) => possible.includes(coefficient)) ?? null;
}

/** What was remembered, as far as it still makes sense; unknown words come from other versions. */
export function parseChoices(remembered: unknown): Choices {
  if (typeof remembered !== 'object' || remembered === null) return defaultChoices;
  const from = remembered as Readonly<Record<string, unknown>>;
  const one = <T extends string>(values: readonly T[], key: keyof Choices, otherwise: T): T =>
    values.find((value) => value === from[key]) ?? otherwise;
  const amount = (key: keyof Choices, otherwise: number): number => {
    const value = from[key];
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise;
  };
  const ids = <T extends string>(key: keyof Choices): readonly T[] | null => {
    const value = from[key];
    return Array.isArray(value) ? value.filter((id): id is T => typeof id === 'string') : null;
  };
  const coefficient =
    from.coefficient === null ? null : one(coefficients, 'coefficient', 'c-bounded' as Coefficient);
  return withChange(defaultChoices, {
    view: one(views, 'view', defaultChoices.view),
    relation: one(offeredRelations, 'relation', defaultChoices.relation),
    distance: Math.round(amount('distance', defaultChoices.distance)),
    count: one(countUnits, 'count', defaultChoices.count),
    coefficient,
    coders: one(coderModes, 'coders', defaultChoices.coders),
    withSubcodes: from.withSubcodes === true,
    sourceIds: ids<SourceId>('sourceIds'),
    codeIds: ids<CodeId>('codeIds'),
    order: one(matrixOrders, 'order', defaultChoices.order),
    hidesEmpty: from.hidesEmpty === true,
    threshold: typeof from.threshold === 'number' ? amount('threshold', 0) : null,
  });
}
