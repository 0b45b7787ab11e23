import { ChevronDown, ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { QuotationPassage } from '../../../contract/quotation-list';
import { codeColors } from '../../../core/colors';
import type { CodeId, CodingId, QuotationId } from '../../../core/ids';
import { useTheme } from '../../app/theme-store';
import { useEngineQuery } from '../../client';
import { formatDateTime, formatNumber, useTranslation } from '../../i18n';
import { classNames, Swatch } from '../../ui';
import type { QuotationLine as Line } from './quotation-lines';

interface Shared {
  /** Its line in the list. */
  readonly at: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  readonly measure: (element: Element | null) => void;
  readonly onClick: (event: MouseEvent) => void;
}

interface GroupLineProps extends Shared {
  readonly line: Extract<Line, { kind: 'group' }>;
  readonly name: string;
}

export function GroupLine({ line, name, at, top, isActive, measure, onClick }: GroupLineProps) {
  const { t } = useTranslation();
  const Sign = line.isClosed ? ChevronRight : ChevronDown;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keyboard
    <div
      id={`quotation-line-${at}`}
      ref={measure}
      data-index={at}
      className={classNames('quotation-group', isActive && 'is-active')}
      style={{ transform: `translateY(${top}px)` }}
      role="treeitem"
      tabIndex={-1}
      aria-level={1}
      aria-expanded={!line.isClosed}
      onClick={onClick}
    >
      <Sign size={14} strokeWidth={1.5} aria-hidden />
      <span className="quotation-group__name">{name}</span>
      <span className="quotation-group__count">{t('quotations', { count: line.count })}</span>
    </div>
  );
}

interface QuotationLineProps extends Shared {
  readonly id: QuotationId;
  /** The codings that the list is about here. */
  readonly codingIds: readonly CodingId[];
  readonly isGrouped: boolean;
  readonly isChosen: boolean;
  /** Quotations that are asked for together with this one. */
  readonly asked: readonly QuotationId[];
  readonly codes: ReadonlyMap<CodeId, CodeRow>;
  readonly reach: number;
  readonly isOneDocument: boolean;
  readonly onOpen: (isBeside: boolean) => void;
}

export function QuotationLine(props: QuotationLineProps) {
  const { id, at, top, isActive, isChosen, isGrouped, asked, codes, reach, measure, onClick, onOpen } = props;
  const { data } = useEngineQuery('quotations.passages', { ids: [...asked], reach }, { keepPrevious: true });
  const passage = data?.find((each) => each.id === id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keyboard
    <div
      id={`quotation-line-${at}`}
      ref={measure}
      data-index={at}
      className={classNames('quotation-line', isActive && 'is-active', isChosen && 'is-chosen')}
      style={{ transform: `translateY(${top}px)` }}
      role="treeitem"
      tabIndex={-1}
      aria-level={isGrouped ? 2 : 1}
      aria-selected={isChosen}
      onClick={onClick}
      onDoubleClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
    >
      {passage ? (
        <Content {...props} passage={passage} codes={codes} />
      ) : (
        <span className="quotation-line__waiting">…</span>
      )}
    </div>
  );
}

function Content({
  passage,
  codingIds,
  codes,
  isOneDocument,
}: QuotationLineProps & { readonly passage: QuotationPassage }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const meant = new Set(codingIds);
  const first = passage.codings.find(({ id }) => meant.has(id));
  const color = first && codes.get(first.codeId)?.color;
  const { mark, tint } = codeColors(color ?? '#808080', theme);
  const shown = [...new Map(passage.codings.map((coding) => [coding.codeId, coding])).values()];
  const isMeant = (codeId: CodeId) =>
    passage.codings.some((coding) => coding.codeId === codeId && meant.has(coding.id));
  return (
    <div className="quotation-line__content" style={{ borderLeftColor: mark }}>
      <p className="quotation-line__text" dir="auto">
        {passage.before && <span className="quotation-line__context">{passage.before}</span>}
        <mark style={color ? { backgroundColor: tint } : {}}>{passage.text}</mark>
        {passage.after && <span className="quotation-line__context">{passage.after}</span>}
      </p>
      {passage.memo && <p className="quotation-line__memo">{passage.memo}</p>}
      <p className="quotation-line__about">
        {shown.map(({ codeId }) => {
          const code = codes.get(codeId);
          return (
            code && (
              <span
                key={codeId}
                className={classNames('quotation-line__code', isMeant(codeId) && 'is-meant')}
                title={code.path}
              >
                <Swatch color={code.color} />
                {code.name}
              </span>
            )
          );
        })}
        {!isOneDocument && <span>{passage.sourceName}</span>}
        <span>
          {t('inspector:paragraphSign')} {formatNumber(passage.paragraph)}
        </span>
        {first && (
          <time dateTime={first.createdAt} title={formatDateTime(first.createdAt)}>
            {formatDateTime(first.createdAt).split(',')[0]}
          </time>
        )}
      </p>
    </div>
  );
}
