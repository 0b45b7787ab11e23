import { CornerUpLeft, Filter, MessageSquareText, Undo2 } from 'lucide-react';
import type { EntryDocuments, HistoryEntry } from '../../../contract/history';
import { currentSession, fetchQuery, run, runOrTell } from '../../client';
import { t } from '../../i18n';
import { confirm, type MenuEntry, tell, tellError } from '../../ui';
import { flushDrafts } from '../memos';
import { chooseHistory, dayText, type HistoryChoices } from './history-store';
import { sentenceText } from './Sentence';
import { tellUndoable } from './tell-undoable';

/** What may be done with an entry, and what else there is of its kind. */
export function entryMenu(
  entry: HistoryEntry,
  {
    isReadOnly,
    documents,
    onExplain,
  }: {
    readonly isReadOnly: boolean;
    readonly documents: EntryDocuments | null;
    readonly onExplain: () => void;
  },
): readonly MenuEntry[] {
  const only = (choices: HistoryChoices) => () => narrow(choices);
  const { codes, coderId, coderName, label } = entry;
  return [
    {
      label: t(entry.why === '' ? 'history:explain' : 'history:explainAnew'),
      icon: MessageSquareText,
      shortcut: 'W',
      isEnabled: !isReadOnly,
      onSelect: onExplain,
    },
    { type: 'separator' },
    {
      label: t('history:revert'),
      icon: Undo2,
      isEnabled: !isReadOnly && canRevert(entry),
      onSelect: () => void revertEntry(entry),
    },
    {
      label: t('history:restore'),
      icon: CornerUpLeft,
      isEnabled: !isReadOnly,
      onSelect: () => void restoreTo(entry),
    },
    { type: 'separator' },
    ...codes.map(
      ({ field, id }): MenuEntry => ({
        label: t('history:onlyCode', { name: String(label.values[field] ?? '') }),
        icon: Filter,
        onSelect: only({ codeId: id }),
      }),
    ),
    ...(documents?.shown ?? []).map(
      ({ id, name }): MenuEntry => ({
        label: t('history:onlyDocument', { name }),
        icon: Filter,
        onSelect: only({ sourceId: id }),
      }),
    ),
    ...(coderId === null
      ? []
      : [
          {
            label: t('history:onlyCoder', { name: coderName }),
            icon: Filter,
            onSelect: only({ coderId }),
          },
        ]),
    {
      label: t('history:onlyDay'),
      icon: Filter,
      onSelect: only({ from: dayText(new Date(entry.at)), to: dayText(new Date(entry.at)) }),
    },
  ];
}

export function canRevert({ kind, state, takenBackBy }: HistoryEntry): boolean {
  return kind === 'change' && state === 'done' && takenBackBy === null;
}

function narrow(choices: HistoryChoices): void {
  const session = currentSession();
  if (session.state === 'open') chooseHistory(session.project.lineage, choices);
}

/** Takes one entry back alone; where later ones depend on it, says which and offers to show them. */
export async function revertEntry(entry: HistoryEntry): Promise<void> {
  await flushDrafts();
  const result = await run('history.revert', { sequence: entry.sequence });
  if (result.ok) {
    const message = t('history:reverted', { what: sentenceText(entry) });
    tellUndoable({ kind: 'success', message }, t('history:undo'));
    return;
  }
  const { kind, message, detail } = result.error;
  const only = (kind === 'conflict' ? (detail ?? '') : '').split(' ').filter(Boolean).map(Number);
  if (only.length === 0) return void tellError(result.error);
  tell({
    kind: 'error',
    message,
    action: {
      label: t('history:showDependents', { count: only.length }),
      run: () => narrow({ only: [entry.sequence, ...only] }),
    },
  });
}

/** Brings the project to the state right after an entry, after a question that says what that takes back. */
export async function restoreTo(entry: HistoryEntry): Promise<void> {
  await flushDrafts();
  const { later } = await fetchQuery('history.entry', { sequence: entry.sequence });
  const isMeant = await confirm({
    title: t('history:restoreTitle'),
    body: t('history:restoreBody', {
      count: later,
      what: sentenceText(entry),
      number: entry.sequence,
    }),
    confirmLabel: t('history:restoreConfirm'),
  });
  if (!isMeant) return;
  const done = await runOrTell('history.restore', { sequence: entry.sequence });
  if (!done) return;
  const message = t('history:restored', { number: entry.sequence });
  tellUndoable({ kind: 'success', message }, t('history:undo'));
}
