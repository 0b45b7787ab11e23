import type { SourceId } from '../../../core/ids';
import { readingStore } from '../../app/reading-store';
import { shell } from '../../client';
import { t } from '../../i18n';
import { tell, tellError } from '../../ui';
import { activeDocument } from '../coding/open-documents';
import { draftedText } from './drafted-text';
import type { BaseText, SessionStart } from './edit-session';
import { editingStore } from './editing-store';
import { discard } from './finish-editing';
import './keep-edits';
import { draftOf, isRefused, presentText } from './present-text';

/** Above this, making the text ready takes a moment that has to be shown (UTF-16 units). */
const longText = 4_000_000;

/** Begins to correct the text of a document, or goes on with a draft. */
export async function startEditing(sourceId: SourceId): Promise<void> {
  if (isRefused() || editingStore.getState().edits[sourceId]) return;
  try {
    const [base, draft] = await Promise.all([presentText(sourceId), draftOf(sourceId)]);
    if (draft?.isOutdated) {
      // Another edit would take its place without a word.
      tell({ kind: 'info', topic: 'editing', message: t('editing:outdatedFirst') });
      return;
    }
    const { document } = base;
    const version = draft && draftedText(document.text, document.positions, draft);
    await openEdit(sourceId, base, version && { ...version, isCarried: false });
  } catch (error) {
    tellError(error as Parameters<typeof tellError>[0]);
  }
}

/** Opens the edit in the document's tab, in the place of the one that may be open. */
export async function openEdit(
  sourceId: SourceId,
  base: BaseText,
  draft: SessionStart['draft'],
): Promise<void> {
  const place = readingPlace(sourceId);
  const [{ EditSession }, { EditPane }] = await Promise.all([import('./edit-session'), import('./EditPane')]);
  if (base.document.text.length > longText) await paintOnce(t('editing:preparing'));
  const before = editingStore.getState().edits[sourceId]?.session;
  await before?.keeper.end();
  const columns = place.columns ?? before?.columns ?? null;
  const session = new EditSession({ sourceId, base, draft, ...place, columns });
  editingStore.setState(({ edits }) => ({ edits: { ...edits, [sourceId]: { session, Pane: EditPane } } }));
}

async function paintOnce(message: string): Promise<void> {
  tell({ kind: 'info', topic: 'editing', message });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Where the reader is: the caret, what stands at the upper edge of the window, and how the page is set. */
function readingPlace(sourceId: SourceId): Pick<SessionStart, 'caret' | 'top' | 'columns'> {
  const open = activeDocument();
  if (open?.sourceId !== sourceId) return { caret: 0, top: null, columns: null };
  const { surface } = open;
  const { textElement } = surface;
  const text = textElement.getBoundingClientRect();
  const columns = surface.columns && {
    width: textElement.closest('.document-scroller')?.clientWidth ?? 0,
    em: Number.parseFloat(getComputedStyle(textElement).fontSize),
    measure: readingStore.getState().measure,
    columns: surface.columns,
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

/** Opens the words to be replaced, in the text to be corrected. */
export async function replaceWords(sourceId: SourceId, words?: string): Promise<void> {
  await startEditing(sourceId);
  editingStore.getState().edits[sourceId]?.session.find.open('words', words);
}
