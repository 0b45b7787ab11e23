import { useEffect, useState } from 'react';
import type { ReplacementPreview } from '../../../contract/editing';
import type { AppError } from '../../../core/result';
import type { Progress } from '../../client';
import { run, runOrTell, withTask } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Dialog, ErrorNote, ProgressBar } from '../../ui';
import { tellUndoable } from '../history/tell-undoable';
import { closeReplacing, editingStore } from './editing-store';
import './ReplaceDialog.css';
import { ReplaceQuestions } from './ReplaceQuestions';
import { type Decisions, decideOpen, openCount, questionsOf, toArguments } from './replacement-store';

/** A newer version of a document: where its quotations stand in it, and what becomes of those that are in doubt. */
export function ReplaceDialog() {
  const replacing = editingStore((store) => store.replacing);
  if (!replacing) return null;
  return <Replacing key={`${replacing.sourceId} ${replacing.path}`} {...replacing} />;
}

type Replacement = NonNullable<ReturnType<typeof editingStore.getState>['replacing']>;

function Replacing({ sourceId, name, path }: Replacement) {
  const { t } = useTranslation();
  const { preview, error, progress } = usePreview({ sourceId, path });
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [isRunning, setRunning] = useState(false);
  const questions = preview ? questionsOf(preview) : [];
  const open = openCount(decisions, questions);
  const canReplace = preview !== null && !preview.isSame && open === 0 && !isRunning;

  const replace = async () => {
    if (!preview || !canReplace) return;
    setRunning(true);
    const { baseSha256, text } = preview;
    const done = await withTask(t('editing:replacing'), (options) =>
      runOrTell(
        'source.replaceText',
        { id: sourceId, baseSha256, text, decisions: toArguments(decisions) },
        options,
      ),
    );
    setRunning(false);
    if (!done) return;
    closeReplacing();
    const { moved, reworded, deleted } = done.value;
    const message = [
      t('editing:replaced'),
      ...(moved > 0 ? [t('editing:savedMoved', { count: moved })] : []),
      ...(reworded > 0 ? [t('editing:savedReworded', { count: reworded })] : []),
      ...(deleted > 0 ? [t('editing:savedDeleted', { count: deleted })] : []),
    ].join(' ');
    tellUndoable({ kind: 'success', topic: 'editing', message }, t('editing:undoIt'));
  };

  const openAccepts = questions.filter(
    ({ id, proposed, isFound }) => proposed && !isFound && !decisions.has(id),
  ).length;
  const openLost = questions.filter(({ id, proposed }) => !proposed && !decisions.has(id)).length;
  return (
    <Dialog
      isOpen
      onClose={closeReplacing}
      title={t('editing:replaceTitle', { name })}
      description={t('editing:newer', { file: fileName(path) })}
      width={questions.length > 0 ? 1040 : 520}
      footer={
        <>
          {openAccepts > 0 && (
            <Button onClick={() => setDecisions(decideOpen(decisions, questions, 'accept'))}>
              {t('editing:acceptAll', { count: openAccepts })}
            </Button>
          )}
          {openLost > 0 && (
            <Button onClick={() => setDecisions(decideOpen(decisions, questions, 'drop'))}>
              {t('editing:dropLost', { count: openLost })}
            </Button>
          )}
          <span className="replace__open" role="status">
            {open > 0 ? t('editing:undecided', { count: open }) : ''}
          </span>
          <Button onClick={closeReplacing}>{t('cancel')}</Button>
          <Button variant="primary" disabled={!canReplace} onClick={() => void replace()}>
            {isRunning ? t('editing:replacing') : t('editing:replaceNow')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote error={error} />}
      {!preview && !error && (
        <ProgressBar
          label={t('editing:comparing')}
          value={progress && progress.total !== null ? progress.done / Math.max(1, progress.total) : null}
        />
      )}
      {preview && <Summary preview={preview} />}
      {preview && questions.length > 0 && (
        <ReplaceQuestions
          questions={questions}
          newer={preview.text}
          decisions={decisions}
          onDecide={setDecisions}
        />
      )}
    </Dialog>
  );
}

function Summary({ preview }: { readonly preview: ReplacementPreview }) {
  const { t } = useTranslation();
  const { kept, moved, rewordedCount, doubtful, lost, notices, isSame } = preview;
  if (isSame) return <p className="replace__summary">{t('editing:same')}</p>;
  const found = kept + moved;
  const all = found + doubtful.length + lost.length;
  const parts = [
    ...(found > 0 ? [t('editing:keptCount', { count: found })] : []),
    ...(rewordedCount > 0 ? [t('editing:rewordedCount', { count: rewordedCount })] : []),
    ...(doubtful.length > 0 ? [t('editing:doubtfulCount', { count: doubtful.length })] : []),
    ...(lost.length > 0 ? [t('editing:lostCount', { count: lost.length })] : []),
  ];
  return (
    <div className="replace__summary">
      {all === 0 && <p>{t('editing:noQuotations')}</p>}
      {parts.length > 0 && <p>{parts.join(' · ')}</p>}
      {all > 0 && doubtful.length + lost.length === 0 && <p>{t('editing:allFound')}</p>}
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </div>
  );
}

/** Compares the two versions once; leaving stops it. */
function usePreview({ sourceId, path }: Pick<Replacement, 'sourceId' | 'path'>) {
  const [preview, setPreview] = useState<ReplacementPreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void run('source.replacePreview', { id: sourceId, path }, { signal, onProgress: setProgress }).then(
      (result) => {
        if (signal.aborted) return;
        if (result.ok) setPreview(result.value);
        else setError(result.error);
      },
    );
    return () => controller.abort();
  }, [sourceId, path]);
  return { preview, error, progress };
}

function fileName(path: string): string {
  return path.split(/[/\\]/).pop() ?? path;
}
