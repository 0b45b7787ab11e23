import type { ComparedTarget } from '../../../contract/copies';
import type { CodeId, QuotationId, SourceId } from '../../../core/ids';
import { openDialog } from '../../actions/dialog-store';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';

/** Shows what is meant in this project: a document at its place, a code in the inspector. */
export function openTarget(target: ComparedTarget): void {
  switch (target.kind) {
    case 'document':
      openTab({ kind: 'document', sourceId: target.id as SourceId });
      break;
    case 'code':
      inspect({ kind: 'code', id: target.id as CodeId });
      break;
    case 'quotation': {
      const { start, end } = target;
      const quotationId = target.id as QuotationId;
      inspect({ kind: 'quotation', id: quotationId });
      openTab(
        { kind: 'document', sourceId: target.sourceId as SourceId },
        { reveal: { start, end, quotationId } },
      );
      break;
    }
    case 'memo':
      openTab({ kind: 'memo', target: target.target });
      break;
    case 'project':
      openDialog('project');
  }
}
