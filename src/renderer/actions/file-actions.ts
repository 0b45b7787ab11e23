import {
  ArchiveRestore,
  BookMarked,
  Copy,
  Eraser,
  FileDown,
  FilePlus2,
  FileText,
  FolderInput,
  FolderOpen,
  GitCompareArrows,
  Grid3x3,
  Library,
  NotebookPen,
  PencilLine,
  Quote,
  Save,
  ShieldCheck,
  Tags,
  X,
} from 'lucide-react';
import { openTab } from '../app/workspace-store';
import { openCopyDialog } from '../features/copies/copies-store';
import { compareWithCopy } from '../features/copies/copy-commands';
import { importChosenFiles, importChosenFolder } from '../features/documents/import-documents';
import { openErasure } from '../features/erasure/erasure-store';
import { openExportDialog } from '../features/export/export-store';
import { openMemoTypes } from '../features/memos/memo-types-store';
import { newMemo } from '../features/memos/new-memo';
import { checkProject } from '../features/project/check-project';
import { closeProject, newProject, openProject, openSample } from '../features/project/project-commands';
import { type Action, canChange, hasProject } from './action';
import { openDialog } from './dialog-store';

/** Not needed at start. */
const backupCommands = () => import('../features/backups/backup-commands');

export const fileActions: readonly Action[] = [
  {
    id: 'project.new',
    title: 'actions:newProject',
    group: 'file',
    icon: FilePlus2,
    shortcut: 'Mod+N',
    run: newProject,
  },
  {
    id: 'project.open',
    title: 'actions:openProject',
    group: 'file',
    icon: FolderOpen,
    shortcut: 'Mod+O',
    run: () => openProject(),
  },
  { id: 'project.sample', title: 'actions:openSample', group: 'file', icon: Library, run: openSample },
  {
    id: 'source.importFiles',
    title: 'actions:importFiles',
    group: 'file',
    icon: FileDown,
    shortcut: 'Mod+I',
    isEnabled: canChange,
    run: () => importChosenFiles(),
  },
  {
    id: 'source.importFolder',
    title: 'actions:importFolder',
    group: 'file',
    icon: FolderInput,
    shortcut: 'Mod+Shift+I',
    isEnabled: canChange,
    run: () => importChosenFolder(),
  },
  {
    id: 'export.codebook',
    title: 'actions:exportCodebook',
    group: 'file',
    icon: BookMarked,
    shortcut: 'Mod+E',
    isEnabled: hasProject,
    run: () => openExportDialog('codebook'),
  },
  {
    id: 'export.quotations',
    title: 'actions:exportQuotations',
    group: 'file',
    icon: Quote,
    isEnabled: hasProject,
    run: () => openExportDialog('quotations'),
  },
  {
    id: 'export.cooccurrence',
    title: 'actions:exportMatrix',
    group: 'file',
    icon: Grid3x3,
    isEnabled: hasProject,
    run: () => openExportDialog('cooccurrence'),
  },
  {
    id: 'export.history',
    title: 'actions:exportHistory',
    group: 'file',
    icon: Quote,
    isEnabled: hasProject,
    run: () => openExportDialog('history'),
  },
  {
    id: 'project.properties',
    title: 'actions:renameProject',
    group: 'file',
    icon: PencilLine,
    isEnabled: canChange,
    run: () => openDialog('project'),
  },
  {
    id: 'project.memo',
    title: 'actions:projectMemo',
    group: 'file',
    icon: FileText,
    isEnabled: hasProject,
    run: () => openTab({ kind: 'memo', target: { kind: 'project' } }),
  },
  {
    id: 'memo.new',
    title: 'actions:newMemo',
    group: 'file',
    icon: NotebookPen,
    isEnabled: canChange,
    run: newMemo,
  },
  {
    id: 'memo.types',
    title: 'actions:memoTypes',
    group: 'file',
    icon: Tags,
    isEnabled: hasProject,
    run: openMemoTypes,
  },
  {
    id: 'project.check',
    title: 'actions:checkProject',
    group: 'file',
    icon: ShieldCheck,
    isEnabled: hasProject,
    run: checkProject,
  },
  {
    id: 'project.saveCopy',
    title: 'actions:saveCopy',
    group: 'file',
    icon: Copy,
    isEnabled: hasProject,
    run: openCopyDialog,
  },
  {
    id: 'project.compare',
    title: 'actions:compareCopy',
    group: 'file',
    icon: GitCompareArrows,
    isEnabled: hasProject,
    run: compareWithCopy,
  },
  {
    id: 'backups.take',
    title: 'actions:backUpNow',
    group: 'file',
    icon: Save,
    isEnabled: hasProject,
    run: async () => (await backupCommands()).backUpNow(),
  },
  {
    id: 'backups.restore',
    title: 'actions:restoreBackup',
    group: 'file',
    icon: ArchiveRestore,
    run: async () => (await backupCommands()).restoreFromBackup(),
  },
  {
    id: 'source.erase',
    title: 'actions:eraseForGood',
    group: 'file',
    icon: Eraser,
    isEnabled: canChange,
    run: () => openErasure({ kind: 'sources', ids: [] }),
  },
  {
    id: 'project.close',
    title: 'actions:closeProject',
    group: 'file',
    icon: X,
    isEnabled: hasProject,
    run: closeProject,
  },
];
