import { Download, Quote, Search } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { CodeId, SourceId } from '../../../core/ids';
import { type Tab, tabKey } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, EmptyState, ErrorNote, Swatch, TextField } from '../../ui';
import { queryArgs } from '../cooccurrence/query-args';
import { openExportDialog } from '../export/export-store';
import { ListTools } from './ListTools';
import { useListChoices } from './list-choices';
import { QuotationList } from './QuotationList';
import { quotationLines } from './quotation-lines';
import { RedundantList } from './RedundantList';
import { useGroups } from './use-groups';
import '../../ui/page.css';
import './QuotationsView.css';

type QuotationsTab = Extract<Tab, { kind: 'quotations' }>;

/** The passages of a code, a document or a part of it, a cell of the matrix, or all: to be read, sorted, recoded. */
export function QuotationsView({ tab }: { readonly tab: QuotationsTab }) {
  const { t } = useTranslation();
  const key = tabKey(tab);
  const [choices, change] = useListChoices(key);
  const { data: codes } = useEngineQuery('codes.tree', {});
  const { data: sources } = useEngineQuery('sources.tree', {});
  const codeId: CodeId | undefined = tab.codeId ?? choices.codeId;
  const sourceId: SourceId | undefined = tab.sourceId ?? choices.sourceId;
  const { show, withSubcodes, coderId, grouping, sorting } = choices;
  const words = useDeferredValue(choices.words.trim());
  const isRedundant = show === 'redundant' && !tab.span;
  const filter = {
    ...(show === 'uncoded' ? { isUncoded: true } : { codeId, withSubcodes }),
    ...{ sourceId, coderId, cell: tab.cell && { ...tab.cell, query: queryArgs(tab.cell.query) } },
    span: tab.span,
    words: words === '' ? undefined : words,
  };
  const { data: index, error } = useEngineQuery('quotations.index', filter, {
    enabled: !isRedundant,
    keepPrevious: true,
  });
  const groups = useGroups(index, grouping);
  const lines = useMemo(
    () =>
      index && quotationLines({ index, grouping, sorting, groupOrder: groups.order, closed: groups.closed }),
    [index, grouping, sorting, groups.order, groups.closed],
  );
  const code = codes?.find(({ id }) => id === tab.codeId);
  const source = sources?.sources.find(({ id }) => id === tab.sourceId);
  const placeName =
    source && tab.span ? t('tabs.passage', { document: source.name, ...tab.span }) : source?.name;
  const cellNames = tab.cell && [tab.cell.row, tab.cell.column].map((id) => nameOf(codes, id)).join(' × ');
  const hasSubcodes = codes?.some(({ parentId }) => parentId === codeId) ?? false;
  const isNarrowed = words !== '' || coderId !== undefined;
  return (
    <article className="page quotations" data-keyboard-first="input:enabled, [tabindex='0']">
      <header className="page__head">
        <div className="page__head-content">
          <div className="page__line quotations__head">
            <h2 className="page__title">
              {code && <Swatch color={code.color} size={13} isHollow={!code.isCodable} />}
              {code?.name ?? placeName ?? cellNames ?? t('quotations:all')}
            </h2>
            <Button
              icon={Download}
              disabled={isRedundant}
              onClick={() => openExportDialog('quotations', filter)}
            >
              {t('quotations:export')}
            </Button>
          </div>
          {code?.definition && <p className="quotations__definition">{code.definition}</p>}
          <div className="quotations__tools">
            <TextField
              className="quotations__search"
              label={t('quotations:search')}
              isLabelHidden
              icon={Search}
              type="search"
              placeholder={t('quotations:search')}
              value={choices.words}
              disabled={isRedundant}
              onChange={(next) => change({ words: next })}
            />
            {codeId && hasSubcodes && show !== 'uncoded' && !tab.cell && (
              <Checkbox
                label={t('quotations:withSubcodes')}
                checked={withSubcodes}
                onChange={(next) => change({ withSubcodes: next })}
              />
            )}
            <ListTools tab={tab} choices={choices} change={change} codes={codes ?? []} />
          </div>
        </div>
      </header>
      {error && !isRedundant && <ErrorNote error={error} />}
      {isRedundant && (
        <RedundantList
          filter={{ codeId, withSubcodes, sourceId, coderId, coders: choices.coders }}
          codes={codes ?? []}
          sources={sources?.sources ?? []}
        />
      )}
      {!isRedundant && index && lines && lines.items === 0 && (
        <EmptyState
          icon={Quote}
          title={t(isNarrowed ? 'quotations:noMatch' : `quotations:empty.${show}`)}
          body={isNarrowed ? undefined : t(`quotations:emptyBody.${show}`)}
        />
      )}
      {!isRedundant && index && lines && lines.items > 0 && (
        <QuotationList
          key={key}
          index={index}
          lines={lines}
          groups={groups}
          codes={codes ?? []}
          reach={choices.context === 'more' ? 500 : 120}
          isOneDocument={sourceId !== undefined}
        />
      )}
    </article>
  );
}

function nameOf(
  codes: readonly { readonly id: CodeId; readonly name: string }[] | undefined,
  id: CodeId,
): string {
  return codes?.find((code) => code.id === id)?.name ?? '…';
}
