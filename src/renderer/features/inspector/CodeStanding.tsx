import { Plus } from 'lucide-react';
import type { CodeRow } from '../../../contract/queries';
import { codeStatuses } from '../../../core/entities';
import { runOrTell, useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Chip, IconButton, Menu, Select } from '../../ui';
import { codesStore } from '../codes/codes-store';
import { makeSet } from '../codes/set-menu';

/** Where a code stands: its status, and the sets that it is in. */
export function CodeStanding({ code, isReadOnly }: { readonly code: CodeRow; readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { data: sets } = useEngineQuery('codeSets.list', {});
  const own = (sets ?? []).filter(({ codeIds }) => codeIds.includes(code.id));
  const others = (sets ?? []).filter(({ codeIds }) => !codeIds.includes(code.id));
  return (
    <div className="code-standing">
      <Select
        label={t('codes:statusOf')}
        isLabelHidden
        value={code.status}
        disabled={isReadOnly}
        options={codeStatuses.map((status) => ({
          value: status,
          label: t(`codes:statusName.${status}`),
          description: t(`codes:statusMeans.${status}`),
        }))}
        onChange={(status) => void runOrTell('code.setStatus', { ids: [code.id], status })}
      />
      {own.map(({ id, name }) => (
        <Chip
          key={id}
          label={name}
          onClick={() => codesStore.setState({ setId: id })}
          {...(isReadOnly
            ? {}
            : {
                onRemove: () => void runOrTell('codeSet.remove', { id, codeIds: [code.id] }),
                removeLabel: t('codes:sets.takeOut', { name }),
              })}
        />
      ))}
      {!isReadOnly && (
        <Menu
          align="end"
          trigger={<IconButton icon={Plus} size="small" label={t('codes:sets.putInto')} />}
          items={[
            ...others.map(({ id, name }) => ({
              label: name,
              onSelect: () => void runOrTell('codeSet.add', { id, codeIds: [code.id] }),
            })),
            ...(others.length > 0 ? [{ type: 'separator' } as const] : []),
            { label: t('codes:sets.newOf'), onSelect: () => void makeSet([code.id]) },
          ]}
        />
      )}
    </div>
  );
}
