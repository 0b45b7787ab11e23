import { create } from 'zustand';
import { shell, useOpenSession } from '../../client';
import { type Choices, defaultChoices, parseChoices, withChange } from './choices';

/** The choices of each project, by its lineage; kept on this machine. */
const choicesStore = create<{ readonly byLineage: Readonly<Record<string, Choices>> }>(() => ({
  byLineage: {},
}));

const settingKey = (lineage: string) => `cooccurrence:${lineage}`;

/** What was remembered is read once a project. */
const remembered = new Map<string, Choices>();

function rememberedChoices(lineage: string): Choices {
  const known = remembered.get(lineage);
  if (known) return known;
  const choices = parseChoices(shell.settings.choices[settingKey(lineage)]);
  remembered.set(lineage, choices);
  return choices;
}

function choicesOf(lineage: string): Choices {
  return choicesStore.getState().byLineage[lineage] ?? rememberedChoices(lineage);
}

/** The open project's choices and the way to change them. */
export function useChoices(): readonly [choices: Choices, change: (change: Partial<Choices>) => void] {
  const lineage = useOpenSession()?.project.lineage ?? null;
  const choices = choicesStore(({ byLineage }) =>
    lineage === null ? defaultChoices : (byLineage[lineage] ?? rememberedChoices(lineage)),
  );
  const change = (wanted: Partial<Choices>) => {
    if (lineage !== null) changeChoices(lineage, wanted);
  };
  return [choices, change];
}

export function changeChoices(lineage: string, change: Partial<Choices>): void {
  const choices = withChange(choicesOf(lineage), change);
  choicesStore.setState(({ byLineage }) => ({ byLineage: { ...byLineage, [lineage]: choices } }));
  shell.saveSetting('choices', { [settingKey(lineage)]: choices });
}

/** The choices as they stand, for an export that begins elsewhere. */
export function currentChoices(lineage: string): Choices {
  return choicesOf(lineage);
}
