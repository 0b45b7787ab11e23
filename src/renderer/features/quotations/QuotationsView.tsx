import { Download, Quote, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CodeId, SourceId } from '../../../core/ids';
import { folded } from '../../../core/text';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, EmptyState, ErrorNote, Swatch, TextField } from '../../ui';
import { openExportDialog } from '../export/export-store';
import { QuotationList } from './QuotationList';
import '../../ui/page.css';
import './QuotationsView.css';

interface QuotationsViewProps {
  readonly codeId?: CodeId | undefined;
  readonly sourceId?: SourceId | undefined;
}

/** The passages of a code, of a document, or all; each opens its place. */
export function QuotationsView({ codeId, sourceId }: QuotationsViewProps) {
  const { t } = useTranslation();
  const [withSubcodes, setWithSubcodes] = useState(true);
  const [search, setSearch] = useState('');
  const { data: codes } = useEngineQuery('codes.tree', {});
  const { data: sources } = useEngineQuery('sources.tree', {});
  const { data, error } = useEngineQuery(
    'codings.list',
    { codeId, sourceId, withSubcodes },
    { keepPrevious: true },
  );
  const wanted = useDeferredValue(folded(search));
  const shown = useMemo(
    () =>
      wanted === ''
        ? (data ?? [])
        : (data ?? []).filter(({ text, memo, codePath }) =>
            folded(`${text}\n${memo}\n${codePath}`).includes(wanted),
          ),
    [data, wanted],
  );
  const code = codes?.find(({ id }) => id === codeId);
  const source = sources?.sources.find(({ id }) => id === sourceId);
  const hasSubcodes = codes?.some(({ parentId }) => parentId === codeId) ?? false;
  const documents = new Set(shown.map((row) => row.sourceId)).size;
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  return (
    <article className="page">
      <header className="page__head">
        <div className="page__head-content">
          <h2 className="page__title">
            {code && <Swatch color={code.color} size={13} isHollow={!code.isCodable} />}
            {code?.name ?? source?.name ?? t('quotations:all')}
          </h2>
          {code?.definition && <p className="quotations__definition">{code.definition}</p>}
          <div className="quotations__tools">
            <span className="quotations__count">
              {t('quotations:count', {
                codings: t('codings', { count: shown.length }),
                documents: t('documents', { count: documents }),
              })}
            </span>
            {codeId && hasSubcodes && (
              <Checkbox
                label={t('quotations:withSubcodes')}
                checked={withSubcodes}
                onChange={setWithSubcodes}
              />
            )}
            <TextField
              label={t('quotations:search')}
              isLabelHidden
              icon={Search}
              placeholder={t('quotations:search')}
              value={search}
              onChange={setSearch}
            />
            <Button icon={Download} onClick={() => openExportDialog('quotations')}>
              {t('quotations:export')}
            </Button>
          </div>
        </div>
      </header>
      {shown.length === 0 ? (
        <EmptyState
          icon={Quote}
          title={t(data.length === 0 ? 'quotations:empty' : 'quotations:noMatch')}
          body={data.length === 0 ? t('quotations:emptyBody') : undefined}
        />
      ) : (
        <QuotationList rows={shown} codes={codes ?? []} isOneDocument={sourceId !== undefined} />
      )}
    </article>
  );
}
