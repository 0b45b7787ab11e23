import { ChevronsDownUp, ChevronsUpDown, Eye, FolderPlus, Group, ListOrdered, Sigma } from 'lucide-react';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import { knownSets } from './CodeSets';
import { createCodeIn } from './code-commands';
import { type CodesModel, codeSorts } from './codes-model';
import { codesStore, collapseAllCodes, countModes, expandAllCodes } from './codes-store';
import { showAll, showOnly } from './visibility-store';

/** What concerns the code tree as a whole. */
export function panelMenu(model: CodesModel, canEdit: boolean): readonly MenuEntry[] {
  const { sort, counts, hidesRetired } = codesStore.getState();
  return [
    {
      label: t('codes:newFolder'),
      icon: FolderPlus,
      isEnabled: canEdit,
      onSelect: () => void createCodeIn(model, null, false),
    },
    { type: 'separator' },
    {
      type: 'submenu',
      label: t('codes:sort.title'),
      icon: ListOrdered,
      items: codeSorts.map((each) => ({
        label: t(`codes:sort.${each}`),
        isChecked: each === sort,
        onSelect: () => codesStore.setState({ sort: each }),
      })),
    },
    {
      type: 'submenu',
      label: t('codes:counts.title'),
      icon: Sigma,
      items: countModes.map((each) => ({
        label: t(`codes:counts.${each}`),
        isChecked: each === counts,
        onSelect: () => codesStore.setState({ counts: each }),
      })),
    },
    setsMenu(model),
    {
      label: t('codes:hideRetired'),
      isChecked: hidesRetired,
      onSelect: () => codesStore.setState({ hidesRetired: !hidesRetired }),
    },
    { type: 'separator' },
    { label: t('codes:expandAll'), icon: ChevronsUpDown, onSelect: expandAllCodes },
    { label: t('codes:collapseAll'), icon: ChevronsDownUp, onSelect: collapseAllCodes },
    { type: 'separator' },
    { label: t('codes:showAll'), icon: Eye, onSelect: showAll },
  ];
}

function setsMenu(model: CodesModel): MenuEntry {
  const { setId } = codesStore.getState();
  const chosen = knownSets().find(({ id }) => id === setId);
  const all = model.tree.flattened.map(({ id }) => id);
  return {
    type: 'submenu',
    label: t('codes:sets.title'),
    icon: Group,
    items: [
      {
        label: t('codes:sets.allCodes'),
        isChecked: !chosen,
        onSelect: () => codesStore.setState({ setId: null }),
      },
      ...knownSets().map(({ id, name }) => ({
        label: name,
        isChecked: id === setId,
        onSelect: () => codesStore.setState({ setId: id }),
      })),
      { type: 'separator' },
      ...(chosen
        ? [{ label: t('codes:sets.showOnlyInText'), onSelect: () => showOnly(chosen.codeIds, all) }]
        : []),
      { label: t('codes:sets.manage'), onSelect: () => codesStore.setState({ isManagingSets: true }) },
    ],
  };
}
