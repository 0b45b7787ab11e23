import { useEffect, useMemo } from 'react';
import type { SourceId } from '../../../core/ids';
import { heldAnswer, useEngineQuery } from '../../client';
import { createDocumentText } from '../../editor/model/document-text';
import { useTranslation } from '../../i18n';
import { EmptyState, ErrorNote } from '../../ui';
import { editingStore } from '../editing/editing-store';
import { loadPane, paneStore } from './pane-store';
import './DocumentView.css';

/** Of more codings the text does not wait: they take the engine longer than a frame or two. */
const mostAwaited = 10_000;

/**
 * True from when it is known what stands beside the text, who speaks and how many lanes there are: else the text
 * would move when that comes, under the eyes of whoever has begun to read.
 */
function useBesideText(sourceId: SourceId): boolean {
  const structure = useEngineQuery('source.structure', { id: sourceId });
  const codings = useEngineQuery('source.codings', { id: sourceId });
  const row = heldAnswer('sources.tree', {})?.sources.find(({ id }) => id === sourceId);
  const isLong = (row?.codings ?? 0) > mostAwaited;
  return !structure.isLoading && (isLong || !codings.isLoading);
}

/** A document to read and code. */
export function DocumentView({ sourceId }: { readonly sourceId: SourceId }) {
  const { t } = useTranslation();
  const { data, error } = useEngineQuery('source.text', { id: sourceId });
  const { pane: DocumentPane, error: loadError } = paneStore();
  useEffect(loadPane, []);
  const text = data?.text;
  const document = useMemo(() => (text === undefined ? null : createDocumentText(text)), [text]);
  const isKnown = useBesideText(sourceId);
  const edit = editingStore(({ edits }) => edits[sourceId]);
  if (edit) return <edit.Pane session={edit.session} />;
  if (loadError) throw loadError;
  if (error) return <ErrorNote error={error} />;
  if (!data || !document || !DocumentPane || !isKnown)
    return <div className="document-view" aria-busy="true" />;
  if (document.positions.length === 0) return <EmptyState title={t('document:empty')} />;
  return (
    <DocumentPane
      key={sourceId}
      sourceId={sourceId}
      name={data.source.name}
      document={document}
      sha256={data.sha256}
    />
  );
}
