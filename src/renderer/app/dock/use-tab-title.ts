import type { QueryResult } from '../../../contract/queries';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import type { Tab } from '../workspace-store';

interface TabTitle {
  readonly title: string;
  /** Of the code that the tab is about. */
  readonly color?: string | undefined;
}

/** What a tab is called: the thing's own name, which may change while it is open. */
export function useTabTitle(tab: Tab): TabTitle {
  const { t } = useTranslation();
  const { data: sources } = useEngineQuery('sources.tree', {});
  const { data: codes } = useEngineQuery('codes.tree', {});
  const target = tab.kind === 'memo' ? tab.target : ({ kind: 'project' } as const);
  const { data: free } = useEngineQuery('memo.on', { target }, { enabled: target.kind === 'free' });
  switch (tab.kind) {
    case 'document':
      return { title: sourceName(sources, tab.sourceId) ?? (sources ? t('deletedDocument') : '…') };
    case 'quotations': {
      const code = codes?.find(({ id }) => id === tab.codeId);
      const codeName = (id: string) => codes?.find((each) => each.id === id)?.name ?? '…';
      if (tab.cell) {
        const name = `${codeName(tab.cell.row)} × ${codeName(tab.cell.column)}`;
        return { title: t('tabs.quotationsOf', { name }) };
      }
      const document = sourceName(sources, tab.sourceId);
      const place = document && tab.span ? t('tabs.passage', { document, ...tab.span }) : document;
      const name = tab.codeId ? code?.name : place;
      return { title: name ? t('tabs.quotationsOf', { name }) : t('tabs.quotations'), color: code?.color };
    }
    case 'memo': {
      const { target } = tab;
      const name =
        target.kind === 'code'
          ? codes?.find(({ id }) => id === target.id)?.name
          : target.kind === 'source'
            ? sourceName(sources, target.id)
            : target.kind === 'project'
              ? t('tabs.project')
              : t('tabs.quotation');
      if (target.kind === 'free') return { title: free?.title || t('tabs.freeMemo') };
      if (target.kind === 'coding') return { title: t('tabs.memo', { name: t('tabs.coding') }) };
      return { title: t('tabs.memo', { name: name ?? '' }) };
    }
    case 'split': {
      const code = codes?.find(({ id }) => id === tab.codeId);
      return { title: t('tabs.split', { name: code?.name ?? '' }), color: code?.color };
    }
    case 'comparison':
      return { title: t('tabs.comparison', { name: tab.path.split(/[/\\]/).at(-1) ?? tab.path }) };
    default:
      return { title: t(`tabs.${tab.kind}`) };
  }
}

function sourceName(
  tree: QueryResult<'sources.tree'> | undefined,
  id: string | undefined,
): string | undefined {
  return tree?.sources.find((source) => source.id === id)?.name;
}
