import { Suspense } from 'react';
import { closeDialog, dialogStore } from '../actions/dialog-store';
import { lazyView } from './lazy-view';

const dialogs = {
  palette: lazyView(() => import('../actions/palette/CommandPalette').then((m) => m.CommandPalette)),
  shortcuts: lazyView(() => import('../actions/sheet/ShortcutSheet').then((m) => m.ShortcutSheet)),
  about: lazyView(() => import('../actions/sheet/AboutDialog').then((m) => m.AboutDialog)),
  coder: lazyView(() => import('../features/project/CoderDialog').then((m) => m.CoderDialog)),
  project: lazyView(() => import('../features/project/ProjectDialog').then((m) => m.ProjectDialog)),
};

const BackupsDialog = lazyView(() =>
  import('../features/backups/BackupsDialog').then((m) => m.BackupsDialog),
);

const EraseDialog = lazyView(() => import('../features/erasure/EraseDialog').then((m) => m.EraseDialog));

const SaveCopyDialog = lazyView(() =>
  import('../features/copies/SaveCopyDialog').then((m) => m.SaveCopyDialog),
);

const ExportDialog = lazyView(() => import('../features/export').then((m) => m.ExportDialog));

/** The window's own dialogs, each loaded when it is first opened. */
export function Dialogs() {
  const open = dialogStore((store) => store.open);
  const Dialog = open === 'none' ? null : dialogs[open];
  return (
    <Suspense>
      {Dialog && <Dialog onClose={closeDialog} />}
      <ExportDialog />
      <BackupsDialog />
      <SaveCopyDialog />
      <EraseDialog />
    </Suspense>
  );
}
