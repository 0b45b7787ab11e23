import { openTab } from '../../app/workspace-store';
import { idsIn } from '../../editor/paint/coding-model';
import type { OpenDocument } from '../coding/open-documents';
import { passageToCode } from '../coding/selection-moves';
import { openCodingsList } from './codings-list-store';

/** All codings at the caret or in the selection as a list that has the keyboard. */
export function listCodingsHere({ sourceId, surface }: OpenDocument): void {
  const span = surface.selection();
  const ids = surface.codings ? idsIn(surface.codings, span) : [];
  const edges = surface.edgesOf(span);
  if (ids.length > 0 && edges) openCodingsList({ sourceId, ids, at: edges.last, isHovered: false });
}

/** The quotations that share something with the selection, in a tab: to be read in context, sorted, recoded. */
export function listQuotationsHere(document: OpenDocument): void {
  const span = passageToCode(document);
  if (!span) return;
  const { start, end } = span;
  openTab({ kind: 'quotations', sourceId: document.sourceId, span: { start, end } });
}
