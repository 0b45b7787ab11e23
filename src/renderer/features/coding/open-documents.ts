import type { DocumentMarks } from '../../../core/document-marks';
import type { SourceId } from '../../../core/ids';
import { workspaceStore } from '../../app/workspace-store';
import type { DocumentSurface } from '../../editor/document-surface';

/** A document view as the coding actions know it. */
export interface OpenDocument {
  readonly sourceId: SourceId;
  readonly surface: DocumentSurface;
  /** The document's codings and quotations as last answered. */
  readonly codings: () => DocumentMarks;
}

const open = new Map<SourceId, OpenDocument>();
/** What is to be done with a document once it is there. */
const waiting = new Map<SourceId, (document: OpenDocument) => void>();

/** Makes the view known while it is mounted; gives what takes it away again. */
export function registerDocument(document: OpenDocument): () => void {
  open.set(document.sourceId, document);
  waiting.get(document.sourceId)?.(document);
  waiting.delete(document.sourceId);
  return () => {
    if (open.get(document.sourceId) === document) open.delete(document.sourceId);
  };
}

/** Null where the document is in no tab that was looked at. */
export function openDocument(sourceId: SourceId): OpenDocument | null {
  return open.get(sourceId) ?? null;
}

/** Now, or as soon as a tab that is being opened shows the document. */
export function whenOpen(sourceId: SourceId, act: (document: OpenDocument) => void): void {
  const document = open.get(sourceId);
  if (document) act(document);
  else waiting.set(sourceId, act);
}

/** The document in the tab in front; null where that is no document. */
export function activeDocument(): OpenDocument | null {
  const { activeTab } = workspaceStore.getState();
  return activeTab?.kind === 'document' ? (open.get(activeTab.sourceId) ?? null) : null;
}
