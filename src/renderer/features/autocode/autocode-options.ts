import { create } from 'zustand';
import type { AutocodeRule, AutocodeUnit } from '../../../contract/autocode';
import type { CodeId, SourceId } from '../../../core/ids';
import { shell } from '../../client';

export const findKinds = ['text', 'terms', 'regex', 'speakers', 'headings'] as const;
/** What is looked for: words, a list of terms, an expression, all that speakers say, text below headings. */
export type FindKind = (typeof findKinds)[number];
export const units: readonly AutocodeUnit[] = ['match', 'sentence', 'paragraph', 'turn'];

/** The code to be given: one that is there, or the path of a new one. */
export type WantedCode = { readonly id: CodeId } | { readonly path: readonly string[] };

/** What is asked. Of the machine, not of the project: kind, switches and unit are remembered. */
export interface AutocodeOptions {
  readonly kind: FindKind;
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
  readonly wholeWord: boolean;
  readonly unit: AutocodeUnit;
  readonly text: string;
  /** Whose turns, or in whose turns; null: everybody's. */
  readonly speakers: readonly string[] | null;
  /** Null: all documents. */
  readonly scope: readonly SourceId[] | null;
  readonly code: WantedCode | null;
}

const settingKey = 'autocode';

export const autocodeOptions = create<AutocodeOptions>(() => remembered(shell.settings.choices[settingKey]));

export function changeOptions(change: Partial<AutocodeOptions>): void {
  autocodeOptions.setState(change);
  const { kind, matchCase, matchAccents, wholeWord, unit } = autocodeOptions.getState();
  shell.saveSetting('choices', { [settingKey]: { kind, matchCase, matchAccents, wholeWord, unit } });
}

/** Another project has other documents, speakers and codes. */
export function forgetProject(): void {
  autocodeOptions.setState({ text: '', speakers: null, scope: null, code: null });
}

/** The question as the engine takes it; null where nothing is asked yet. */
export function ruleOf(options: AutocodeOptions): AutocodeRule | null {
  const { kind, text, matchCase, matchAccents, wholeWord, unit, speakers, scope } = options;
  const sourceIds = scope ? { sourceIds: [...scope] } : {};
  if (kind === 'speakers') {
    if (!speakers || speakers.length === 0) return null;
    return { find: { kind, speakers: [...speakers] }, unit: unit === 'match' ? 'turn' : unit, ...sourceIds };
  }
  if (text.trim() === '') return null;
  const pattern = {
    kind: kind === 'headings' ? 'text' : kind,
    text,
    matchCase,
    matchAccents,
    wholeWord,
  } as const;
  if (kind === 'headings') return { find: { kind, pattern }, unit, ...sourceIds };
  const whose = speakers ? { speakers: [...speakers] } : {};
  return { find: { kind: 'words', pattern, ...whose }, unit, ...sourceIds };
}

/** What was looked for, in a line, for the history. */
export function wordsOf({ kind, text, speakers }: AutocodeOptions): string {
  if (kind === 'speakers') return (speakers ?? []).filter((name) => name !== '').join(', ') || '–';
  const line = text.replace(/\s*\n\s*/g, ', ').trim();
  const short = Array.from(line).length > 80 ? `${Array.from(line).slice(0, 79).join('')}…` : line;
  return kind === 'regex' ? `/${short}/` : `“${short}”`;
}

/** What is kept on the machine may be of another version, or damaged. */
function remembered(value: unknown): AutocodeOptions {
  const from = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    kind: findKinds.find((each) => each === from.kind) ?? 'text',
    matchCase: from.matchCase === true,
    matchAccents: from.matchAccents === true,
    wholeWord: from.wholeWord !== false,
    unit: units.find((each) => each === from.unit) ?? 'sentence',
    ...{ text: '', speakers: null, scope: null, code: null },
  };
}
