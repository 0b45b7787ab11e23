import { idsIn } from '../../editor/paint/coding-model';
import type { OpenDocument } from '../coding/open-documents';
import { openCodingsList } from './codings-list-store';

/** All codings at the caret or in the selection as a list that has the keyboard. */
export function listCodingsHere({ sourceId, surface }: OpenDocument): void {
  const span = surface.selection();
  const ids = surface.codings ? idsIn(surface.codings, span) : [];
  const edges = surface.edgesOf(span);
  if (ids.length > 0 && edges) openCodingsList({ sourceId, ids, at: edges.last, isHovered: false });
}
