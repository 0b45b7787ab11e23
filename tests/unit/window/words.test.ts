import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

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
