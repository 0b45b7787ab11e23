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
    { enabled: target.kind === 'code' || target.kind === 'quotation' || target.kind === 'coding' },
  );
  const { data: coding } = useEngineQuery(
    'coding.place',
    { id: target.kind === 'coding' ? target.id : ('' as never) },
    { enabled: target.kind === 'coding' },
  );
  const quotationId = target.kind === 'quotation' ? target.id : (coding?.quotationId ?? null);
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
    case 'coding':
    case 'quotation': {
      if (!quotation) return undefined;
      const { sourceId, start, end, sourceName, text } = quotation;
      const ofCoding = target.kind === 'coding' ? target.id : undefined;
      const codeId = coding?.codeId ?? quotation.codings[0]?.codeId;
      const code = codes?.find(({ id }) => id === codeId);
      const open = () => {
        openTab({ kind: 'document', sourceId }, { reveal: { start, end, quotationId: quotation.id } });
        inspect({ kind: 'quotation', id: quotation.id, codingId: ofCoding });
      };
      const title = ofCoding && code ? code.path : sourceName;
      return { title, quote: text, color: code?.color ?? null, open };
    }
    case 'free':
      return { title: '', quote: null, color: null, open: null };
  }
}
