import { describe, expect, it } from 'vitest';
import { findCycles, importsOf } from './imports';

const known = new Set(['src/a.ts', 'src/b.tsx', 'src/c/index.ts']);
const read = (text: string) =>
  importsOf({ path: 'src/a.ts', text, lines: 1 }, known).map(({ to, isType }) =>
    isType ? `type ${to}` : to,
  );

describe('AI reading imports', () => {
  it.each([
    ["import { x } from './b';", ['src/b.tsx']],
    ["import x, { type Y } from './c';", ['src/c/index.ts']],
    ["import * as x from 'node:fs';", ['node:fs']],
    ["import type { X } from './b';", ['type src/b.tsx']],
    ["import {\n  type X,\n  type Y,\n} from './b';", ['type src/b.tsx']],
    ["import './look.css';", ['src/look.css']],
    ["export * from './b';", ['src/b.tsx']],
    ["export { x } from './b';", ['src/b.tsx']],
    ["export type { X } from './b';", ['type src/b.tsx']],
    ["const x = await import('./b');", ['src/b.tsx']],
    ["type X = import('./b').Label;", ['type src/b.tsx']],
    ["const x = require('electron');", ['electron']],
    ["// import { x } from './b';\n/* import { y } from './b'; */", []],
    ["export const x = 'from';\nexport { x };", []],
  ])('AI1 %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('AI2 does not pass over what it can’t read, or what is not there', () => {
    expect(() => read("import { 'odd name' as x } from './b';")).toThrow('0 of 1 imports');
    expect(() => read("import { x } from './gone';")).toThrow('which is not there');
  });

  it('AI3 finds rings', () => {
    const edge = (from: string, to: string) => ({ from, to, isOurs: true, isType: false });
    expect(findCycles([edge('a', 'b'), edge('b', 'c'), edge('a', 'c')])).toEqual([]);
    expect(findCycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual([['b', 'c', 'b']]);
  });
});
