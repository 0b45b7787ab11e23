import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { innerLabel, type Label, labelTemplates } from '../../contract/labels';
import { type LabelPart, labelContext, labelParts, pastTemplates } from '../../contract/past-labels';

/**
 * Words of the window. One JSON file a feature (`en/codes.json` is namespace `codes`, key `codes:filter`); plurals
 * as `key_one` and `key_other`. Numbers in sentences: `{{count, number}}`.
 */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('./en/*.json', {
  eager: true,
  import: 'default',
});

const namespaces = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
);

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { ...namespaces, labels: labelTemplates, past: pastTemplates } },
  ns: [...Object.keys(namespaces), 'labels', 'past'],
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Words by key: `t('codes:filter')`; without a namespace from `common`. */
export const t = i18next.t;

/** `const { t } = useTranslation()`; components use this, so that they would follow another language. */
export { useTranslation };

/** What a change is called: “apply clout to …”. */
export function labelText(label: Label): string {
  const inner = innerLabel(label);
  const values = inner ? { ...label.values, what: labelText(inner) } : label.values;
  return i18next.t(label.key, { ns: 'labels', keySeparator: false, ...values });
}

/** What was done, in parts: “applied ”, “clout”, “ to …”. */
export function doneParts(label: Label): readonly LabelPart[] {
  return labelParts(label, (each) => {
    const { count } = each.values;
    return i18next.t(each.key, {
      ns: 'past',
      keySeparator: false,
      skipInterpolation: true,
      ...(typeof count === 'number' ? { count } : {}),
      ...(labelContext(each) === undefined ? {} : { context: labelContext(each) }),
    });
  });
}

const numberFormat = new Intl.NumberFormat('en');
const dateTimeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const relativeFormat = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `12,345` */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/** An ISO time as `21 Nov 2026, 14:02`, in local time. */
export function formatDateTime(iso: string): string {
  return dateTimeFormat.format(new Date(iso));
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** An ISO time of today as `14:02`, of another day as `21 Nov 2026, 14:02`, in local time. */
export function formatTime(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return at.toDateString() === new Date(now).toDateString() ? timeFormat.format(at) : formatDateTime(iso);
}

const steps = [
  { unit: 'minute', milliseconds: 60_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'day', milliseconds: 86_400_000 },
] as const;

/** An ISO time as `5 minutes ago`, `yesterday`; a date where it is more than a week ago. */
export function formatAgo(iso: string, now = Date.now()): string {
  const age = now - new Date(iso).getTime();
  if (age > 7 * 86_400_000) return formatDateTime(iso).split(',')[0] ?? '';
  const step = steps.findLast(({ milliseconds }) => age >= milliseconds);
  if (!step) return relativeFormat.format(0, 'second');
  return relativeFormat.format(-Math.floor(age / step.milliseconds), step.unit);
}
