import { ArrowUpRight, Ellipsis } from 'lucide-react';
import type { QuotationDetail } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import type { QuotationId, SourceId } from '../../../core/ids';
import { type Segment, segmentAt } from '../../../core/structure';
import { inspect } from '../../app/inspector-store';
import { useTheme } from '../../app/theme-store';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { formatDateTime, formatNumber, useTranslation } from '../../i18n';
import { IconButton, Menu } from '../../ui';
import { Backlinks, MemoEditor } from '../memos';
import { CodeChips } from './CodeChips';
import { Gone } from './Gone';
import { PartnerList } from './PartnerList';
import { quotationMenu } from './quotation-menu';
import { Facts, Section } from './Section';
import { useCodeMap } from './use-code-map';
import { useMeetsHere } from './use-meets-here';

/** A quotation: its words, its codes, its memo, where it stands, whom it meets. */
export function QuotationInspector({ id }: { readonly id: QuotationId }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const codes = useCodeMap();
  const { data: quotation, error } = useEngineQuery('quotation.detail', { id });
  const { ofCode, partners } = useMeetsHere(quotation);
  const turn = useTurnOf(quotation);
  if (error) return <Gone error={error} />;
  if (!quotation || !codes) return null;
  const { sourceId, start, end, text, number, codings } = quotation;
  const color = codes.get(codings[0]?.codeId ?? ('' as never))?.color;
  const show = () =>
    openTab({ kind: 'document', sourceId }, { reveal: { start, end, quotationId: quotation.id } });
  const principal = ofCode && codes.get(ofCode);

  return (
    <div className="inspector__body">
      <header className="inspector__head">
        <h2 className="inspector__kind">
          {t('inspector:quotation.title', { number: formatNumber(number) })}
        </h2>
        <IconButton icon={ArrowUpRight} label={t('inspector:quotation.show')} onClick={show} />
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={t('inspector:more')} />}
          items={() => quotationMenu(quotation, { isReadOnly })}
        />
      </header>
      <blockquote
        className="inspector__quote"
        dir="auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, which keys must be able to do
        tabIndex={0}
        style={color ? { borderColor: codeColors(color, theme).mark } : {}}
      >
        {text}
      </blockquote>
      <Section title={t('inspector:quotation.codes')}>
        <CodeChips quotation={quotation} codes={codes} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t('inspector:memo')}>
        <MemoEditor
          target={{ kind: 'quotation', id: quotation.id }}
          label={t('inspector:memoOnQuotation', { number: formatNumber(number) })}
        />
      </Section>
      <Backlinks
        reference={{ kind: 'quotation', id: quotation.id }}
        within={(list) => <Section title={t('memos:linkedFrom')}>{list}</Section>}
      />
      <Section title={t('inspector:details')}>
        <Facts rows={factsOf(quotation, turn, t)} />
      </Section>
      {partners.length > 0 && (
        <Section
          title={t('inspector:meets.here')}
          aside={
            principal && (
              <span className="inspector__aside">{t('inspector:meets.with', { name: principal.name })}</span>
            )
          }
        >
          {ofCode && <PartnerList of={ofCode} partners={partners} label={t('inspector:meets.here')} />}
        </Section>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** The turn or comment that holds the whole quotation. */
function useTurnOf(quotation: QuotationDetail | undefined): Segment | undefined {
  const id = quotation?.sourceId ?? ('' as SourceId);
  const { data } = useEngineQuery('source.structure', { id }, { enabled: quotation !== undefined });
  const turn = quotation && data && segmentAt(data.segments, 'turn', quotation.start);
  return turn && quotation.end <= turn.end ? turn : undefined;
}

function factsOf(quotation: QuotationDetail, turn: Segment | undefined, t: Translate) {
  const { sourceId, sourceName, paragraph, start, end, codings } = quotation;
  const coders = [...new Set(codings.map(({ coderName }) => coderName))].join(', ');
  const newest = codings.map(({ createdAt }) => createdAt).reduce((a, b) => (a > b ? a : b), '');
  return [
    {
      name: t('inspector:facts.document'),
      value: (
        <button type="button" className="link" onClick={() => inspect({ kind: 'source', id: sourceId })}>
          {sourceName}
        </button>
      ),
    },
    ...(turn?.speaker
      ? [
          {
            name: t('inspector:facts.speaker'),
            value: [turn.speaker, turn.time].filter(Boolean).join(', '),
          },
        ]
      : []),
    { name: t('inspector:facts.paragraph'), value: formatNumber(paragraph) },
    { name: t('inspector:facts.characters'), value: `${formatNumber(start)}–${formatNumber(end)}` },
    ...(coders ? [{ name: t('inspector:facts.coder'), value: coders }] : []),
    ...(newest ? [{ name: t('inspector:facts.coded'), value: formatDateTime(newest) }] : []),
  ];
}
