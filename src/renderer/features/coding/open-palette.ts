import type { TextSpan } from '../../../core/text';
import { openCodePalette } from './code-palette-store';
import type { OpenDocument } from './open-documents';

/** Opens the list of codes beside a passage, which is selected so that it is plain what is coded. */
export function openPalette({ sourceId, surface }: OpenDocument, span: TextSpan | null, query = ''): void {
  if (!span) return;
  const { start, end } = surface.selection();
  if (start !== span.start || end !== span.end) surface.select(span);
  openCodePalette({ kind: 'apply', sourceId, span }, query);
}
