import type { CellPlace, CodeRow } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import type { QuotationId } from '../../../core/ids';
import { quoteLine } from '../../../core/text';
import { useTheme } from '../../app/theme-store';
import { useEngineQuery } from '../../client';
import { Swatch } from '../../ui';
import { PassageCard } from './PassageCard';
import { Pieces } from './Pieces';
import { type Piece, passagePieces } from './passage-pieces';

export interface MeetingCardProps {
  readonly place: CellPlace;
  readonly rowCode: CodeRow;
  readonly columnCode: CodeRow;
}

/**
 * One place behind a cell: the row's code as a tint, the column's as an underline, as in the document, so that what
 * both cover carries both. A partner that stands further away is quoted below.
 */
export function MeetingCard({ place, rowCode, columnCode }: MeetingCardProps) {
  const theme = useTheme();
  const pieces = passagePieces(place);
  const row = codeColors(rowCode.color, theme);
  const column = codeColors(columnCode.color, theme);
  const styleOf = ({ isRow, isColumn }: Piece) => ({
    ...(isRow ? { backgroundColor: row.tint } : {}),
    ...(isColumn ? { boxShadow: `inset 0 -2px 0 ${column.mark}` } : {}),
  });
  const isPartnerSeen = pieces.some(({ isColumn }) => isColumn);
  const partner = isPartnerSeen ? undefined : place.columnQuotationIds[0];
  return (
    <PassageCard passage={place} quotationId={place.rowQuotationIds[0]}>
      <Pieces pieces={pieces} styleOf={styleOf} />
      {partner && <Partner id={partner} code={columnCode} />}
    </PassageCard>
  );
}

/** The words of the column's coding where they are not in sight of the row's. */
function Partner({ id, code }: { readonly id: QuotationId; readonly code: CodeRow }) {
  const theme = useTheme();
  const { data } = useEngineQuery('quotation.detail', { id });
  if (!data) return null;
  return (
    <span className="passage__partner">
      <Swatch color={code.color} />
      <span style={{ boxShadow: `inset 0 -2px 0 ${codeColors(code.color, theme).mark}` }}>
        {quoteLine(data.text, 160)}
      </span>
    </span>
  );
}
