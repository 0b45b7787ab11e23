import {
  BookMarked,
  FileDown,
  FilePlus2,
  FileText,
  FolderInput,
  FolderOpen,
  Grid3x3,
  Library,
  PencilLine,
  Quote,
  ShieldCheck,
  X,
} from 'lucide-react';
import { openTab } from '../app/workspace-store';
import { importChosenFiles, importChosenFolder } from '../features/documents/import-documents';
import { openExportDialog } from '../features/export/export-store';
import { checkProject } from '../features/project/check-project';
import { closeProject, newProject, openProject, openSample } from '../features/project/project-commands';
import { type Action, canChange, hasProject } from './action';
import { openDialog } from './dialog-store';

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
    id: 'project.check',
    title: 'actions:checkProject',
    group: 'file',
    icon: ShieldCheck,
    isEnabled: hasProject,
    run: checkProject,
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
