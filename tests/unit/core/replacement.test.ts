import { describe, expect, it } from 'vitest';
import { createReplacement } from '../../../src/core/search';

describe('what stands in a hit’s place', () => {
  const at = (text: string, hit: string) => [text.indexOf(hit), text.indexOf(hit) + hit.length] as const;

  it('ED8 takes words as they are', () => {
    const words = createReplacement({ kind: 'text', text: 'a' }, '$1 \\n');
    expect(words('a', 0, 1)).toBe('$1 \\n');
  });

  it('ED8 puts groups of a regular expression in, the whole hit, line ends and signs', () => {
    const text = 'On 12.3. and 4.5.';
    const turned = createReplacement({ kind: 'regex', text: '(\\d+)\\.(?<month>\\d+)\\.' }, '$<month>/$1$$');
    expect(turned(text, ...at(text, '12.3.'))).toBe('3/12$');
    const around = createReplacement({ kind: 'regex', text: '\\d+' }, '[$&]\\n');
    expect(around(text, ...at(text, '12'))).toBe('[12]\n');
    const none = createReplacement({ kind: 'regex', text: '(x)?y' }, '<$1>');
    expect(none('y', 0, 1)).toBe('<>');
  });
});
