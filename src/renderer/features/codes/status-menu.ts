import { CircleDashed } from 'lucide-react';
import { codeStatuses } from '../../../core/entities';
import type { CodeId } from '../../../core/ids';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import type { CodesModel } from './codes-model';

/** Candidate, in use or retired, for one code or many. */
export function statusEntry(model: CodesModel, ids: readonly CodeId[]): MenuEntry {
  return {
    type: 'submenu',
    label: t('codes:statusOf'),
    icon: CircleDashed,
    items: codeStatuses.map((status) => ({
      label: t(`codes:statusName.${status}`),
      isChecked: ids.every((id) => model.tree.get(id)?.status === status),
      onSelect: () => void runOrTell('code.setStatus', { ids: [...ids], status }),
    })),
  };
}
