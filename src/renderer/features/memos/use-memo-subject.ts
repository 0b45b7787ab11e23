import type { MemoTarget } from '../../../core/entities';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery, useOpenSession } from '../../client';

/** What a memo is on, for a heading above it. */
export interface MemoSubject {
  /** A document's or code's name, the project's name; for a quotation the document that it is in. */
  readonly title: string;
  /** The quotation's words. */
  readonly quote: string | null;
  readonly color: string | null;
  /** Goes there: opens the document at the place, or shows the code in the inspector. */
  readonly open: (() => void) | null;
}

/** Undefined while it is not known, and for a target that is no longer there. */
export function useMemoSubject(target: MemoTarget): MemoSubject | undefined {
  const session = useOpenSession();
  const { data: tree } = useEngineQuery('sources.tree', {}, { enabled: target.kind === 'source' });
  const { data: codes } = useEngineQuery(
    'codes.tree',
    {},
    { enabled: target.kind === 'code' || target.kind === 'quotation' },
  );
  const quotationId = target.kind === 'quotation' ? target.id : null;
  const { data: quotation } = useEngineQuery(
    'quotation.detail',
    { id: quotationId ?? ('' as never) },
    {
      enabled: quotationId !== null,
    },
  );

  switch (target.kind) {
    case 'project':
      return session ? { title: session.project.name, quote: null, color: null, open: null } : undefined;
    case 'source': {
      const source = tree?.sources.find(({ id }) => id === target.id);
      const open = () => {
        openTab({ kind: 'document', sourceId: target.id });
        inspect({ kind: 'source', id: target.id });
      };
      return source && { title: source.name, quote: null, color: null, open };
    }
    case 'code': {
      const code = codes?.find(({ id }) => id === target.id);
      const open = () => inspect({ kind: 'code', id: target.id });
      return code && { title: code.path, quote: null, color: code.color, open };
    }
    case 'quotation': {
      if (!quotation) return undefined;
      const { sourceId, start, end, sourceName, text } = quotation;
      const firstCode = quotation.codings[0]?.codeId;
      const open = () => {
        openTab({ kind: 'document', sourceId }, { reveal: { start, end, quotationId: target.id } });
        inspect({ kind: 'quotation', id: target.id });
      };
      const color = codes?.find(({ id }) => id === firstCode)?.color ?? null;
      return { title: sourceName, quote: text, color, open };
    }
  }
}
