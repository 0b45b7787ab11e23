import { create } from 'zustand';
import type { CodeId, CoderId, SourceId } from '../../../core/ids';
import { shell, useOpenSession } from '../../client';
import type { Grouping, Sorting } from './quotation-lines';

/** How a list of quotations is narrowed down and laid out; remembered for each list of each project. */
export interface ListChoices {
  readonly show: 'coded' | 'uncoded' | 'redundant';
  readonly withSubcodes: boolean;
  readonly codeId?: CodeId | undefined;
  readonly sourceId?: SourceId | undefined;
  readonly coderId?: CoderId | undefined;
  readonly words: string;
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly context: 'little' | 'more';
  /** For redundant codings. */
  readonly coders: 'same' | 'any';
}

const usual: ListChoices = {
  show: 'coded',
  withSubcodes: true,
  words: '',
  grouping: 'none',
  sorting: 'document',
  context: 'little',
  coders: 'same',
};

type Lists = Readonly<Record<string, ListChoices>>;

const store = create<{ readonly byLineage: Readonly<Record<string, Lists>> }>(() => ({ byLineage: {} }));
const settingKey = (lineage: string) => `quotations:${lineage}`;
/** Lists that were not looked at for long make room. */
const mostLists = 40;

/** The choices of one list, by the key of its tab, and the way to change them. */
export function useListChoices(
  key: string,
): readonly [choices: ListChoices, change: (change: Partial<ListChoices>) => void] {
  const lineage = useOpenSession()?.project.lineage ?? '';
  const known = store(({ byLineage }) => byLineage[lineage]);
  const lists = known ?? remembered(lineage);
  const choices = lists[key] ?? usual;
  const change = (wanted: Partial<ListChoices>) => {
    const before = store.getState().byLineage[lineage] ?? remembered(lineage);
    const { [key]: own = usual, ...others } = before;
    const kept = Object.entries(others).slice(1 - mostLists);
    const next = { ...Object.fromEntries(kept), [key]: { ...own, ...wanted } };
    store.setState(({ byLineage }) => ({ byLineage: { ...byLineage, [lineage]: next } }));
    shell.saveSetting('choices', { [settingKey(lineage)]: next });
  };
  return [choices, change];
}

const read = new Map<string, Lists>();

/** What is kept on the machine may be of another version: what is not understood is as usual. */
function remembered(lineage: string): Lists {
  const known = read.get(lineage);
  if (known) return known;
  const value = shell.settings.choices[settingKey(lineage)];
  const lists =
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, choices]) => [key, understood(choices)]))
      : {};
  read.set(lineage, lists);
  return lists;
}

function understood(value: unknown): ListChoices {
  if (typeof value !== 'object' || value === null) return usual;
  const from = value as Partial<Record<keyof ListChoices, unknown>>;
  const one = <T extends string>(known: readonly T[], given: unknown, otherwise: T) =>
    known.find((each) => each === given) ?? otherwise;
  const text = <T extends string>(given: unknown) => (typeof given === 'string' ? (given as T) : undefined);
  return {
    show: one(['coded', 'uncoded', 'redundant'], from.show, usual.show),
    withSubcodes: from.withSubcodes !== false,
    codeId: text(from.codeId),
    sourceId: text(from.sourceId),
    coderId: text(from.coderId),
    words: text(from.words) ?? '',
    grouping: one(['none', 'code', 'document', 'coder'], from.grouping, usual.grouping),
    sorting: one(['document', 'longest', 'newest'], from.sorting, usual.sorting),
    context: one(['little', 'more'], from.context, usual.context),
    coders: one(['same', 'any'], from.coders, usual.coders),
  };
}
