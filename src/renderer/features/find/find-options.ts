import { create } from 'zustand';
import type { SearchPattern } from '../../../core/search';
import { shell } from '../../client';

export type FindKind = SearchPattern['kind'];

/** How words are looked for; the same in a document and in all, and the next time. */
export interface FindOptions {
  readonly kind: FindKind;
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
  readonly wholeWord: boolean;
}

export interface FindMemory {
  readonly options: FindOptions;
  /** What was looked for last in one document. */
  readonly words: string;
  /** What was looked for in all documents, the last one first. */
  readonly recent: readonly SearchPattern[];
}

const mostRecent = 12;
const settingKey = 'find';
const kinds: readonly FindKind[] = ['text', 'regex', 'terms'];

const usual: FindMemory = {
  options: { kind: 'text', matchCase: false, matchAccents: false, wholeWord: false },
  words: '',
  recent: [],
};

export const findMemory = create<FindMemory>(() => remembered(shell.settings.choices[settingKey]));

export function keepFind(part: Partial<FindMemory>): void {
  findMemory.setState(part);
  shell.saveSetting('choices', { [settingKey]: findMemory.getState() });
}

export function changeOptions(change: Partial<FindOptions>): void {
  keepFind({ options: { ...findMemory.getState().options, ...change } });
}

export function rememberSearch(pattern: SearchPattern): void {
  const key = JSON.stringify(pattern);
  const others = findMemory.getState().recent.filter((each) => JSON.stringify(each) !== key);
  keepFind({ recent: [pattern, ...others].slice(0, mostRecent) });
}

/** What is kept on the machine may be of another version, or damaged. */
function remembered(value: unknown): FindMemory {
  const from = isRecord(value) ? value : {};
  const options = patternOptions(from.options);
  const recent = Array.isArray(from.recent) ? from.recent : [];
  return {
    options: options ?? usual.options,
    words: typeof from.words === 'string' ? from.words : '',
    recent: recent.slice(0, mostRecent).flatMap((each) => {
      const rules = patternOptions(each);
      return rules && isRecord(each) && typeof each.text === 'string' ? [{ ...rules, text: each.text }] : [];
    }),
  };
}

function patternOptions(value: unknown): FindOptions | null {
  if (!isRecord(value)) return null;
  const kind = kinds.find((each) => each === value.kind);
  if (!kind) return null;
  return {
    kind,
    matchCase: value.matchCase === true,
    matchAccents: value.matchAccents === true,
    wholeWord: value.wholeWord === true,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
