import { fail, ok, type Result } from '../result';
import { type Coefficient, type CooccurrenceQuery, coefficients, type RelationKind } from './types';

type Question = Pick<CooccurrenceQuery, 'relation' | 'count' | 'coders'>;

const gapUnits: ReadonlySet<string> = new Set(['characters', 'words', 'sentences', 'paragraphs']);

/** The coefficients that fit what a query counts; the window offers only these (CO14). */
export function possibleCoefficients(question: Question): readonly Coefficient[] {
  return coefficients.filter((coefficient) => refusal(coefficient, question) === null);
}

/** The query, or a sentence that says why it can't be answered (CO14). Kind `invalid`. */
export function checkCooccurrence(query: CooccurrenceQuery): Result<CooccurrenceQuery> {
  const { relation, coefficient } = query;
  if (relation.kind === 'near') {
    if (!Number.isInteger(relation.distance) || relation.distance < 0) {
      return fail(
        'invalid',
        `The distance of “near” must be a whole number from 0, not ${relation.distance}.`,
      );
    }
    if (!gapUnits.has(relation.unit)) {
      return fail(
        'invalid',
        'The distance of “near” is measured in characters, words, sentences or paragraphs.',
      );
    }
  }
  const sentence = coefficient ? refusal(coefficient, query) : null;
  return sentence === null ? ok(query) : fail('invalid', sentence);
}

function refusal(coefficient: Coefficient, { relation, count, coders }: Question): string | null {
  switch (coefficient) {
    case 'c':
      return count === 'pairs' && coders !== 'united'
        ? null
        : 'The coefficient c compares pairs of codings: count pairs, with the coders each or pooled.';
    case 'c-bounded':
      return count === 'places' ? null : 'The bounded c compares places: count places.';
    case 'jaccard':
      return count === 'documents' || (count === 'characters' && relation.kind === 'overlaps')
        ? null
        : 'Jaccard’s coefficient needs shared characters (count characters, relation overlaps) or documents.';
    case 'given-row':
    case 'given-column':
      return count === 'places' || count === 'characters'
        ? null
        : 'The conditional share is one of places or characters: count one of these.';
  }
}

/** Whether (a, b) and (b, a) always agree; then the table of pairs and documents is symmetric. */
export function isSymmetric(kind: RelationKind): boolean {
  return kind !== 'within' && kind !== 'encloses' && kind !== 'follows' && kind !== 'precedes';
}
