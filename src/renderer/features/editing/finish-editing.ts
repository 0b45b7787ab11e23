import type { SourceId } from '../../../core/ids';
import { revealPlace } from '../../app/reveal-store';
import { openTab } from '../../app/workspace-store';
import { fetchQuery, heldAnswer, queryClient, run, runOrTell } from '../../client';
import { t } from '../../i18n';
import { confirm, tell } from '../../ui';
import { tellUndoable } from '../history/tell-undoable';
import type { EditSession } from './edit-session';
import { editingStore } from './editing-store';

function close(sourceId: SourceId): void {
  editingStore.setState(({ edits }) => ({ edits: { ...edits, [sourceId]: undefined } }));
  void queryClient.invalidateQueries({ queryKey: ['draft.of', { sourceId }] });
}

/** Saves the corrected text with its quotations, after asking where some would be emptied. `caret`: UTF-16 offset. */
export async function saveEdit(session: EditSession, caret: number): Promise<void> {
  if (session.isSaving) return;
  const { sourceId } = session;
  session.weigh();
  if (!session.isChanged) {
    await discard(session);
    return;
  }
  const emptied = session.outcome.losses.filter(({ fate }) => fate === 'emptied');
  if (emptied.length > 0) {
    const isAgreed = await confirm({
      title: t('editing:emptiedTitle', { count: emptied.length }),
      body: t('editing:emptiedBody', { count: emptied.length }),
      confirmLabel: t('editing:emptiedSave'),
      cancelLabel: t('editing:goOn'),
      danger: true,
    });
    if (!isAgreed) return;
  }
  session.showSaving(true);
  await session.keeper.flush();
  const place = session.caret(caret);
  const done = await runOrTell('source.editText', session.corrected(emptied.map(({ id }) => id)));
  session.showSaving(false);
  if (!done) return;
  await session.keeper.end();
  // The reading view begins with the corrected text, not with the one before.
  await fetchQuery('source.text', { id: sourceId }).catch(() => undefined);
  close(sourceId);
  revealPlace(sourceId, { start: place, end: place });
  const { moved, reworded, deleted } = done.value;
  const message = [
    t('editing:saved'),
    ...(moved > 0 ? [t('editing:savedMoved', { count: moved })] : []),
    ...(reworded > 0 ? [t('editing:savedReworded', { count: reworded })] : []),
    ...(deleted > 0 ? [t('editing:savedDeleted', { count: deleted })] : []),
  ].join(' ');
  tellUndoable({ kind: 'success', topic: 'editing', message }, t('editing:undoIt'));
}

/** Leaves the edit without saving, after asking where something was typed. */
export async function discardEdit(session: EditSession): Promise<void> {
  if (session.isChanged) {
    const isAgreed = await confirm({
      title: t('editing:discardTitle'),
      body: t('editing:discardBody'),
      confirmLabel: t('editing:discard'),
      cancelLabel: t('editing:goOn'),
      danger: true,
    });
    if (!isAgreed) return;
  }
  await discard(session);
}

/** Leaves the edit; nothing of it stays. */
export async function discard(session: EditSession): Promise<void> {
  await session.keeper.end();
  await run('draft.discard', { sourceId: session.sourceId });
  close(session.sourceId);
}

/** Milliseconds after which a tab that was only moved is back. */
const moving = 400;

/** Its tab was closed: the correction is not lost, and not saved either. */
export function tellWhereLeft(session: EditSession): void {
  setTimeout(() => {
    const { sourceId, isShown, isChanged } = session;
    const isOpen = editingStore.getState().edits[sourceId]?.session === session;
    if (!isOpen || isShown || !isChanged) return;
    const { sources = [] } = heldAnswer('sources.tree', {}) ?? {};
    const name = sources.find(({ id }) => id === sourceId)?.name ?? '';
    tell({
      kind: 'info',
      topic: 'editing',
      message: t('editing:leftAside', { name }),
      action: { label: t('editing:continueDraft'), run: () => openTab({ kind: 'document', sourceId }) },
    });
  }, moving);
}

/** Throws a draft away that nobody goes on with. */
export async function discardDraft(sourceId: SourceId): Promise<void> {
  const isAgreed = await confirm({
    title: t('editing:discardTitle'),
    body: t('editing:discardBody'),
    confirmLabel: t('editing:discard'),
    danger: true,
  });
  if (!isAgreed) return;
  if (await runOrTell('draft.discard', { sourceId })) {
    await queryClient.invalidateQueries({ queryKey: ['draft.of', { sourceId }] });
  }
}
