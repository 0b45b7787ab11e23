import { Plus, Search } from 'lucide-react';
import type { MemoRow } from '../../../contract/queries';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, IconButton, Select, TextField } from '../../ui';
import type { MemoKindFilter, MemoOrder } from './filter-memos';
import { openMemoTypes } from './memo-types-store';
import { allMemos, memosStore } from './memos-store';
import { newMemo } from './new-memo';

const kinds: readonly MemoKindFilter[] = ['all', 'quotation', 'coding', 'code', 'source', 'project', 'free'];
const orders: readonly MemoOrder[] = ['changed', 'made', 'name'];

/** Search, filters and order of the list of memos. */
export function MemosTools({ memos, shown }: { readonly memos: readonly MemoRow[]; readonly shown: number }) {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const wishes = memosStore();
  const { data: types } = useEngineQuery('memoTypes.list', {});
  const { data: coders } = useEngineQuery('coders.list', {});
  const writers = coders?.filter(({ id }) => memos.some(({ coderId }) => coderId === id)) ?? [];
  const set = memosStore.setState;
  const manage = { value: 'manage', label: t('memos:types.manage') } as const;
  return (
    <div className="memos__tools">
      <div className="memos__line">
        <TextField
          label={t('memos:search')}
          isLabelHidden
          icon={Search}
          placeholder={t('memos:search')}
          type="search"
          value={wishes.search}
          onChange={(search) => set({ search })}
        />
        {!isReadOnly && <IconButton icon={Plus} label={t('memos:new')} onClick={() => void newMemo()} />}
      </div>
      <div className="memos__line memos__line--choices">
        <Select
          label={t('memos:on')}
          value={wishes.kind}
          options={kinds.map((value) => ({ value, label: t(`memos:filter.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <Select<string>
          label={t('memos:type')}
          value={wishes.typeId}
          options={[
            { value: 'all', label: t('memos:anyType') },
            ...(types ?? []).map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: t('memos:noType') },
            manage,
          ]}
          onChange={(value) =>
            value === manage.value ? openMemoTypes() : set({ typeId: value as typeof wishes.typeId })
          }
        />
        {writers.length > 1 && (
          <Select<string>
            label={t('memos:coder')}
            value={wishes.coderId}
            options={[
              { value: 'all', label: t('memos:anyCoder') },
              ...writers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => set({ coderId: value as typeof wishes.coderId })}
          />
        )}
        <Select
          label={t('memos:order.label')}
          value={wishes.order}
          options={orders.map((value) => ({ value, label: t(`memos:order.${value}`) }))}
          onChange={(order) => set({ order })}
        />
      </div>
      <p className="memos__count" role="status">
        {shown === memos.length
          ? t('memos:count', { count: shown })
          : t('memos:countOf', { shown, all: memos.length })}
        {shown < memos.length && (
          <Button size="small" variant="quiet" onClick={() => set(allMemos)}>
            {t('memos:showAll')}
          </Button>
        )}
      </p>
    </div>
  );
}
