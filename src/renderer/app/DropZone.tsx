import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { currentSession } from '../client';
import { droppedPaths, importPaths } from '../features/documents/import-documents';
import { openProject } from '../features/project/project-commands';
import { useTranslation } from '../i18n';
import './DropZone.css';

/** Files from the system may be dropped anywhere: a project opens, all else is imported. */
export function DropZone() {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
      // `dragover` comes every few milliseconds; when it stops, the drag has left the window.
      clearTimeout(leaving);
      leaving = setTimeout(() => setOver(false), 300);
    };
    const drop = (event: DragEvent) => {
      clearTimeout(leaving);
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void takeFiles(droppedPaths(event.dataTransfer));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(leaving);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  const isInProject = currentSession().state === 'open';
  return (
    <div className="drop-zone" aria-hidden>
      <div className="drop-zone__note">
        <FileDown size={24} strokeWidth={1.25} />
        <strong>{t(isInProject ? 'documents:dropHere' : 'documents:dropProject')}</strong>
        {isInProject && <p>{t('documents:dropBody')}</p>}
      </div>
    </div>
  );
}

async function takeFiles(paths: readonly string[]): Promise<void> {
  const project = paths.find((path) => path.toLowerCase().endsWith('.emic'));
  const session = currentSession();
  if (project !== undefined) await openProject(project);
  else if (session.state === 'open') await importPaths(paths);
}
