import { useMemo } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import { useTheme } from '../../app/theme-store';
import { useEngineQuery } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { CardList } from './CardList';
import { byQuotation, type CodedPassage } from './coded-passages';
import { PassageCard } from './PassageCard';
import { Pieces } from './Pieces';
import { passagePieces } from './passage-pieces';
import { Section } from './Section';

/** Every quotation of a code, in document order. */
export function CodeQuotations({ code }: { readonly code: CodeRow }) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('codings.list', { codeId: code.id });
  const quotations = useMemo(() => data && byQuotation(data), [data]);
  if (!quotations) return null;
  return (
    <Section
      title={t('inspector:code.quotations')}
      aside={<span className="inspector__aside">{formatNumber(quotations.length)}</span>}
    >
      {quotations.length === 0 ? (
        <p className="inspector__quiet">{t('inspector:code.noQuotations')}</p>
      ) : (
        <CardList<CodedPassage>
          items={quotations}
          keyOf={({ row }) => row.quotationId}
          label={t('inspector:code.quotations')}
        >
          {(quotation) => <QuotationCard quotation={quotation} color={code.color} />}
        </CardList>
      )}
    </Section>
  );
}

function QuotationCard({ quotation, color }: { readonly quotation: CodedPassage; readonly color: string }) {
  const theme = useTheme();
  const { row, coders } = quotation;
  const { tint } = codeColors(color, theme);
  const pieces = passagePieces({
    ...row,
    rowSpans: [{ start: row.start, end: row.end }],
    columnSpans: [],
  });
  return (
    <PassageCard
      passage={row}
      quotationId={row.quotationId}
      about={coders.length > 1 ? coders.join(', ') : null}
    >
      <Pieces pieces={pieces} styleOf={({ isRow }) => (isRow ? { backgroundColor: tint } : {})} />
    </PassageCard>
  );
}
