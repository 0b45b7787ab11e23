import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MemoReference } from '../../../../core/memo-content';
import { quoteLine } from '../../../../core/text';
import { inspect } from '../../../app/inspector-store';
import { openTab } from '../../../app/workspace-store';
import { fetchQuery, useEngineQuery } from '../../../client';
import { useTranslation } from '../../../i18n';
import { classNames, Swatch } from '../../../ui';

const shownWords = 60;

/** Goes to what a link leads to; a gone target stays where it is. */
export async function openReference(reference: MemoReference): Promise<void> {
  switch (reference.kind) {
    case 'code':
      return inspect({ kind: 'code', id: reference.id });
    case 'source':
      inspect({ kind: 'source', id: reference.id });
      return openTab({ kind: 'document', sourceId: reference.id });
    case 'quotation': {
      const quotation = await fetchQuery('quotation.detail', { id: reference.id }).catch(() => null);
      if (!quotation) return;
      const { sourceId, start, end, id } = quotation;
      inspect({ kind: 'quotation', id });
      openTab({ kind: 'document', sourceId }, { reveal: { start, end, quotationId: id } });
    }
  }
}

/** The words of a link, as the project has them now. */
export function ReferenceLink({ reference }: { readonly reference: MemoReference }) {
  switch (reference.kind) {
    case 'code':
      return <CodeLink reference={reference} />;
    case 'source':
      return <SourceLink reference={reference} />;
    case 'quotation':
      return <QuotationLink reference={reference} />;
  }
}

type Of<K extends MemoReference['kind']> = { readonly reference: MemoReference & { readonly kind: K } };

function CodeLink({ reference }: Of<'code'>) {
  const { data } = useEngineQuery('codes.tree', {});
  const code = data?.find(({ id }) => id === reference.id);
  return (
    <Face reference={reference} isGone={data !== undefined && !code} title={code?.path}>
      {code && <Swatch color={code.color} />}
      {code?.name}
    </Face>
  );
}

function SourceLink({ reference }: Of<'source'>) {
  const { data } = useEngineQuery('sources.tree', {});
  const source = data?.sources.find(({ id }) => id === reference.id);
  return (
    <Face reference={reference} isGone={data !== undefined && !source}>
      <FileText size={13} strokeWidth={1.5} aria-hidden />
      {source?.name}
    </Face>
  );
}

function QuotationLink({ reference }: Of<'quotation'>) {
  const { data, error } = useEngineQuery('quotation.detail', { id: reference.id });
  const place = data && `${data.sourceName}, ${data.start}–${data.end}`;
  return (
    <Face reference={reference} isGone={error !== null} title={place}>
      {data && `“${quoteLine(data.text, shownWords)}”`}
    </Face>
  );
}

interface FaceProps {
  readonly reference: MemoReference;
  readonly isGone: boolean;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

function Face({ reference, isGone, title, children }: FaceProps) {
  const { t } = useTranslation();
  if (isGone) return <span className="memo-link is-gone">{t(`memos:gone.${reference.kind}`)}</span>;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the editor has the keys: chosen by arrows, Enter opens it
    // biome-ignore lint/a11y/useSemanticElements: an anchor would be one of the text that is edited
    <span
      role="link"
      tabIndex={-1}
      className={classNames('memo-link', `memo-link--${reference.kind}`)}
      title={title}
      onClick={() => void openReference(reference)}
    >
      {children}
    </span>
  );
}
