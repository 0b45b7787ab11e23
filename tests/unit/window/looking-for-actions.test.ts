import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ActionContext } from '../../../src/renderer/actions/action';
import { best } from '../../../src/renderer/actions/palette/best';
import { isReadOnlyRefusal } from '../../../src/renderer/actions/read-only';
import { toastStore } from '../../../src/renderer/ui/toast-store';

const words = (file: string) => JSON.parse(readFileSync(`src/renderer/i18n/en/${file}.json`, 'utf8'));
const { keywords } = words('actions');

test('an action is found by its name first, then by other words for it', () => {
  const things = [
    { name: 'Recode…', keywords: 'change tag' },
    { name: 'Show the tags', keywords: '' },
    { name: 'Tag here' },
  ];
  const found = (search: string) => best(things, search, (thing) => thing).map(({ name }) => name);
  expect(found('tag')).toEqual(['Tag here', 'Show the tags', 'Recode…']);
  expect(found('recode tag')).toEqual(['Recode…']);
  expect(found('')).toHaveLength(3);
  expect(found('nothing')).toEqual([]);
});

test.each([
  ['repeat', 'coding.repeat'],
  ['uncoded', 'coding.nextUncoded'],
  ['undo', 'view.history'],
  ['comment', 'coding.memo'],
  ['speaker', 'structure.split'],
  ['highlight', 'coding.apply'],
  ['tag', 'coding.apply'],
])('“%s” leads to %s', (word, id) => {
  const [noun = '', verb = ''] = id.split('.');
  expect(keywords[noun][verb].split(' ')).toContain(word);
});

test('what only a read-only project refuses is told; what is refused anyway is not', () => {
  const session = { state: 'open', readOnly: 'Somebody else has it open.' } as ActionContext['session'];
  const context: ActionContext = { session, activeTab: null };
  const isWritable = (as: ActionContext) => as.session.state === 'open' && as.session.readOnly === null;
  expect(isReadOnlyRefusal(() => true, context)).toBe(false);
  expect(isReadOnlyRefusal(() => false, context)).toBe(false);
  expect(toastStore.getState().messages).toEqual([]);
  expect(isReadOnlyRefusal(isWritable, context)).toBe(true);
  expect(toastStore.getState().messages.map(({ message }) => message)).toEqual([
    'Nothing can be changed in this project. Somebody else has it open.',
  ]);
});
