import {
  BookOpen,
  Eye,
  EyeOff,
  Folder,
  FolderPlus,
  FolderTree,
  Merge,
  PaintBucket,
  Palette,
  PencilLine,
  Plus,
  Quote,
  Split,
  StickyNote,
  Tag,
  Trash2,
} from 'lucide-react';
import type { CodeId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import { revealInCodebook } from '../codebook/codebook-store';
import { applyCodes } from '../coding/coding-commands';
import { activeDocument } from '../coding/open-documents';
import { selectedPassage } from '../coding/passage';
import { openSplit } from '../split/split-store';
import { createCodeIn, deleteCodes } from './code-commands';
import type { CodesModel } from './codes-model';
import { codesStore } from './codes-store';
import { setsEntry } from './set-menu';
import { statusEntry } from './status-menu';
import { setHidden, showAll, showOnly, visibilityStore } from './visibility-store';

interface CodeMenuOptions {
  readonly model: CodesModel;
  readonly ids: readonly CodeId[];
  readonly canEdit: boolean;
  readonly startRenaming: (id: CodeId) => void;
}

/** What can be done with the chosen codes; for none, with the tree itself. */
export function codeMenu(options: CodeMenuOptions): readonly MenuEntry[] {
  const { model, ids, canEdit } = options;
  const [id] = ids;
  const code = id === undefined ? undefined : model.tree.get(id);
  if (!code) return newEntries(model, null, canEdit);
  const isOne = ids.length === 1;
  return [
    ...(canEdit ? applyingEntries(model, ids) : []),
    ...(isOne ? readingEntries(code.id) : []),
    ...(isOne ? [{ type: 'separator' } as const] : []),
    ...visibilityEntries(model, ids),
    ...(canEdit ? editingEntries(options, code.id) : []),
  ];
}

/** What a hand that comes from the text looks for first; only while something is selected there. */
function applyingEntries(model: CodesModel, ids: readonly CodeId[]): readonly MenuEntry[] {
  const document = activeDocument();
  const span = document && selectedPassage(document);
  const codeIds = ids.filter((id) => model.tree.get(id)?.isCodable);
  if (!span || codeIds.length === 0) return [];
  return [
    {
      label: t('codes:applyToSelection'),
      icon: Tag,
      onSelect: () => void applyCodes({ sourceId: document.sourceId, span, codeIds }),
    },
    { type: 'separator' },
  ];
}

function newEntries(model: CodesModel, parentId: CodeId | null, canEdit: boolean): readonly MenuEntry[] {
  // Folders hold codes, not the other way round: that of a code stands beside it.
  const parent = parentId === null ? undefined : model.tree.get(parentId);
  const folderParent = parent?.isCodable ? parent.parentId : parentId;
  return [
    {
      label: t(parentId ? 'codes:newSubcode' : 'codes:new'),
      icon: Plus,
      isEnabled: canEdit,
      onSelect: () => void createCodeIn(model, parentId),
    },
    {
      label: t('codes:newFolder'),
      icon: FolderPlus,
      isEnabled: canEdit,
      onSelect: () => void createCodeIn(model, folderParent, false),
    },
  ];
}

function readingEntries(id: CodeId): readonly MenuEntry[] {
  return [
    {
      label: t('codes:quotations'),
      icon: Quote,
      onSelect: () => openTab({ kind: 'quotations', codeId: id }),
    },
    { label: t('codes:definition'), icon: BookOpen, onSelect: () => revealInCodebook(id) },
    {
      label: t('codes:memo'),
      icon: StickyNote,
      onSelect: () => openTab({ kind: 'memo', target: { kind: 'code', id } }),
    },
  ];
}

function visibilityEntries(model: CodesModel, ids: readonly CodeId[]): readonly MenuEntry[] {
  const { hiddenCodeIds } = visibilityStore.getState();
  const areHidden = ids.every((id) => hiddenCodeIds.has(id));
  const withBelow = [
    ...new Set(ids.flatMap((id) => [id, ...model.tree.descendants(id).map((code) => code.id)])),
  ];
  const all = model.tree.flattened.map((code) => code.id);
  return [
    {
      label: t(areHidden ? 'codes:show' : 'codes:hide'),
      icon: areHidden ? Eye : EyeOff,
      onSelect: () => setHidden(withBelow, !areHidden),
    },
    {
      label: t('codes:showOnly', { count: ids.length }),
      icon: Eye,
      onSelect: () => showOnly(withBelow, all),
    },
    ...(hiddenCodeIds.size > 0 ? [{ label: t('codes:showAll'), icon: Eye, onSelect: showAll }] : []),
  ];
}

function editingEntries({ model, ids, startRenaming }: CodeMenuOptions, id: CodeId): readonly MenuEntry[] {
  const code = model.tree.get(id);
  const isOne = ids.length === 1;
  const oneOnly: readonly MenuEntry[] = [
    ...newEntries(model, id, true),
    { type: 'separator' },
    { label: t('rename'), icon: PencilLine, shortcut: 'F2', onSelect: () => startRenaming(id) },
    {
      label: t('codes:changeColor'),
      icon: Palette,
      onSelect: () => codesStore.setState({ coloringId: id }),
    },
    ...(code && model.tree.children(id).length > 0
      ? [
          {
            label: t('codes:colorBranch'),
            icon: PaintBucket,
            onSelect: () =>
              void runOrTell('code.recolor', { ids: [id], color: code.color, withSubcodes: true }),
          },
        ]
      : []),
    {
      label: t(code?.isCodable ? 'codes:makeFolder' : 'codes:makeCode'),
      icon: code?.isCodable ? Folder : Tag,
      onSelect: () => void runOrTell('code.update', { id, isCodable: !code?.isCodable }),
    },
  ];
  return [
    { type: 'separator' },
    ...(isOne ? oneOnly : []),
    statusEntry(model, ids),
    setsEntry(ids),
    ...(isOne && code?.isCodable
      ? [
          {
            label: t('codes:split'),
            icon: Split,
            isEnabled: code.codings > 0,
            onSelect: () => openSplit(id),
          },
        ]
      : []),
    {
      label: t('codes:move'),
      icon: FolderTree,
      onSelect: () => codesStore.setState({ movingIds: ids }),
    },
    { label: t('codes:merge'), icon: Merge, onSelect: () => codesStore.setState({ mergingIds: ids }) },
    { type: 'separator' },
    {
      label: t('codes:delete'),
      icon: Trash2,
      shortcut: 'Delete',
      danger: true,
      onSelect: () => void deleteCodes(model, ids),
    },
  ];
}
