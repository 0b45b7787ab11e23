import { descriptionTemplates } from './description-templates';
import type { CooccurrenceQuery, CooccurrenceResult, Relation } from './types';

/** One sentence of a definition as data, so that a window in another language can say it in that language. */
export interface DescriptionPart {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The sentences that say what a table counts, in order (CO17). The keys are those of `descriptionTemplates`. */
export function descriptionParts(query: CooccurrenceQuery): readonly DescriptionPart[] {
  const { relation, count, coefficient, coders } = query;
  const parts: DescriptionPart[] = [
    { key: `count.${count}.${relationKey(relation)}`, values: relationValues(relation) },
  ];
  if (coefficient) {
    const unit = coefficient === 'c' || coefficient === 'c-bounded' ? '' : `.${count}`;
    parts.push({ key: `coefficient.${coefficient}${unit}`, values: {} });
  }
  parts.push({ key: `coders.${coders}`, values: {} });
  if (query.withSubcodes) parts.push({ key: 'subcodes', values: {} });
  if (query.sourceIds) parts.push(counted('filter.sources', query.sourceIds.length));
  if (query.coderIds) parts.push(counted('filter.coders', query.coderIds.length));
  if (query.codeIds) parts.push(counted('filter.codes', query.codeIds.length));
  return parts;
}

/** What was counted: “78 codings in 5 documents, 1 coder; 12 codings are hidden by filters.” */
export function consideredParts(
  result: Pick<CooccurrenceResult, 'considered' | 'hidden'>,
): readonly DescriptionPart[] {
  const { codings, documents, coders } = result.considered;
  const parts = [
    counted('considered.codings', codings),
    counted('considered.documents', documents),
    counted('considered.coders', coders),
  ];
  if (result.hidden.codings > 0) parts.push(counted('considered.hidden', result.hidden.codings));
  return parts;
}

/** The definition as one English text, for exports and the command line. */
export function describeCooccurrence(
  query: CooccurrenceQuery,
  result?: Pick<CooccurrenceResult, 'considered' | 'hidden'>,
): string {
  const definition = descriptionParts(query).map(inEnglish).join(' ');
  if (!result) return definition;
  const [codings, documents, coders, hidden] = consideredParts(result).map(inEnglish);
  return `${definition} ${codings} ${documents}, ${coders}${hidden === undefined ? '' : `; ${hidden}`}.`;
}

export function inEnglish({ key, values }: DescriptionPart): string {
  const template = descriptionTemplates[key] ?? key;
  return template.replace(/\{\{(\w+)\}\}/g, (_, field: string) => {
    const value = values[field];
    return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
  });
}

function relationKey(relation: Relation): string {
  if (relation.kind === 'near') return `near.${relation.unit}`;
  if (relation.kind === 'follows' || relation.kind === 'precedes')
    return `${relation.kind}.${relation.scope}`;
  return relation.kind;
}

function relationValues(relation: Relation): DescriptionPart['values'] {
  return relation.kind === 'near' ? { distance: relation.distance } : {};
}

function counted(key: string, count: number): DescriptionPart {
  return { key: `${key}.${count === 1 ? 'one' : 'other'}`, values: { count } };
}
