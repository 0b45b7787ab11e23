import { innerLabel, type Label, labelTemplates } from '../../contract/labels';
import { type LabelPart, labelContext, labelParts, pastTemplates } from '../../contract/past-labels';
import { formatNumber } from './formats';
import { fill, lookUpIn, type Values, variantOf, type Words } from './words';

export { formatAgo, formatDateTime, formatNumber, formatTime } from './formats';
export { isolated, listed } from './isolate';

/**
 * Words of the window. One JSON file a feature (`en/codes.json` is namespace `codes`, key `codes:filter`); plurals
 * as `key_one` and `key_other`. Numbers in sentences: `{{count, number}}`.
 */
const files = import.meta.glob<Words>('./en/*.json', { eager: true, import: 'default' });

const lookUp = lookUpIn(
  Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
  ),
);

/** Words by key: `t('codes:filter')`; without a namespace from `common`. `defaultValue`: where there are none. */
export function t(key: string, values: Values = {}): string {
  const words = variantOf(key, values, lookUp);
  if (words !== undefined) return fill(words, values, formatNumber);
  return typeof values.defaultValue === 'string' ? values.defaultValue : key.slice(key.indexOf(':') + 1);
}

const english = { t };

/** `const { t } = useTranslation()`; components use this, so that they would follow another language. */
export function useTranslation(): { readonly t: typeof t } {
  return english;
}

/** A sentence that is not by key, with its values. */
export function sentence(template: string, values: Values): string {
  return fill(template, values, formatNumber);
}

/** What a change is called: “apply clout to …”. */
export function labelText(label: Label): string {
  const inner = innerLabel(label);
  const values = inner ? { ...label.values, what: labelText(inner) } : label.values;
  return sentence(variantOf(label.key, values, ofLabel) ?? label.key, values);
}

/** What was done, in parts: “applied ”, “clout”, “ to …”. */
export function doneParts(label: Label): readonly LabelPart[] {
  return labelParts(label, (each) => {
    const values = { count: each.values.count, context: labelContext(each) };
    return variantOf(each.key, values, ofPast) ?? each.key;
  });
}

function ofLabel(key: string): string | undefined {
  return (labelTemplates as Readonly<Record<string, string>>)[key];
}

function ofPast(key: string): string | undefined {
  return (pastTemplates as Readonly<Record<string, string>>)[key];
}
