import type { CodeRow } from '../../../contract/queries';
import type { CoderId } from '../../../core/ids';
import type { Tab } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Select, Swatch } from '../../ui';
import { PickChip } from '../history/PickChip';
import '../history/FilterBar.css';
import type { ListChoices } from './list-choices';
import type { Grouping, Sorting } from './quotation-lines';

interface ListToolsProps {
  readonly tab: Extract<Tab, { kind: 'quotations' }>;
  readonly choices: ListChoices;
  readonly change: (change: Partial<ListChoices>) => void;
  readonly codes: readonly CodeRow[];
}

/** What the list shows, of what, and how it is laid out. */
export function ListTools({ tab, choices, change, codes }: ListToolsProps) {
  const { t } = useTranslation();
  const { data: sources } = useEngineQuery('sources.tree', {});
  const { data: coders } = useEngineQuery('coders.list', {});
  const { show } = choices;
  const options = <T extends string>(name: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`quotations:${name}.${value}`) }));
  return (
    <search className="quotations__choices" aria-label={t('quotations:tools')}>
      {!tab.cell && (
        <Select<ListChoices['show']>
          label={t('quotations:show.label')}
          value={show}
          options={options('show', ['coded', 'uncoded', ...(tab.span ? [] : ['redundant' as const])])}
          onChange={(next) => change({ show: next })}
        />
      )}
      {!tab.codeId && !tab.cell && show !== 'uncoded' && (
        <PickChip
          label={t('quotations:code')}
          searchLabel={t('quotations:findCode')}
          items={codes.map(({ id, path, color, isCodable }) => ({
            id,
            name: path,
            leading: <Swatch color={color} isHollow={!isCodable} />,
          }))}
          chosen={choices.codeId}
          onChange={(codeId) => change({ codeId })}
        />
      )}
      {!tab.sourceId && (
        <PickChip
          label={t('quotations:document')}
          searchLabel={t('quotations:findDocument')}
          items={sources?.sources ?? []}
          chosen={choices.sourceId}
          onChange={(sourceId) => change({ sourceId })}
        />
      )}
      {(coders?.length ?? 0) > 1 && (
        <Select<CoderId | 'any'>
          label={t('quotations:coder')}
          value={choices.coderId ?? 'any'}
          options={[
            { value: 'any', label: t('quotations:anybody') },
            ...(coders ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(next) => change({ coderId: next === 'any' ? undefined : next })}
        />
      )}
      {show === 'redundant' ? (
        <Select<ListChoices['coders']>
          label={t('quotations:coders.label')}
          value={choices.coders}
          options={options('coders', ['same', 'any'])}
          onChange={(next) => change({ coders: next })}
        />
      ) : (
        <>
          <Select<Grouping>
            label={t('quotations:group.label')}
            value={choices.grouping}
            options={options('group', ['none', 'code', 'document', 'coder'])}
            onChange={(next) => change({ grouping: next })}
          />
          <Select<Sorting>
            label={t('quotations:sort.label')}
            value={choices.sorting}
            options={options('sort', ['document', 'longest', 'newest'])}
            onChange={(next) => change({ sorting: next })}
          />
          <Select<ListChoices['context']>
            label={t('quotations:context.label')}
            value={choices.context}
            options={options('context', ['little', 'more'])}
            onChange={(next) => change({ context: next })}
          />
        </>
      )}
    </search>
  );
}
