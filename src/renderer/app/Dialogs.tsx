import { lazy, Suspense } from 'react';
import { closeDialog, dialogStore } from '../actions/dialog-store';

const dialogs = {
  palette: lazy(() =>
    import('../actions/palette/CommandPalette').then((m) => ({ default: m.CommandPalette })),
  ),
  shortcuts: lazy(() => import('../actions/sheet/ShortcutSheet').then((m) => ({ default: m.ShortcutSheet }))),
  about: lazy(() => import('../actions/sheet/AboutDialog').then((m) => ({ default: m.AboutDialog }))),
  coder: lazy(() => import('../features/project/CoderDialog').then((m) => ({ default: m.CoderDialog }))),
  project: lazy(() =>
    import('../features/project/ProjectDialog').then((m) => ({ default: m.ProjectDialog })),
  ),
};

const ExportDialog = lazy(() => import('../features/export').then((m) => ({ default: m.ExportDialog })));

/** Fetched while nothing else happens, so that what is typed right after the keys for it is not lost. */
requestIdleCallback(() => void import('../actions/palette/CommandPalette'), { timeout: 3000 });

/** The window's own dialogs, each loaded when it is first opened. */
export function Dialogs() {
  const open = dialogStore((store) => store.open);
  const Dialog = open === 'none' ? null : dialogs[open];
  return (
    <Suspense>
      {Dialog && <Dialog onClose={closeDialog} />}
      <ExportDialog />
    </Suspense>
  );
}
