import { Search, X } from 'lucide-react';
import { type HistoryGroup, historyGroups } from '../../../contract/history';
import type { CoderId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Chip, Select, Swatch, TextField } from '../../ui';
import { DayChip } from './DayChip';
import type { HistoryChoices } from './history-store';
import { PickChip } from './PickChip';

export interface FilterBarProps {
  readonly choices: HistoryChoices;
  readonly onChange: (choices: HistoryChoices) => void;
}

/** What the history is narrowed down to, always to be seen, each with the way to lift it. */
export function FilterBar({ choices, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const { data: coders } = useEngineQuery('coders.list', {});
  const { data: subjects } = useEngineQuery('history.subjects', {});
  const change = (some: HistoryChoices) => onChange({ ...choices, ...some });
  const isAny = Object.values(choices).some((choice) => choice !== undefined && choice !== '');
  const gone = t('history:gone');
  return (
    <search className="history__filters" aria-label={t('history:filter.label')}>
      <TextField
        className="history__search"
        label={t('history:filter.text')}
        isLabelHidden
        icon={Search}
        type="search"
        placeholder={t('history:filter.text')}
        value={choices.text ?? ''}
        maxLength={500}
        onChange={(text) => change({ text: text === '' ? undefined : text })}
      />
      <span className="history-chip" data-active={choices.coderId !== undefined || undefined}>
        <Select<CoderId | 'any'>
          label={t('history:filter.coder')}
          value={choices.coderId ?? 'any'}
          options={[
            { value: 'any', label: t('history:anybody') },
            ...(coders ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => change({ coderId: id === 'any' ? undefined : id })}
        />
      </span>
      <PickChip
        label={t('history:filter.code')}
        searchLabel={t('history:filter.findCode')}
        items={(subjects?.codes ?? []).map(({ id, name, color, isGone }) => ({
          id,
          name,
          leading: <Swatch color={color} isHollow={isGone} />,
          ...(isGone ? { note: gone } : {}),
        }))}
        chosen={choices.codeId}
        onChange={(codeId) => change({ codeId })}
      />
      <PickChip
        label={t('history:filter.document')}
        searchLabel={t('history:filter.findDocument')}
        items={(subjects?.sources ?? []).map(({ id, name, isGone }) => ({
          id,
          name,
          ...(isGone ? { note: gone } : {}),
        }))}
        chosen={choices.sourceId}
        onChange={(sourceId) => change({ sourceId })}
      />
      <span className="history-chip" data-active={choices.group !== undefined || undefined}>
        <Select<HistoryGroup | 'any'>
          label={t('history:filter.kind')}
          value={choices.group ?? 'any'}
          options={[
            { value: 'any', label: t('history:any') },
            ...historyGroups.map((group) => ({ value: group, label: t(`history:groups.${group}`) })),
          ]}
          onChange={(group) => change({ group: group === 'any' ? undefined : group })}
        />
      </span>
      <DayChip from={choices.from} to={choices.to} onChange={change} />
      {choices.only && (
        <Chip
          label={t('history:picked', { count: choices.only.length })}
          onRemove={() => change({ only: undefined })}
          removeLabel={t('history:lift', { name: t('history:picked', { count: choices.only.length }) })}
        />
      )}
      {isAny && (
        <Button variant="quiet" icon={X} onClick={() => onChange({})}>
          {t('history:clear')}
        </Button>
      )}
    </search>
  );
}
