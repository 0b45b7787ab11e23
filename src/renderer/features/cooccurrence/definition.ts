import i18next from 'i18next';
import {
  type CooccurrenceQuery,
  type CooccurrenceResult,
  consideredParts,
  type DescriptionPart,
  descriptionParts,
  descriptionTemplates,
} from '../../../core/cooccurrence';
import { formatNumber } from '../../i18n';

/** The core's sentences in the window's language; English is the core's own, so that the two can't differ. */
i18next.addResourceBundle('en', 'definitions', descriptionTemplates);

function say({ key, values }: DescriptionPart): string {
  // Numbers go in as text: the core has chosen between singular and plural already.
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value) : value,
    ]),
  );
  return i18next.t(key, { ns: 'definitions', keySeparator: false, nsSeparator: false, ...written });
}

/** What a table counts, sentence by sentence. */
export function definitionSentences(query: CooccurrenceQuery): readonly string[] {
  return descriptionParts(query).map(say);
}

/** “78 codings in 5 documents, 1 coder; 12 codings are hidden by filters” */
export function consideredText(result: Pick<CooccurrenceResult, 'considered' | 'hidden'>): string {
  const [codings, documents, coders, hidden] = consideredParts(result).map(say);
  return `${codings} ${documents}, ${coders}${hidden === undefined ? '' : `; ${hidden}`}`;
}
