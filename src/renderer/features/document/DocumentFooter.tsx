import { useEffect } from 'react';
import { useStore } from 'zustand';
import { setStatusPosition } from '../../app/status-store';
import { workspaceStore } from '../../app/workspace-store';
import type { CodingModel } from '../../editor/paint/coding-model';
import { formatNumber, useTranslation } from '../../i18n';
import type { OpenDocument } from '../coding/open-documents';
import { EditButton } from '../editing/EditButton';
import { TurnHere } from '../structure/TurnHere';
import { CodingsAtCaret } from './CodingsAtCaret';
import { ShownFilter } from './ShownFilter';
import type { DocumentViewStore } from './view-store';

export interface DocumentFooterProps {
  readonly open: OpenDocument;
  readonly model: CodingModel;
  readonly hiddenCount: number;
  readonly view: DocumentViewStore;
  readonly canChange: boolean;
}

/** Below a text: what stands at the caret, and whether something is hidden. */
export function DocumentFooter({ open, model, hiddenCount, view, canChange }: DocumentFooterProps) {
  const { t } = useTranslation();
  const { start, end } = useStore(view, (state) => state.selection);
  const { surface, sourceId } = open;
  const isInFront = workspaceStore(
    ({ activeTab }) => activeTab?.kind === 'document' && activeTab.sourceId === sourceId,
  );
  useEffect(() => {
    if (!isInFront) return;
    const { document } = surface;
    const paragraph = Math.max(1, document.paragraphsBefore(document.lineAt(start) + 1));
    const span = start === end ? formatNumber(start) : `${formatNumber(start)}–${formatNumber(end)}`;
    setStatusPosition(t('document:position', { paragraph: formatNumber(paragraph), span }));
    return () => setStatusPosition(null);
  }, [isInFront, surface, start, end, t]);

  return (
    <footer className="document-footer">
      <TurnHere open={open} view={view} canChange={canChange} />
      <CodingsAtCaret open={open} model={model} view={view} canChange={canChange} />
      <ShownFilter open={open} hiddenCount={hiddenCount} />
      {canChange && <EditButton sourceId={sourceId} />}
    </footer>
  );
}
