import {
  type CooccurrenceQuery,
  type CooccurrenceResult,
  consideredParts,
  type DescriptionPart,
  descriptionParts,
  descriptionTemplates,
} from '../../../core/cooccurrence';
import { formatNumber, sentence, t } from '../../i18n';
import type { View } from './choices';

/** The core's sentences; English is the core's own, so that the two can't differ. */
function say({ key, values }: DescriptionPart): string {
  // Numbers go in as text: the core has chosen between singular and plural already.
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value) : value,
    ]),
  );
  return sentence(descriptionTemplates[key] ?? key, written);
}

/** What a table counts, sentence by sentence. */
export function definitionSentences(query: CooccurrenceQuery): readonly string[] {
  return descriptionParts(query).map(say);
}

/** The definition for a reader in a hurry: what is counted, what the colour or the line says, and what is out of the ordinary. */
export function shortDefinition({ query, considered }: CooccurrenceResult, view: View): string {
  const { coefficient, coders, withSubcodes } = query;
  const sentences = descriptionParts({ ...query, coefficient: null }).filter(({ key }) => {
    if (key === 'coders.united') return considered.coders > 1;
    return key.startsWith('count.') || key.startsWith('coders.') || key === 'subcodes';
  });
  const [first, ...rest] = sentences.map(say);
  const color = coefficient
    ? t(`cooccurrence:valueIs.${view}`, {
        name: t(`cooccurrence:coefficient.${coefficient}`),
        about: t(`cooccurrence:coefficientIs.${coefficient}`),
      })
    : null;
  return [first, color, ...(coders !== 'united' || withSubcodes || considered.coders > 1 ? rest : [])]
    .filter(Boolean)
    .join(' ');
}

/** “78 codings in 5 documents, 1 coder; 12 codings are hidden by filters” */
export function consideredText(result: Pick<CooccurrenceResult, 'considered' | 'hidden'>): string {
  const [codings, documents, coders, hidden] = consideredParts(result).map(say);
  return `${codings} ${documents}, ${coders}${hidden === undefined ? '' : `; ${hidden}`}`;
}
