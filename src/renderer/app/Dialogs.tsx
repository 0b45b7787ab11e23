import { Suspense } from 'react';
import { closeDialog, dialogStore } from '../actions/dialog-store';
import { backupsStore } from '../features/backups/backups-store';
import { copyDialogStore } from '../features/copies/copies-store';
import { erasureStore } from '../features/erasure/erasure-store';
import { exportStore } from '../features/export/export-store';
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
  // A view is loaded as soon as it is in the tree, so these come into it only once they are wanted.
  const isExporting = exportStore((store) => store.kind !== null);
  const isAmongBackups = backupsStore((store) => store.project !== null);
  const isCopying = copyDialogStore((store) => store.isOpen);
  const isErasing = erasureStore((store) => store.subject !== null);
  return (
    <Suspense>
      {Dialog && <Dialog onClose={closeDialog} />}
      {isExporting && <ExportDialog />}
      {isAmongBackups && <BackupsDialog />}
      {isCopying && <SaveCopyDialog />}
      {isErasing && <EraseDialog />}
    </Suspense>
  );
}
