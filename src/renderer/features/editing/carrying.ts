import { createCarryOver, diffText, type Version } from '../../../core/anchoring';
import type { SourceId } from '../../../core/ids';
import { createPositionMap } from '../../../core/text';
import { engine, fetchQuery } from '../../client';
import { t } from '../../i18n';
import { tell, tellError } from '../../ui';
import { draftedText } from './drafted-text';
import type { EditSession } from './edit-session';
import { editingStore } from './editing-store';
import { draftOf, isRefused, presentText } from './present-text';

/** Carries a draft that nobody goes on with over to the text as it is saved now. */
export async function carryDraftOver(sourceId: SourceId): Promise<void> {
  if (isRefused()) return;
  try {
    const [draft, before] = await Promise.all([draftOf(sourceId), engine.query('draft.base', { sourceId })]);
    if (!before.ok) throw before.error;
    if (!draft) return;
    if (before.value === null) {
      tell({ kind: 'info', topic: 'editing', message: t('editing:carry.baseGone') });
      return;
    }
    const base = before.value;
    await carryOver(sourceId, base, draftedText(base, createPositionMap(base), draft));
  } catch (error) {
    tellError(error as Parameters<typeof tellError>[0]);
  }
}

/** Carries an edit that is open over to the text as it is saved now. */
export async function carryEditOver(session: EditSession): Promise<void> {
  try {
    await session.keeper.flush();
    const { edit, base } = session;
    await carryOver(session.sourceId, base.document.text, { text: edit.text(), changes: edit.changes });
  } catch (error) {
    tellError(error as Parameters<typeof tellError>[0]);
  }
}

/** The dialog goes on with it, at once where nothing is to be decided. Until then the draft stays on disk as it is. */
async function carryOver(sourceId: SourceId, base: string, draft: Version): Promise<void> {
  const { source } = await fetchQuery('source.text', { id: sourceId });
  const present = await presentText(sourceId);
  const { text } = present.document;
  const over = createCarryOver(base, draft, { text, changes: diffText(base, text) });
  editingStore.setState({ carrying: { sourceId, name: source.name, over, present } });
}
