import { ArrowUpRight, List, NotebookPen } from 'lucide-react';
import { useMemo } from 'react';
import type { QueryResult, SourceRow } from '../../../contract/queries';
import { countByCode } from '../../../core/document-marks';
import type { SourceId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { formatDateTime, formatNumber, useTranslation } from '../../i18n';
import { IconButton } from '../../ui';
import { Backlinks, MemoEditor } from '../memos';
import { ContentsSection } from '../structure/ContentsSection';
import { SpeakersSection } from '../structure/SpeakersSection';
import { CodeLine } from './CodeLine';
import { EditableName } from './EditableName';
import { Gone } from './Gone';
import { Facts, Section } from './Section';
import { useCodeMap } from './use-code-map';

/** A document: its name, its size, its memo, the codes in it. */
export function SourceInspector({ id }: { readonly id: SourceId }) {
  const { t } = useTranslation();
  const isReadOnly = useOpenSession()?.readOnly !== null;
  const { data: tree } = useEngineQuery('sources.tree', {});
  const { data: coders } = useEngineQuery('coders.list', {});
  if (!tree) return null;
  const source = tree.sources.find((row) => row.id === id);
  if (!source) return <Gone />;
  const coder = coders?.find((row) => row.id === source.coderId)?.name;
  const folder = folderPath(source, tree.folders);
  return (
    <div className="inspector__body">
      <header className="inspector__head">
        <p className="inspector__kind">{folder || t('inspector:source.title')}</p>
        <IconButton
          icon={NotebookPen}
          label={t('inspector:memoBeside')}
          onClick={() => openTab({ kind: 'memo', target: { kind: 'source', id } }, { split: 'right' })}
        />
        <IconButton
          icon={List}
          label={t('inspector:source.allQuotations')}
          onClick={() => openTab({ kind: 'quotations', sourceId: id })}
        />
        <IconButton
          icon={ArrowUpRight}
          label={t('inspector:source.open')}
          onClick={() => openTab({ kind: 'document', sourceId: id })}
        />
      </header>
      <div className="inspector__name">
        <EditableName
          value={source.name}
          label={t('inspector:source.name')}
          isReadOnly={isReadOnly}
          onRename={async (name) => (await runOrTell('source.rename', { id, name })) !== null}
        />
      </div>
      <Section title={t('inspector:details')}>
        <Facts
          rows={[
            { name: t('inspector:facts.length'), value: t('characters', { count: source.characters }) },
            { name: t('inspector:facts.quotations'), value: formatNumber(source.quotations) },
            { name: t('inspector:facts.codings'), value: formatNumber(source.codings) },
            { name: t('inspector:facts.imported'), value: formatDateTime(source.createdAt) },
            ...(coder ? [{ name: t('inspector:facts.by'), value: coder }] : []),
          ]}
        />
      </Section>
      <Section title={t('inspector:memo')}>
        <MemoEditor target={{ kind: 'source', id }} label={t('memos:memoOn', { name: source.name })} />
      </Section>
      <Backlinks
        reference={{ kind: 'source', id }}
        within={(list) => <Section title={t('memos:linkedFrom')}>{list}</Section>}
      />
      <SpeakersSection id={id} canChange={!isReadOnly} />
      <ContentsSection id={id} />
      <CodesHere id={id} />
    </div>
  );
}

/** The codes in a document, most frequent first; each opens its quotations there. */
function CodesHere({ id }: { readonly id: SourceId }) {
  const { t } = useTranslation();
  const codes = useCodeMap();
  const { data } = useEngineQuery('source.codings', { id });
  const counts = useMemo(() => data && [...countByCode(data)].sort((a, b) => b[1] - a[1]), [data]);
  if (!counts || !codes || counts.length === 0) return null;
  return (
    <Section
      title={t('inspector:source.codesHere')}
      aside={<span className="inspector__aside">{formatNumber(counts.length)}</span>}
    >
      <ul className="code-lines" aria-label={t('inspector:source.codesHere')}>
        {counts.map(([codeId, count]) => {
          const code = codes.get(codeId);
          if (!code) return null;
          return (
            <CodeLine
              key={codeId}
              name={code.name}
              color={code.color}
              path={code.path}
              onOpen={() => inspect({ kind: 'code', id: codeId })}
            >
              {t('codings', { count })}
            </CodeLine>
          );
        })}
      </ul>
    </Section>
  );
}

function folderPath(source: SourceRow, folders: QueryResult<'sources.tree'>['folders']): string {
  const names: string[] = [];
  const seen = new Set<string>();
  let at = source.folderId;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const folder = folders.find(({ id }) => id === at);
    if (!folder) break;
    names.unshift(folder.name);
    at = folder.parentId;
  }
  return names.join(' > ');
}
