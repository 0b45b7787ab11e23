import { Tag } from 'lucide-react';
import type { MemoTarget } from '../../../core/entities';
import type { MemoTypeId } from '../../../core/ids';
import { runOrTell, useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Menu, type MenuEntry, Swatch } from '../../ui';
import { openMemoTypes } from './memo-types-store';

/** Which type a memo has; a click offers the others. */
export function MemoTypeSelect({
  target,
  isReadOnly,
}: {
  readonly target: MemoTarget;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation();
  const { data: memo } = useEngineQuery('memo.on', { target });
  const { data: types } = useEngineQuery('memoTypes.list', {});
  const type = types?.find(({ id }) => id === memo?.typeId);
  // A memo that is not written yet has no type, and its first letters bring none.
  if (!memo || !types || (isReadOnly && !type)) return null;
  const face = (
    <>
      {type ? <Swatch color={type.color} /> : <Tag size={14} strokeWidth={1.5} aria-hidden />}
      {type?.name ?? t('memos:types.none')}
    </>
  );
  if (isReadOnly) return <span className="memo-type">{face}</span>;
  const put = (typeId: MemoTypeId | null) => void runOrTell('memo.write', { target, typeId });
  const items: MenuEntry[] = [
    { label: t('memos:types.none'), isChecked: !type, onSelect: () => put(null) },
    ...types.map(({ id, name, color }) => ({
      label: name,
      leading: <Swatch color={color} />,
      isChecked: id === type?.id,
      onSelect: () => put(id),
    })),
    { type: 'separator' },
    { label: t('memos:types.manage'), onSelect: openMemoTypes },
  ];
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="memo-type memo-type--button"
          aria-label={t('memos:types.of', { name: type?.name ?? t('memos:types.none') })}
        >
          {face}
        </button>
      }
      items={items}
    />
  );
}
