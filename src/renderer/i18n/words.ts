import { isolated } from './isolate';

/**
 * Words by key, from tables in the format of i18next's files: variants `key_context`, `key_zero`, `key_one` and
 * `key_other`, values as `{{name}}` (`{{- name}}` as it is, for file names), numbers as `{{count, number}}`. Hundreds of them are asked for before the first
 * paint, so that each is looked up once and nothing else is done for it.
 */
export type Values = Readonly<Record<string, unknown>>;

export interface Words {
  readonly [key: string]: string | Words;
}

/** A number as it is written in a sentence. */
type WriteNumber = (value: number) => string;

/** English; another language would bring its own rule (`Intl.PluralRules`). */
function pluralForms(count: unknown): readonly string[] {
  if (typeof count !== 'number') return [''];
  if (count === 0) return ['_zero', '_other', ''];
  return [count === 1 ? '_one' : '_other', ''];
}

/** The closest variant that `lookUp` knows. */
export function variantOf(
  key: string,
  { count, context }: Values,
  lookUp: (key: string) => string | undefined,
): string | undefined {
  const stems = typeof context === 'string' ? [`${key}_${context}`, key] : [key];
  for (const stem of stems) {
    for (const form of pluralForms(count)) {
      const words = lookUp(stem + form);
      if (words !== undefined) return words;
    }
  }
  return undefined;
}

const places = /\{\{(- )?(\w+)(, number)?\}\}/g;

/** Puts values into their places, which stay where there is none; what a value says is never read as a place itself. */
export function fill(template: string, values: Values, writeNumber: WriteNumber): string {
  if (!template.includes('{{')) return template;
  return template.replace(places, (place, isRaw: string | undefined, name: string, isNumber?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (isNumber && typeof value === 'number') return writeNumber(value);
    return isRaw ? String(value) : isolated(String(value));
  });
}

/** Looks up `namespace:path.to.words`; without a namespace in `common`. */
export function lookUpIn(tables: Words): (key: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (key) => {
    if (!known.has(key)) known.set(key, wordsAt(tables, key));
    return known.get(key);
  };
}

function wordsAt(tables: Words, key: string): string | undefined {
  let at: string | Words | undefined = tables;
  for (const step of (key.includes(':') ? key : `common:${key}`).split(/[:.]/)) {
    at = typeof at === 'object' ? at[step] : undefined;
  }
  return typeof at === 'string' ? at : undefined;
}
