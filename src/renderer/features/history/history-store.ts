import { create } from 'zustand';
import { type HistoryGroup, historyGroups } from '../../../contract/history';
import type { QueryArgs } from '../../../contract/queries';
import type { CodeId, CoderId, SourceId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { shell, useOpenSession } from '../../client';

/** What the history is narrowed down to; what is absent lets everything through. */
export interface HistoryChoices {
  readonly coderId?: CoderId | undefined;
  readonly codeId?: CodeId | undefined;
  readonly sourceId?: SourceId | undefined;
  readonly group?: HistoryGroup | undefined;
  /** Days of this machine as `2026-11-22`, both included; empty: open on that side. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  /** Picked entries: those that stand in the way of taking one back. */
  readonly only?: readonly number[] | undefined;
}

/** The choices of each project, by its lineage; kept on this machine. */
const historyStore = create<{ readonly byLineage: Readonly<Record<string, HistoryChoices>> }>(() => ({
  byLineage: {},
}));

const nothing: HistoryChoices = {};

export function useHistoryChoices(): readonly [HistoryChoices, (choices: HistoryChoices) => void] {
  const lineage = useOpenSession()?.project.lineage ?? '';
  const chosen = historyStore(({ byLineage }) => byLineage[lineage]);
  return [chosen ?? remembered(lineage), (next) => chooseHistory(lineage, next)];
}

export function chooseHistory(lineage: string, choices: HistoryChoices): void {
  historyStore.setState(({ byLineage }) => ({ byLineage: { ...byLineage, [lineage]: choices } }));
  // Picked entries are a look at them, not a way to work.
  const { only: _, ...lasting } = choices;
  shell.saveSetting('choices', { [settingKey(lineage)]: lasting });
}

const settingKey = (lineage: string) => `history:${lineage}`;
const read = new Map<string, HistoryChoices>();

/** Read once a project. What is kept on the machine may be of another version: what is not understood is left out. */
function remembered(lineage: string): HistoryChoices {
  const known = read.get(lineage);
  if (known) return known;
  const value = shell.settings.choices[settingKey(lineage)];
  const from: Partial<Record<keyof HistoryChoices, unknown>> =
    typeof value === 'object' && value !== null ? value : nothing;
  const text = <T extends string>(given: unknown) => (typeof given === 'string' ? (given as T) : undefined);
  const choices: HistoryChoices = {
    coderId: text(from.coderId),
    codeId: text(from.codeId),
    sourceId: text(from.sourceId),
    group: historyGroups.find((group) => group === from.group),
    from: text(from.from),
    to: text(from.to),
    text: text(from.text),
  };
  read.set(lineage, choices);
  return choices;
}

/** Opens the history narrowed down to these choices alone. */
export function showHistory(lineage: string, choices: HistoryChoices): void {
  chooseHistory(lineage, choices);
  openTab({ kind: 'history' });
}

export type HistoryFilter = QueryArgs<'history.outline'>;

/** The choices as the engine is asked: days become instants of this machine's time zone. */
export function filterOf(choices: HistoryChoices): HistoryFilter {
  const { coderId, codeId, sourceId, group, from, to, text, only } = choices;
  const since = startOfDay(from, 0);
  const until = startOfDay(to, 1);
  return {
    ...(coderId ? { coderId } : {}),
    ...(codeId ? { codeId } : {}),
    ...(sourceId ? { sourceId } : {}),
    ...(group ? { groups: [group] } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(text?.trim() ? { text: text.trim() } : {}),
    ...(only ? { only: [...only] } : {}),
  };
}

function startOfDay(day: string | undefined, later: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  if (year === undefined) return null;
  return new Date(Number(year), Number(month) - 1, Number(date) + later).toISOString();
}

/** `2026-11-22` of this machine. */
export function dayText(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
