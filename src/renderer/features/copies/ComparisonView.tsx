import { Equal, GitCompareArrows, RefreshCw } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Comparison } from '../../../contract/copies';
import { useOpenSession } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote, SegmentedControl } from '../../ui';
import '../../ui/page.css';
import { ComparisonLines } from './ComparisonLines';
import './ComparisonView.css';
import { countOf, firstSide, linesOf, type Side, sides } from './comparison-model';
import { compareAgain, compareOnce, useCompared } from './comparison-store';
import { fileOf } from './copy-commands';
import { Figures } from './Figures';

/** What another copy of the open project has that this one has not, and the other way round. */
export function ComparisonView({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const { comparison, error, isRunning } = useCompared(path);
  useEffect(() => compareOnce(path), [path]);
  if (comparison) return <Compared key={path} comparison={comparison} isRunning={isRunning} />;
  if (isRunning || !error) return <p className="comparison__running">{t('copies:comparing')}</p>;
  const again = <Button onClick={() => void compareAgain(path)}>{t('copies:again')}</Button>;
  if (error.kind === 'cancelled') {
    return <EmptyState icon={GitCompareArrows} title={t('copies:notCompared')} action={again} />;
  }
  return (
    <div className="comparison__failed">
      <ErrorNote error={error} />
      {again}
    </div>
  );
}

function Compared({
  comparison,
  isRunning,
}: {
  readonly comparison: Comparison;
  readonly isRunning: boolean;
}) {
  const { t } = useTranslation();
  const session = useOpenSession();
  const [chosen, setChosen] = useState<Side | null>(null);
  const side = chosen ?? firstSide(comparison);
  const lines = useMemo(() => linesOf(comparison, side), [comparison, side]);
  const { path, total, parting, here } = comparison;
  const isOutdated = session !== null && session.project.revision !== here.revision;
  return (
    <article className="page">
      <header className="page__head">
        <div className="page__head-content comparison__head">
          <div className="comparison__titles">
            <h2 className="page__title">{t('copies:comparedWith', { name: fileOf(path) })}</h2>
            <Button icon={RefreshCw} disabled={isRunning} onClick={() => void compareAgain(path)}>
              {t('copies:again')}
            </Button>
          </div>
          <p className="comparison__path">{path}</p>
          {isOutdated && (
            <p className="comparison__note" role="status">
              {t('copies:outdated')}
            </p>
          )}
          <Figures comparison={comparison} />
          {parting === null && <p className="comparison__note">{t('copies:noParting')}</p>}
          {total > 0 && (
            <SegmentedControl
              label={t('copies:side.label')}
              value={side}
              options={sides
                .filter((each) => each !== 'both' || countOf(comparison, 'both') > 0)
                .map((each) => ({
                  value: each,
                  label: t(`copies:${parting || each === 'all' ? 'side' : 'sideOnly'}.${each}`, {
                    total: formatNumber(countOf(comparison, each)),
                  }),
                }))}
              onChange={setChosen}
            />
          )}
        </div>
      </header>
      {total === 0 ? (
        <EmptyState icon={Equal} title={t('copies:nothingDiffers')} body={t('copies:nothingDiffersBody')} />
      ) : lines.length === 0 ? (
        <EmptyState icon={Equal} title={t(`copies:nothing.${side}`)} />
      ) : (
        <ComparisonLines key={side} lines={lines} isBaseKnown={parting !== null} />
      )}
    </article>
  );
}
