import { useEffect } from 'react';
import type { CodeSetRow } from '../../../contract/queries';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import { Chip } from '../../ui';
import { codesStore } from './codes-store';

let setsNow: readonly CodeSetRow[] = [];

/** The sets as the window knows them, for menus. */
export function knownSets(): readonly CodeSetRow[] {
  return setsNow;
}

/** The set whose codes the tree shows; null: it shows all. */
export function useChosenSet(): CodeSetRow | null {
  const { data } = useEngineQuery('codeSets.list', {});
  const setId = codesStore((store) => store.setId);
  useEffect(() => {
    setsNow = data ?? [];
  }, [data]);
  return data?.find(({ id }) => id === setId) ?? null;
}

/** Says above the tree that it shows one set only. */
export function SetChip({ set }: { readonly set: CodeSetRow }) {
  const { t } = useTranslation();
  return (
    <div className="code-filter__set">
      <Chip
        label={t('codes:sets.shown', { name: set.name, count: set.codeIds.length })}
        onRemove={() => codesStore.setState({ setId: null })}
        removeLabel={t('codes:sets.showAllCodes')}
      />
    </div>
  );
}
