import type { CodeRow, SourceRow } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import type { RedundantCodings } from '../../../core/redundant';
import { useTheme } from '../../app/theme-store';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { Button, Swatch } from '../../ui';
import { keepLongest, unite } from './redundant-commands';

interface RedundantGroupProps {
  readonly group: RedundantCodings;
  readonly code: CodeRow | undefined;
  readonly source: SourceRow | undefined;
  readonly isChangeable: boolean;
}

/** A group of redundant codings: what it would become, and what can be done with it. */
export function RedundantGroup({ group, code, source, isChangeable }: RedundantGroupProps) {
  const { t } = useTranslation();
  return (
    <div className="redundant__group">
      <p className="redundant__head">
        {code && <Swatch color={code.color} />}
        <strong>{code?.name}</strong>
        <span>{source?.name}</span>
        <span>{t('quotations:redundant.codings', { count: group.codings.length })}</span>
        <span className="redundant__acts">
          <Button
            size="small"
            variant="quiet"
            onClick={() =>
              openTab(
                { kind: 'document', sourceId: group.sourceId },
                { reveal: { start: group.start, end: group.end } },
              )
            }
          >
            {t('quotations:redundant.show')}
          </Button>
          <Button size="small" disabled={!isChangeable} onClick={() => void keepLongest([group], false)}>
            {t('quotations:redundant.keep')}
          </Button>
          <Button size="small" disabled={!isChangeable} onClick={() => void unite([group], false)}>
            {t('quotations:redundant.unite')}
          </Button>
        </span>
      </p>
      <Preview group={group} color={code?.color ?? '#808080'} />
    </div>
  );
}

/** The words that a united coding would have, and a bar for each coding as it is now. */
function Preview({ group, color }: { readonly group: RedundantCodings; readonly color: string }) {
  const { t } = useTranslation();
  const { mark, tint } = codeColors(color, useTheme());
  const { sourceId, start, end, codings, longest } = group;
  const { data } = useEngineQuery('find.passages', { sourceId, spans: Int32Array.of(start, end) });
  const passage = data?.[0];
  const share = (position: number) => `${((position - start) / (end - start)) * 100}%`;
  return (
    <>
      <p className="quotation-line__text redundant__text" dir="auto">
        <mark style={{ backgroundColor: tint }}>{passage?.text ?? '…'}</mark>
      </p>
      <ul className="redundant__bars" aria-label={t('quotations:redundant.bars')}>
        {codings.map((coding) => (
          <li
            key={coding.id}
            className="redundant__bar"
            title={t('quotations:redundant.span', {
              start: formatNumber(coding.start),
              end: formatNumber(coding.end),
            })}
          >
            <span
              style={{
                left: share(coding.start),
                right: `calc(100% - ${share(coding.end)})`,
                backgroundColor: mark,
                opacity: coding.id === longest ? 1 : 0.55,
              }}
            />
            <span className="visually-hidden">
              {t('quotations:redundant.span', {
                start: formatNumber(coding.start),
                end: formatNumber(coding.end),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
