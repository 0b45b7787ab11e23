import { Suspense } from 'react';
import { closeDialog, dialogStore } from '../actions/dialog-store';
import { backupsStore } from '../features/backups/backups-store';
import { copyDialogStore } from '../features/copies/copies-store';
import { editingStore } from '../features/editing/editing-store';
import { erasureStore } from '../features/erasure/erasure-store';
import { exportStore } from '../features/export/export-store';
import { memoTypesStore } from '../features/memos/memo-types-store';
import { structureStore } from '../features/structure/structure-store';
import { lazyView } from './lazy-view';
import { printStore } from './print-store';

const dialogs = {
  palette: lazyView(() => import('../actions/palette/CommandPalette').then((m) => m.CommandPalette)),
  shortcuts: lazyView(() => import('../actions/sheet/ShortcutSheet').then((m) => m.ShortcutSheet)),
  keys: lazyView(() => import('../actions/keys/KeysDialog').then((m) => m.KeysDialog)),
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

const StructureDialog = lazyView(() =>
  import('../features/structure/StructureDialog').then((m) => m.StructureDialog),
);

const ExportDialog = lazyView(() => import('../features/export').then((m) => m.ExportDialog));

const MemoTypesDialog = lazyView(() =>
  import('../features/memos/MemoTypesDialog').then((m) => m.MemoTypesDialog),
);

const ReplaceDialog = lazyView(() =>
  import('../features/editing/ReplaceDialog').then((m) => m.ReplaceDialog),
);

const CarryDialog = lazyView(() => import('../features/editing/CarryDialog').then((m) => m.CarryDialog));

const PrintHost = lazyView(() => import('./PrintHost').then((m) => m.PrintHost));

/** The window's own dialogs, each loaded when it is first opened. */
export function Dialogs() {
  const open = dialogStore((store) => store.open);
  const Dialog = open === 'none' ? null : dialogs[open];
  // A view is loaded as soon as it is in the tree, so these come into it only once they are wanted.
  const isExporting = exportStore((store) => store.kind !== null);
  const isAmongBackups = backupsStore((store) => store.project !== null);
  const isCopying = copyDialogStore((store) => store.isOpen);
  const isPrinting = printStore((store) => store.content !== null);
  const isCorrecting = structureStore((store) => store.question !== null);
  const areTypesOpen = memoTypesStore((store) => store.isOpen);
  const isReplacing = editingStore((store) => store.replacing !== null);
  const isCarrying = editingStore((store) => store.carrying !== null);
  const isErasing = erasureStore((store) => store.subject !== null);
  return (
    <Suspense>
      {Dialog && <Dialog onClose={closeDialog} />}
      {isExporting && <ExportDialog />}
      {isAmongBackups && <BackupsDialog />}
      {isCopying && <SaveCopyDialog />}
      {isErasing && <EraseDialog />}
      {areTypesOpen && <MemoTypesDialog />}
      {isReplacing && <ReplaceDialog />}
      {isCarrying && <CarryDialog />}
      {isCorrecting && <StructureDialog />}
      {isPrinting && <PrintHost />}
    </Suspense>
  );
}
