import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { doneParts, formatNumber, isolated, labelText, listed, t } from '../../../src/renderer/i18n';
import { fill, lookUpIn, variantOf } from '../../../src/renderer/i18n/words';

const renderer = resolve('src/renderer');
type Words = { readonly [key: string]: string | Words };

const namespaces = new Map<string, Words>(
  readdirSync(join(renderer, 'i18n', 'en')).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(join(renderer, 'i18n', 'en', file), 'utf8')),
  ]),
);

function hasWords(key: string): boolean {
  const [namespace, path] = key.includes(':') ? key.split(':', 2) : ['common', key];
  const steps = (path ?? '').split('.');
  const last = steps.pop() ?? '';
  let at: string | Words | undefined = namespaces.get(namespace ?? '');
  for (const step of steps) at = typeof at === 'object' ? at[step] : undefined;
  return typeof at === 'object' && (typeof at[last] === 'string' || typeof at[`${last}_other`] === 'string');
}

it('has words for every key that the window names', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const missing = files.flatMap((file) => {
    const text = readFileSync(join(renderer, file), 'utf8');
    const asked = [...text.matchAll(/\bt\(\s*'([^']+)'/g), ...text.matchAll(/\btitle: '(\w+:[\w.]+)'/g)];
    return asked.flatMap(([, key = '']) => (hasWords(key) ? [] : [`${file}: ${key}`]));
  });
  expect(files.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

it('finds the closest variant: by context, then by number', () => {
  const lookUp = lookUpIn({
    common: { note_zero: 'none', note_one: 'one', note_other: 'many', note: 'note', empty_zero: '' },
    places: { deep: { move_top: 'to the top', move_one: 'one', move: 'moved' } },
  });
  const words = (key: string, values = {}) => variantOf(key, values, lookUp);
  expect([0, 1, 2, undefined].map((count) => words('note', { count }))).toEqual([
    'none',
    'one',
    'many',
    'note',
  ]);
  expect(words('empty', { count: 0 })).toBe('');
  expect(words('places:deep.move', { context: 'top', count: 1 })).toBe('to the top');
  expect(words('places:deep.move', { context: 'under', count: 1 })).toBe('one');
  expect(words('places:deep.move', { count: 7 })).toBe('moved');
  expect(words('places:deep')).toBeUndefined();
  expect(words('constructor')).toBeUndefined();
});

it('puts values into their places once, and numbers as they are read', () => {
  const filled = (template: string, values: Record<string, unknown>) => fill(template, values, formatNumber);
  expect(filled('{{count, number}} of {{total}} {{total}}', { count: 12_345, total: 6789 })).toBe(
    '12,345 of 6789 6789',
  );
  expect(filled('{{name}}: {{other}}', { name: '{{other}} $& $t(close)', other: 0 })).toBe(
    '{{other}} $& $t(close): 0',
  );
  expect(filled('{{missing}} stays', {})).toBe('{{missing}} stays');
});

it('gives a value that runs from right to left a direction of its own, and no other', () => {
  const filled = (name: string) => fill('Undo apply {{name}} to it', { name }, formatNumber);
  expect(filled('clout')).toBe('Undo apply clout to it');
  expect(filled('\u202Eevil')).toBe('Undo apply \u2068\u202Eevil\u2069 to it');
  expect(filled('נפט')).toBe('Undo apply \u2068נפט\u2069 to it');
  // What a value begins or ends stays within it.
  expect(filled('a\u2069\u2067b')).toBe('Undo apply \u2068a\u2067b\u2069\u2069 to it');
  expect(filled(isolated('נפט'))).toBe('Undo apply \u2068\u2068נפט\u2069\u2069 to it');
  expect(listed(['נפט', 'clout'])).toBe('\u2068נפט\u2069, clout');
  expect(t('copies:fileName', { name: 'נפט' })).toBe('נפט (copy)');
});

it('says the window’s words, labels of changes, and a default', () => {
  expect([0, 1, 1000].map((count) => t('codings', { count }))).toEqual([
    '0 codings',
    '1 coding',
    '1,000 codings',
  ]);
  expect(t('codes:nothing', { defaultValue: 'else' })).toBe('else');
  expect(t('codes:nothing')).toBe('nothing');
  const label = { key: 'code.create', values: { code: 'clout' } } as const;
  expect(labelText(label)).toBe('create clout');
  expect(doneParts(label).map(({ text }) => text)).toEqual(['created ', 'clout']);
});
