import type { HistoryEntry } from '../../contract/queries';
import { listChangeSets } from '../../storage/change-log/change-sets';
import { labelOf } from '../command-path';
import type { QueryHandlers } from '../context';

export const historyQueries: QueryHandlers<'history.list' | 'session.state'> = {
  'session.state': (_, context) => context.session(),

  'history.list': (args, { database }) =>
    listChangeSets(database, args.limit ?? 500).map(
      (row): HistoryEntry => ({
        id: row.id,
        revision: row.revision,
        kind: row.kind,
        label: labelOf(row),
        coderName: row.coder_name ?? '',
        at: row.modified_at,
        state: row.state,
      }),
    ),
};
