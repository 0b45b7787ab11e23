import { Download } from 'lucide-react';
import { useMemo } from 'react';
import type { CodeRow, SourceRow } from '../../../contract/queries';
import {
  type Coefficient,
  type CooccurrenceResult,
  checkCooccurrence,
  coderModes,
  countUnits,
  matrixOrders,
} from '../../../core/cooccurrence';
import type { CodeId, SourceId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, Chip, SegmentedControl, Select, Swatch } from '../../ui';
import { openExportDialog } from '../export/export-store';
import { type Choices, offeredCoefficients, offeredRelations, queryOf, views } from './choices';
import { DistanceField } from './DistanceField';
import { FilterChip } from './FilterChip';
import './Toolbar.css';

export interface ToolbarProps {
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
  readonly sources: readonly SourceRow[];
  readonly codes: readonly CodeRow[];
  readonly result: CooccurrenceResult | undefined;
}

/** Everything that can be asked, in words; each chip says what is chosen. */
export function Toolbar({ choices, onChange, sources, codes, result }: ToolbarProps) {
  const { t } = useTranslation();
  const documents = useMemo(
    () => sources.map(({ id, name, codings }) => ({ id, name, count: codings })),
    [sources],
  );
  const codables = useMemo(
    () =>
      codes
        .filter(({ isCodable }) => isCodable || choices.withSubcodes)
        .map(({ id, name, path, depth, color }) => ({
          id,
          name,
          path,
          depth,
          leading: <Swatch color={color} />,
        })),
    [codes, choices.withSubcodes],
  );
  const hidden = result?.hidden.codings ?? 0;
  const options = <T extends string>(values: readonly T[], group: string) =>
    values.map((value) => ({
      value,
      label: t(`cooccurrence:${group}.${value}`),
      description: t(`cooccurrence:${group}About.${value}`),
    }));
  const refusal = (coefficient: Coefficient): string | null => {
    const checked = checkCooccurrence({ ...queryOf(choices), coefficient });
    return checked.ok ? null : checked.error.message;
  };

  return (
    <div className="toolbar" role="toolbar" aria-label={t('cooccurrence:toolbar')}>
      <SegmentedControl
        label={t('cooccurrence:view.label')}
        value={choices.view}
        options={views.map((value) => ({ value, label: t(`cooccurrence:view.${value}`) }))}
        onChange={(view) => onChange({ view })}
      />
      <Select
        label={t('cooccurrence:relation.label')}
        value={choices.relation}
        options={options(offeredRelations, 'relation')}
        onChange={(relation) => onChange({ relation })}
      />
      {choices.relation === 'near' && (
        <DistanceField value={choices.distance} onChange={(distance) => onChange({ distance })} />
      )}
      <Select
        label={t('cooccurrence:count.label')}
        value={choices.count}
        options={options(countUnits, 'count')}
        onChange={(count) => onChange({ count })}
      />
      <Select
        label={t(`cooccurrence:valueBy.${choices.view}`)}
        value={choices.coefficient ?? 'none'}
        options={[
          {
            value: 'none' as const,
            label: t('cooccurrence:coefficient.none'),
            description: t('cooccurrence:coefficientAbout.none'),
          },
          ...options(offeredCoefficients, 'coefficient').map((option) => ({
            ...option,
            refusal: refusal(option.value),
          })),
        ]}
        onChange={(value) => onChange({ coefficient: value === 'none' ? null : value })}
      />
      <Select
        label={t('cooccurrence:coders.label')}
        value={choices.coders}
        options={options(coderModes, 'coders')}
        onChange={(coders) => onChange({ coders })}
      />
      {choices.view === 'matrix' && (
        <Select
          label={t('cooccurrence:order.label')}
          value={choices.order}
          options={options(matrixOrders, 'order')}
          onChange={(order) => onChange({ order })}
        />
      )}
      <FilterChip<SourceId>
        label={t('cooccurrence:filter.documents')}
        searchLabel={t('cooccurrence:filter.searchDocuments')}
        items={documents}
        chosen={choices.sourceIds}
        hiddenText={t('cooccurrence:filter.hidden', { count: hidden })}
        onChange={(sourceIds) => onChange({ sourceIds })}
      />
      <FilterChip<CodeId>
        label={t('cooccurrence:filter.codes')}
        searchLabel={t('cooccurrence:filter.searchCodes')}
        items={codables}
        chosen={choices.codeIds}
        hiddenText={null}
        note={choices.withSubcodes ? t('cooccurrence:withSubcodes') : null}
        onChange={(codeIds) => onChange({ codeIds })}
      >
        <Checkbox
          label={t('cooccurrence:countSubcodes')}
          checked={choices.withSubcodes}
          onChange={(withSubcodes) => onChange({ withSubcodes, codeIds: null })}
        />
        <Checkbox
          label={t('cooccurrence:hidesEmpty')}
          checked={choices.hidesEmpty}
          onChange={(hidesEmpty) => onChange({ hidesEmpty })}
        />
        <SetButtons codables={codables} onChoose={(codeIds) => onChange({ codeIds })} />
      </FilterChip>
      <Button
        className="toolbar__export"
        icon={Download}
        aria-label={t('cooccurrence:export')}
        onClick={() => openExportDialog('cooccurrence')}
      >
        <span className="toolbar__export-label">{t('cooccurrence:export')}</span>
      </Button>
    </div>
  );
}

/** A set of codes is chosen at once. */
function SetButtons({
  codables,
  onChoose,
}: {
  readonly codables: readonly { readonly id: CodeId }[];
  readonly onChoose: (codeIds: readonly CodeId[]) => void;
}) {
  const { t } = useTranslation();
  const { data: sets } = useEngineQuery('codeSets.list', {});
  const own = (sets ?? []).map(({ id, name, codeIds }) => ({
    id,
    name,
    codeIds: codables.flatMap((code) => (codeIds.includes(code.id) ? [code.id] : [])),
  }));
  const usable = own.filter(({ codeIds }) => codeIds.length > 0);
  if (usable.length === 0) return null;
  return (
    <div className="filter-list__sets">
      <span>{t('cooccurrence:filter.sets')}</span>
      {usable.map(({ id, name, codeIds }) => (
        <Chip key={id} label={name} onClick={() => onChoose(codeIds)} />
      ))}
    </div>
  );
}
