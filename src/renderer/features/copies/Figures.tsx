import type { ComparedSide, Comparison } from '../../../contract/copies';
import { formatDateTime, formatNumber, useTranslation } from '../../i18n';

const things = ['documents', 'codes', 'quotations', 'codings', 'memos'] as const;

/** How much there is on each side, and what was done since the two parted. */
export function Figures({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const { here, there, parting } = comparison;
  return (
    <table className="comparison__figures" aria-label={t('copies:figures.label')}>
      <thead>
        <tr>
          <td />
          {things.map((thing) => (
            <th key={thing} scope="col">
              {t(`copies:figures.${thing}`)}
            </th>
          ))}
          <th scope="col" className="comparison__since">
            {parting === null
              ? t('copies:figures.last')
              : parting.at === null
                ? t('copies:figures.sinceBeginning')
                : t('copies:figures.since', { at: formatDateTime(parting.at) })}
          </th>
        </tr>
      </thead>
      <tbody>
        {(
          [
            ['here', here, there],
            ['there', there, here],
          ] as const
        ).map(([name, side, other]) => (
          <tr key={name}>
            <th scope="row">{t(`copies:figures.${name}`)}</th>
            {things.map((thing) => (
              <td key={thing} data-differs={side[thing] !== other[thing] || undefined}>
                {formatNumber(side[thing])}
              </td>
            ))}
            <td className="comparison__since">
              <Since side={side} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Since({ side }: { readonly side: ComparedSide }) {
  const { t } = useTranslation();
  const { entries, coders, lastAt } = side;
  if (entries === null) return lastAt === null ? t('copies:figures.noHistory') : formatDateTime(lastAt);
  if (entries === 0) return t('copies:figures.nothing');
  const count = t('copies:figures.steps', { count: entries });
  return coders.length > 0 ? t('copies:figures.stepsBy', { count, names: coders.join(', ') }) : count;
}
