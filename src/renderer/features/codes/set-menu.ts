import { Group } from 'lucide-react';
import type { CodeId } from '../../../core/ids';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import { knownSets } from './CodeSets';
import { codesStore } from './codes-store';

/** In which sets the codes are; a new one can be made of them. */
export function setsEntry(ids: readonly CodeId[]): MenuEntry {
  return {
    type: 'submenu',
    label: t('codes:sets.of'),
    icon: Group,
    items: [
      ...knownSets().map(({ id, name, codeIds }) => {
        const areIn = ids.every((code) => codeIds.includes(code));
        return {
          label: name,
          isChecked: areIn,
          onSelect: () => void runOrTell(areIn ? 'codeSet.remove' : 'codeSet.add', { id, codeIds: [...ids] }),
        };
      }),
      ...(knownSets().length > 0 ? [{ type: 'separator' } as const] : []),
      {
        label: t('codes:sets.newOf'),
        onSelect: () => void makeSet(ids),
      },
    ],
  };
}

/** Makes a set under a name that is free, and lets it be named. */
export async function makeSet(codeIds: readonly CodeId[]): Promise<void> {
  const base = t('codes:sets.newName');
  const taken = new Set(knownSets().map(({ name }) => name));
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base} ${number}`;
  const made = await runOrTell('codeSet.create', { name, codeIds: [...codeIds] });
  if (made) codesStore.setState({ isManagingSets: true, namingSetId: made.value.id });
}
