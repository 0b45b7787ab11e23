import { useState } from 'react';
import type { Theme } from '../../../core/colors';
import { inspectorStore } from '../../app/inspector-store';
import { shell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, Dialog, Select } from '../../ui';
import { queryOf } from '../cooccurrence/choices';
import { useChoices } from '../cooccurrence/choices-store';
import { useQuestion } from '../cooccurrence/use-question';
import { filterOf, useHistoryChoices } from '../history/history-store';
import { exportAs } from './export-commands';
import { closeExportDialog, type ExportKind, exportStore } from './export-store';
import './ExportDialog.css';
import { FormatChoice } from './FormatChoice';
import { type Ending, endingsOf, isFigure } from './formats';

/** The format of the last export of each kind, for this machine. */
const lastEndings = new Map<ExportKind, Ending>();

function lastEnding(kind: ExportKind): Ending {
  const known = lastEndings.get(kind) ?? shell.settings.choices[`export:${kind}`];
  return endingsOf[kind].find((ending) => ending === known) ?? endingsOf[kind][0] ?? 'csv';
}

type Scope = 'all' | 'code' | 'source' | 'shown';
/** What stands in the cells; both: counts, with colours by the coefficient. */
type Values = 'both' | 'counts' | 'coefficient';

/** Asks for format and options, then for the place. */
export function ExportForm({ kind }: { readonly kind: ExportKind }) {
  const { t } = useTranslation();
  const session = useOpenSession();
  const [ending, setEnding] = useState(() => lastEnding(kind));
  const [byteOrderMark, setByteOrderMark] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const list = exportStore((store) => store.list);
  // What is exported from a view that was narrowed down is what it shows, unless all is asked for.
  const [scope, setScope] = useState<Scope>(kind === 'history' || list ? 'shown' : 'all');
  const [remembered] = useChoices();
  const { choices } = useQuestion(remembered);
  const [chosenValues, setValues] = useState<Values | null>(null);
  const [view, setView] = useState<'matrix' | 'network'>(choices.view === 'network' ? 'network' : 'matrix');
  const [theme, setTheme] = useState<Theme>('light');
  const inspected = useInspected();
  const [historyChoices] = useHistoryChoices();
  const shownHistory = filterOf(historyChoices);
  const isNarrowed = Object.keys(shownHistory).length > 0;
  if (!session) return null;
  const { coefficient, count } = choices;
  const isPicture = isFigure(ending);
  const isMatrix = isPicture && view === 'matrix';
  // A table is for counting on, a figure is as it was seen: in the matrix counts, coloured by the coefficient.
  const usual = isMatrix ? 'both' : isPicture ? 'coefficient' : 'counts';
  const values = chosenValues === null || (chosenValues === 'both' && !isMatrix) ? usual : chosenValues;
  const countName = t(`cooccurrence:count.${count}`);
  const coefficientName = coefficient ? t(`cooccurrence:coefficient.${coefficient}`) : '';

  const save = async () => {
    setWriting(true);
    const isWritten = await exportAs({
      kind,
      ending,
      byteOrderMark,
      projectName: session.project.name,
      codeId: scope === 'code' ? inspected.code?.id : undefined,
      sourceId: scope === 'source' ? inspected.source?.id : undefined,
      list: scope === 'shown' && kind === 'quotations' ? list : null,
      historyFilter: kind === 'history' && scope === 'shown' ? shownHistory : {},
      query: queryOf(values === 'counts' ? { ...choices, coefficient: null } : choices),
      choices,
      view,
      numbers: values === 'coefficient' ? 'value' : 'count',
      theme,
    });
    setWriting(false);
    if (!isWritten) return;
    lastEndings.set(kind, ending);
    shell.saveSetting('choices', { [`export:${kind}`]: ending });
    closeExportDialog();
  };

  return (
    <Dialog
      isOpen
      onClose={closeExportDialog}
      title={t(`export:title.${kind}`)}
      description={t(`export:about.${kind}`)}
      width={520}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeExportDialog}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={isWriting}>
            {t('export:save')}
          </Button>
        </>
      }
    >
      <FormatChoice kind={kind} value={ending} onChange={setEnding} />
      <div className="export__options">
        {kind === 'quotations' && (list || inspected.code || inspected.source) && (
          <Select<Scope>
            label={t('export:scope.label')}
            value={scope}
            options={[
              ...(list ? [{ value: 'shown' as const, label: t('export:scope.list') }] : []),
              { value: 'all', label: t('export:scope.all') },
              ...(inspected.code
                ? [{ value: 'code' as const, label: t('export:scope.code', { name: inspected.code.name }) }]
                : []),
              ...(inspected.source
                ? [
                    {
                      value: 'source' as const,
                      label: t('export:scope.source', { name: inspected.source.name }),
                    },
                  ]
                : []),
            ]}
            onChange={setScope}
          />
        )}
        {kind === 'history' && isNarrowed && (
          <Select<'all' | 'shown'>
            label={t('export:scope.entries')}
            value={scope === 'shown' ? 'shown' : 'all'}
            options={[
              { value: 'shown', label: t('export:scope.shown') },
              { value: 'all', label: t('export:scope.allEntries') },
            ]}
            onChange={setScope}
          />
        )}
        {kind === 'cooccurrence' && isPicture && (
          <Select
            label={t('export:view.label')}
            value={view}
            options={(['matrix', 'network'] as const).map((value) => ({
              value,
              label: t(`export:view.${value}`),
            }))}
            onChange={setView}
          />
        )}
        {kind === 'cooccurrence' && coefficient && (
          <Select<Values>
            label={t('export:values.label')}
            value={values}
            options={[
              ...(isMatrix
                ? [
                    {
                      value: 'both' as const,
                      label: t('export:values.both', { count: countName, coefficient: coefficientName }),
                    },
                  ]
                : []),
              { value: 'counts', label: countName },
              { value: 'coefficient', label: coefficientName },
            ]}
            onChange={setValues}
          />
        )}
        {kind === 'cooccurrence' && isPicture && (
          <Select
            label={t('export:theme.label')}
            value={theme}
            options={(['light', 'dark'] as const).map((value) => ({
              value,
              label: t(`export:theme.${value}`),
            }))}
            onChange={setTheme}
          />
        )}
        {ending === 'csv' && (
          <Checkbox label={t('export:byteOrderMark')} checked={byteOrderMark} onChange={setByteOrderMark} />
        )}
      </div>
    </Dialog>
  );
}

/** The code or document in the inspector: the likely part of which quotations are wanted. */
function useInspected() {
  const inspected = inspectorStore((store) => store.inspected);
  const codes = useEngineQuery('codes.tree', {}).data;
  const sources = useEngineQuery('sources.tree', {}).data?.sources;
  return {
    code: inspected.kind === 'code' ? codes?.find(({ id }) => id === inspected.id) : undefined,
    source: inspected.kind === 'source' ? sources?.find(({ id }) => id === inspected.id) : undefined,
  };
}
