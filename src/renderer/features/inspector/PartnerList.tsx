import { formatValue } from '../../../core/cooccurrence';
import type { CodeId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { useTranslation } from '../../i18n';
import { countText } from '../cooccurrence/figures';
import { CodeLine } from './CodeLine';
import { type Partner, partnerQuery } from './use-partners';

/** Codes that a code meets, with places and bounded c; each opens the quotations behind its figures. */
export function PartnerList({
  of,
  partners,
  label,
}: {
  readonly of: CodeId;
  readonly partners: readonly Partner[];
  readonly label: string;
}) {
  const { t } = useTranslation();
  return (
    <ul className="code-lines" aria-label={label}>
      {partners.map(({ id, name, color, path, places, coefficient }) => (
        <CodeLine
          key={id}
          name={name}
          color={color}
          path={path}
          onOpen={() => inspect({ kind: 'cell', query: partnerQuery, row: of, column: id })}
        >
          {places === 0
            ? t('inspector:meets.elsewhere')
            : t('inspector:meets.figures', {
                counted: countText(places, partnerQuery),
                value: formatValue(coefficient, true),
              })}
        </CodeLine>
      ))}
    </ul>
  );
}
