import type { DraftAnswer } from '../../../contract/editing';
import type { SourceId } from '../../../core/ids';
import { canChange } from '../../actions/action';
import { currentSession, engine, fetchQuery } from '../../client';
import { createDocumentText } from '../../editor/model/document-text';
import { t } from '../../i18n';
import { tell } from '../../ui';
import { openDocument } from '../coding/open-documents';
import type { BaseText } from './edit-session';

/** Tells why a text can't be corrected now. */
export function isRefused(): boolean {
  const session = currentSession();
  if (canChange({ session, activeTab: null })) return false;
  if (session.state === 'open' && session.readOnly) {
    tell({ kind: 'info', topic: 'editing', message: t('editing:readOnly', { reason: session.readOnly }) });
  }
  return true;
}

/** The text as it is saved now. Throws the `AppError`. */
export async function presentText(sourceId: SourceId): Promise<BaseText> {
  const { text, sha256 } = await fetchQuery('source.text', { id: sourceId });
  // What the reading view has worked out of it is the same.
  const read = openDocument(sourceId)?.surface.document;
  return { document: read?.text === text ? read : createDocumentText(text), sha256 };
}

/** As it is on disk now. Throws the `AppError`. */
export async function draftOf(sourceId: SourceId): Promise<DraftAnswer | null> {
  const result = await engine.query('draft.of', { sourceId });
  if (!result.ok) throw result.error;
  return result.value;
}
