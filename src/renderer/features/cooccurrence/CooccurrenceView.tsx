import { useEffect, useMemo } from 'react';
import type { MatrixAnswer } from '../../../contract/queries';
import { type CooccurrenceQuery, defaultCooccurrenceQuery } from '../../../core/cooccurrence';
import { inspect, inspectorStore } from '../../app/inspector-store';
import { setStatusPosition } from '../../app/status-store';
import { workspaceStore } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote } from '../../ui';
import './CooccurrenceView.css';
import { type Choices, queryOf, withChange } from './choices';
import { useChoices } from './choices-store';
import { Definition } from './Definition';
import type { GridPlace } from './grid-step';
import { MatrixGrid } from './MatrixGrid';
import { NetworkView } from './NetworkView';
import { NothingCoded } from './NothingCoded';
import { PairsView } from './PairsView';
import { queryArgs } from './query-args';
import { Toolbar } from './Toolbar';
import { useQuestion } from './use-question';
import { meetsAny, visibleRows } from './visible-rows';

/** The cell, pair or node to which the keyboard comes; not the buttons above. */
const answers = '[role="grid"][tabindex="0"], [role="grid"] [tabindex="0"], .network [tabindex="0"]';

/** Which codes meet: as a heat map, a network or a list; a cell, edge or pair opens its quotations beside. */
export function CooccurrenceView() {
  const [remembered, remember] = useChoices();
  const { query, choices, sources, codes } = useQuestion(remembered);
  const { data, error } = useEngineQuery(
    'cooccurrence.matrix',
    queryArgs(query ?? defaultCooccurrenceQuery),
    {
      enabled: query !== undefined,
      keepPrevious: true,
    },
  );
  const change = (wanted: Partial<Choices>) => {
    remember(wanted);
    askCellAnew(queryOf(withChange(choices, wanted)));
  };
  const hasCodings = codes.some(({ codings }) => codings > 0);
  useComputingTime(hasCodings ? data : undefined);
  if (query === undefined) return null;
  if (!hasCodings) {
    return <NothingCoded sources={sources} />;
  }
  return (
    <div className="cooccurrence" data-keyboard-first={answers}>
      <Toolbar choices={choices} onChange={change} sources={sources} codes={codes} result={data?.result} />
      {error && <ErrorNote error={error} />}
      {!error && data && (
        <>
          <Definition answer={data} view={choices.view} />
          <Answer answer={data} choices={choices} onChange={change} />
        </>
      )}
    </div>
  );
}

function Answer({
  answer,
  choices,
  onChange,
}: {
  readonly answer: MatrixAnswer;
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}) {
  const { t } = useTranslation();
  const { result, codes } = answer;
  const { order, hidesEmpty, view, threshold, relation } = choices;
  const rows = useMemo(() => visibleRows(result, { order, hidesEmpty }), [result, order, hidesEmpty]);
  const meets = useMemo(
    () => Array.from(result.codes, (_, row) => row).some((row) => meetsAny(result, row)),
    [result],
  );
  const chosen = useChosenCell(answer);
  const openCell = (row: number, column: number) => {
    const rowCode = codes[row];
    const columnCode = codes[column];
    if (!rowCode || !columnCode) return;
    if (row === column) inspect({ kind: 'code', id: rowCode.id });
    else inspect({ kind: 'cell', query: result.query, row: rowCode.id, column: columnCode.id });
  };
  const openCode = (row: number) => {
    const code = codes[row];
    if (code) inspect({ kind: 'code', id: code.id });
  };

  if (!meets) {
    const canWiden = relation === 'overlaps' && result.considered.codings > 0;
    return (
      <EmptyState
        title={t(
          result.considered.codings > 0 ? 'cooccurrence:nothingMeets.title' : 'cooccurrence:allHidden.title',
        )}
        body={canWiden ? t('cooccurrence:nothingMeets.body') : undefined}
        action={
          canWiden ? (
            <Button onClick={() => onChange({ relation: 'same-paragraph' })}>
              {t('cooccurrence:nothingMeets.action')}
            </Button>
          ) : (
            (choices.sourceIds ?? choices.codeIds) && (
              <Button onClick={() => onChange({ sourceIds: null, codeIds: null })}>
                {t('cooccurrence:allHidden.action')}
              </Button>
            )
          )
        }
      />
    );
  }
  const shared = { answer, chosen, onOpenCell: openCell };
  switch (view) {
    case 'matrix':
      return <MatrixGrid {...shared} rows={rows} onOpenCode={openCode} />;
    case 'network':
      return (
        <NetworkView
          {...shared}
          threshold={threshold}
          onThreshold={(next) => onChange({ threshold: next })}
          onOpenCode={openCode}
        />
      );
    case 'list':
      return <PairsView {...shared} />;
  }
}

/** The cell in the inspector follows the question: its figures must not be of another one than the table's. */
function askCellAnew(query: CooccurrenceQuery): void {
  const { inspected } = inspectorStore.getState();
  if (inspected.kind === 'cell') inspect({ ...inspected, query });
}

/** The cell in the inspector, as rows of the answer. */
function useChosenCell({ codes }: MatrixAnswer): GridPlace | null {
  const inspected = inspectorStore((store) => store.inspected);
  return useMemo(() => {
    if (inspected.kind !== 'cell') return null;
    const row = codes.findIndex(({ id }) => id === inspected.row);
    const column = codes.findIndex(({ id }) => id === inspected.column);
    return row < 0 || column < 0 ? null : { row, column };
  }, [inspected, codes]);
}

/** The status bar tells how long the figures took, while this view is in front. */
function useComputingTime(answer: MatrixAnswer | undefined): void {
  const { t } = useTranslation();
  const isInFront = workspaceStore(({ activeTab }) => activeTab?.kind === 'cooccurrence');
  const milliseconds = answer?.milliseconds;
  useEffect(() => {
    if (!isInFront || milliseconds === undefined) return;
    setStatusPosition(t('cooccurrence:computed', { time: milliseconds.toFixed(milliseconds < 10 ? 1 : 0) }));
    return () => setStatusPosition(null);
  }, [isInFront, milliseconds, t]);
}
