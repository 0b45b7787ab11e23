import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FolderId } from '../../core/ids';
import { currentSession, heldAnswer } from '../client';
import { droppedPaths, importPaths } from '../features/documents/import-documents';
import { openProject } from '../features/project/project-commands';
import { useTranslation } from '../i18n';
import './DropZone.css';

interface Over {
  readonly folder: { readonly id: FolderId; readonly name: string } | null;
}

/**
 * Files from the system may be dropped anywhere: a project opens, all else is imported, into the folder they are let
 * go on. Caught on the way down, before any view under the pointer takes them for something of its own.
 */
export function DropZone() {
  const { t } = useTranslation();
  const [over, setOver] = useState<Over | null>(null);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const onOver = (event: DragEvent) => {
      if (!take(event)) return;
      const folder = folderUnder(event.target);
      setOver((before) => (before && before.folder?.id === folder?.id ? before : { folder }));
      // `dragover` comes every few milliseconds; when it stops, the drag has left the window.
      clearTimeout(leaving);
      leaving = setTimeout(() => setOver(null), 300);
    };
    const onDrop = (event: DragEvent) => {
      if (!take(event) || !event.dataTransfer) return;
      clearTimeout(leaving);
      setOver(null);
      void takeFiles(droppedPaths(event.dataTransfer), folderUnder(event.target)?.id ?? null);
    };
    window.addEventListener('dragover', onOver, true);
    window.addEventListener('drop', onDrop, true);
    return () => {
      clearTimeout(leaving);
      window.removeEventListener('dragover', onOver, true);
      window.removeEventListener('drop', onDrop, true);
    };
  }, []);
  if (!over) return null;
  const isInProject = currentSession().state === 'open';
  const where = over.folder ? t('documents:dropInto', { name: over.folder.name }) : t('documents:dropHere');
  const words = isInProject ? where : t('documents:dropProject');
  return (
    <div className="drop-zone" aria-hidden>
      <div className="drop-zone__note">
        <FileDown size={24} strokeWidth={1.25} />
        <strong>{words}</strong>
        {isInProject && <p>{t('documents:dropBody')}</p>}
      </div>
    </div>
  );
}

/** Whether the drag is of files; then it is ours. */
function take(event: DragEvent): boolean {
  if (!event.dataTransfer?.types.includes('Files')) return false;
  event.preventDefault();
  event.stopPropagation();
  event.dataTransfer.dropEffect = 'copy';
  return true;
}

/** The folder of documents at a row of the tree: itself, or the one that its document is in. */
function folderUnder(target: EventTarget | null): Over['folder'] {
  if (!(target instanceof Element) || !target.closest('[data-import-target]')) return null;
  const rowId = target.closest<HTMLElement>('[data-row-id]')?.dataset.rowId;
  const { folders = [], sources = [] } = heldAnswer('sources.tree', {}) ?? {};
  const folderId = sources.find(({ id }) => id === rowId)?.folderId ?? rowId;
  return folders.find(({ id }) => id === folderId) ?? null;
}

async function takeFiles(paths: readonly string[], folderId: FolderId | null): Promise<void> {
  const project = paths.find((path) => path.toLowerCase().endsWith('.emic'));
  const session = currentSession();
  if (project !== undefined) await openProject(project);
  else if (session.state === 'open') await importPaths(paths, folderId);
}
