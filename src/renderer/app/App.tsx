import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noteUsable, queryClient, sessionStore, shownProject, usable, useEngineQuery } from '../client';
import { coderStore } from '../features/project/coder-store';
import { FirstRun } from '../features/welcome/FirstRun';
import { Welcome } from '../features/welcome/Welcome';
import { ConfirmDialog, Toasts, TooltipProvider } from '../ui';
import { Dialogs } from './Dialogs';
import { DropZone } from './DropZone';
import { ErrorBoundary } from './ErrorBoundary';
import { loadViewsWhenIdle } from './lazy-view';
import { Workspace } from './Workspace';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <ErrorBoundary>
          <Screen />
        </ErrorBoundary>
        <Dialogs />
        <ConfirmDialog />
        <DropZone />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>
  );
}

/**
 * Asked once who codes; then the welcome screen, or the project that is open. While the engine opens it, its frame is
 * drawn already, as it was left.
 */
function Screen() {
  const coder = coderStore((store) => store.coder);
  const session = sessionStore((store) => store.session);
  const project = shownProject(session);
  if (project === undefined) return null;
  return (
    <>
      {coder === null ? (
        <FirstRun />
      ) : project ? (
        // Another copy of a project is another workspace, its path tells.
        <Workspace key={`${project.path}\n${project.lineage}`} project={project} />
      ) : (
        <Welcome />
      )}
      {session !== null && <Usable isOpen={session.state === 'open'} />}
    </>
  );
}

/** Tells that the window can be used: the welcome screen, or the project's documents and codes, are in the page. */
function Usable({ isOpen }: { readonly isOpen: boolean }) {
  const documents = useEngineQuery('sources.tree', {}, { enabled: isOpen });
  const codes = useEngineQuery('codes.tree', {}, { enabled: isOpen });
  const isReady = !documents.isLoading && !codes.isLoading;
  useEffect(() => {
    if (isReady) noteUsable();
  }, [isReady]);
  return null;
}

void usable.then(loadViewsWhenIdle);
