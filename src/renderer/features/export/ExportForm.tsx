import { useState } from 'react';
import type { Theme } from '../../../core/colors';
import { inspectorStore } from '../../app/inspector-store';
import { shell, useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Checkbox, Dialog, Select } from '../../ui';
import { queryOf } from '../cooccurrence/choices';
import { useChoices } from '../cooccurrence/choices-store';
import { useQuestion } from '../cooccurrence/use-question';
import { exportAs } from './export-commands';
import { closeExportDialog, type ExportKind } from './export-store';
import './ExportDialog.css';
import { FormatChoice } from './FormatChoice';
import { type Ending, endingsOf, isFigure } from './formats';

/** The format of the last export of each kind, for this machine. */
const lastEndings = new Map<ExportKind, Ending>();

function lastEnding(kind: ExportKind): Ending {
  const known = lastEndings.get(kind) ?? shell.settings.choices[`export:${kind}`];
  return endingsOf[kind].find((ending) => ending === known) ?? endingsOf[kind][0] ?? 'csv';
}

type Scope = 'all' | 'code' | 'source';

/** Asks for format and options, then for the place. */
export function ExportForm({ kind }: { readonly kind: ExportKind }) {
  const { t } = useTranslation();
  const session = useOpenSession();
  const [ending, setEnding] = useState(() => lastEnding(kind));
  const [byteOrderMark, setByteOrderMark] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [scope, setScope] = useState<Scope>('all');
  const [remembered] = useChoices();
  const { choices } = useQuestion(remembered);
  // A table is for counting on, a figure is as it was seen.
  const [chosenValues, setValues] = useState<'counts' | 'coefficient' | null>(null);
  const values = chosenValues ?? (isFigure(ending) ? 'coefficient' : 'counts');
  const [view, setView] = useState<'matrix' | 'network'>(choices.view === 'network' ? 'network' : 'matrix');
  const [theme, setTheme] = useState<Theme>('light');
  const inspected = useInspected();
  if (!session) return null;
  const { coefficient } = choices;
  const isPicture = isFigure(ending);

  const save = async () => {
    setWriting(true);
    const isWritten = await exportAs({
      kind,
      ending,
      byteOrderMark,
      projectName: session.project.name,
      codeId: scope === 'code' ? inspected.code?.id : undefined,
      sourceId: scope === 'source' ? inspected.source?.id : undefined,
      query: queryOf(values === 'counts' ? { ...choices, coefficient: null } : choices),
      choices,
      view,
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
        {kind === 'quotations' && (inspected.code || inspected.source) && (
          <Select<Scope>
            label={t('export:scope.label')}
            value={scope}
            options={[
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
          <Select
            label={t('export:values.label')}
            value={values}
            options={[
              { value: 'counts' as const, label: t(`cooccurrence:count.${choices.count}`) },
              { value: 'coefficient' as const, label: t(`cooccurrence:coefficient.${coefficient}`) },
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
