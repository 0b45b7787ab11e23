import { useMemo } from 'react';
import type { CodeRow, SourceRow } from '../../../contract/queries';
import type { CooccurrenceQuery } from '../../../core/cooccurrence';
import { useEngineQuery } from '../../client';
import { type Choices, queryOf } from './choices';

export interface Question {
  /** Undefined until it is known which documents and codes there are. */
  readonly query: CooccurrenceQuery | undefined;
  /** The choices without what has been deleted since. */
  readonly choices: Choices;
  readonly sources: readonly SourceRow[];
  readonly codes: readonly CodeRow[];
}

const noSources: readonly SourceRow[] = [];
const noCodes: readonly CodeRow[] = [];

/** The question as it can be asked now: a filter must not name what is no longer there. */
export function useQuestion(choices: Choices): Question {
  const tree = useEngineQuery('sources.tree', {}).data;
  const codes = useEngineQuery('codes.tree', {}).data;
  return useMemo(() => {
    const sources = tree?.sources ?? noSources;
    const known: Choices = {
      ...choices,
      sourceIds: stillThere(choices.sourceIds, sources),
      codeIds: stillThere(
        choices.codeIds,
        (codes ?? noCodes).filter(({ isCodable }) => isCodable || choices.withSubcodes),
      ),
    };
    return {
      query: tree && codes ? queryOf(known) : undefined,
      choices: known,
      sources,
      codes: codes ?? noCodes,
    };
  }, [choices, tree, codes]);
}

/** Null where the filter lets everything through, or all that it named has gone. */
function stillThere<T extends string>(
  chosen: readonly T[] | null,
  rows: readonly { readonly id: T }[],
): readonly T[] | null {
  if (chosen === null) return null;
  const known = rows.map(({ id }) => id).filter((id) => chosen.includes(id));
  const hasLostAll = chosen.length > 0 && known.length === 0;
  return hasLostAll || known.length === rows.length ? null : known;
}
