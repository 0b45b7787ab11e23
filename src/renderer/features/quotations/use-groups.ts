import { useMemo, useState } from 'react';
import type { QuotationIndex } from '../../../contract/quotation-list';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import type { Grouping } from './quotation-lines';

/** The groups of a list: their order, names, and which are closed. */
export interface Groups {
  readonly order: readonly number[];
  readonly closed: ReadonlySet<number>;
  nameOf(group: number): string;
  toggle(group: number): void;
}

export function useGroups(index: QuotationIndex | undefined, grouping: Grouping): Groups {
  const { t } = useTranslation();
  const { data: codes } = useEngineQuery('codes.tree', {});
  const { data: sources } = useEngineQuery('sources.tree', {});
  const { data: coders } = useEngineQuery('coders.list', {});
  // By name, because numbers change with every answer.
  const [closedIds, setClosedIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const { codeIds = [], sourceIds = [], coderIds = [] } = index ?? {};
    const ids: readonly string[] = { none: [], code: codeIds, document: sourceIds, coder: coderIds }[
      grouping
    ];
    const things: readonly { readonly id: string; readonly name: string; readonly path?: string }[] =
      { none: [], code: codes, document: sources?.sources, coder: coders }[grouping] ?? [];
    const places = new Map(ids.map((id, place) => [id, place]));
    const names = new Map(things.map(({ id, name, path }) => [id, path ?? name]));
    const closed = new Set<number>();
    for (const id of closedIds) closed.add(id === '' ? -1 : (places.get(id) ?? -2));
    return {
      order: things.flatMap(({ id }) => places.get(id) ?? []),
      closed,
      nameOf: (group) =>
        group < 0 ? t('quotations:noCode') : (names.get(ids[group] ?? '') ?? t('quotations:gone')),
      toggle: (group) => {
        const id = ids[group] ?? '';
        setClosedIds((before) => {
          const next = new Set(before);
          if (!next.delete(id)) next.add(id);
          return next;
        });
      },
    };
  }, [index, grouping, codes, sources, coders, closedIds, t]);
}
