import type { DraftAnswer } from '../../../contract/editing';
import type { SourceId } from '../../../core/ids';
import { canChange } from '../../actions/action';
import { currentSession, engine, fetchQuery, shell } from '../../client';
import { t } from '../../i18n';
import { tell, tellError } from '../../ui';
import { activeDocument } from '../coding/open-documents';
import type { SessionStart } from './edit-session';
import { editingStore } from './editing-store';
import { discard } from './finish-editing';
import './keep-edits';

/** Above this, making the text ready takes a moment that has to be shown (UTF-16 units). */
const longText = 1_000_000;

/** Tells why a text can't be corrected now. */
function isRefused(): boolean {
  const session = currentSession();
  if (canChange({ session, activeTab: null })) return false;
  if (session.state === 'open' && session.readOnly) {
    tell({ kind: 'info', topic: 'editing', message: t('editing:readOnly', { reason: session.readOnly }) });
  }
  return true;
}

/** Begins to correct the text of a document, or goes on with a draft. */
export async function startEditing(sourceId: SourceId): Promise<void> {
  if (isRefused() || editingStore.getState().edits[sourceId]) return;
  try {
    const place = readingPlace(sourceId);
    const [source, draft, { EditSession }, { EditPane }] = await Promise.all([
      fetchQuery('source.text', { id: sourceId }),
      draftOf(sourceId),
      import('./edit-session'),
      import('./EditPane'),
    ]);
    const usable = draft && !draft.isOutdated ? draft : null;
    if (draft && !usable) {
      // Another edit would take its place without a word.
      tell({ kind: 'info', topic: 'editing', message: t('editing:outdatedFirst') });
      return;
    }
    if (source.text.length > longText) await paintOnce(t('editing:preparing'));
    const session = new EditSession({
      sourceId,
      base: { text: source.text, sha256: source.sha256 },
      draft: usable,
      ...place,
    });
    editingStore.setState(({ edits }) => ({ edits: { ...edits, [sourceId]: { session, Pane: EditPane } } }));
  } catch (error) {
    tellError(error as Parameters<typeof tellError>[0]);
  }
}

/** As it is on disk now. Throws the `AppError`. */
async function draftOf(sourceId: SourceId): Promise<DraftAnswer | null> {
  const result = await engine.query('draft.of', { sourceId });
  if (!result.ok) throw result.error;
  return result.value;
}

async function paintOnce(message: string): Promise<void> {
  tell({ kind: 'info', topic: 'editing', message });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Where the reader is: the caret, what stands at the upper edge of the window, and where the text stands on the page. */
function readingPlace(sourceId: SourceId): Pick<SessionStart, 'caret' | 'top' | 'columns'> {
  const open = activeDocument();
  if (open?.sourceId !== sourceId) return { caret: 0, top: null, columns: null };
  const { surface } = open;
  const { textElement } = surface;
  const text = textElement.getBoundingClientRect();
  const columns = {
    viewWidth: textElement.closest('.document-view')?.clientWidth ?? 0,
    em: Number.parseFloat(getComputedStyle(textElement).fontSize),
    textLeft: text.left - surface.pageOrigin().x,
    textWidth: text.width,
    isTight: textElement.closest('.has-tight-paragraphs') !== null,
  };
  const caret = surface.caret();
  for (const below of [8, 28, 48]) {
    const position = surface.positionAtPoint(text.left + 6, surface.viewport().top + below);
    if (position !== null) return { caret, top: { position, below: below - 8 }, columns };
  }
  return { caret, top: null, columns };
}

/** Asks for a file and looks how the quotations stand in it. */
export async function chooseNewerVersion(sourceId: SourceId, name: string): Promise<void> {
  if (isRefused()) return;
  const session = editingStore.getState().edits[sourceId]?.session;
  if (session?.isChanged) {
    tell({ kind: 'info', topic: 'editing', message: t('editing:saveFirst') });
    return;
  }
  if (session) await discard(session);
  const [path] = await shell.chooseDocuments();
  if (path !== undefined) editingStore.setState({ replacing: { sourceId, name, path } });
}
