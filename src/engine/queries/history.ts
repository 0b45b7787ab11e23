import { countChangeSets } from '../../storage/change-log/change-sets';
import type { QueryHandlers } from '../context';
import { codeBiography } from './code-biography';
import { historyDetail } from './history-detail';
import { documentsOfEntry, findEntries, newestEntries, readEntries } from './history-entries';
import { historySubjects } from './history-subjects';

export const historyQueries: QueryHandlers<
  | 'history.list'
  | 'history.outline'
  | 'history.entry'
  | 'history.documents'
  | 'history.subjects'
  | 'code.biography'
  | 'session.state'
> = {
  'session.state': (_, context) => context.session(),

  'history.list': ({ limit, ...search }, { database }) =>
    readEntries(database, newestEntries(database, search, limit ?? 500)),

  'history.outline': (search, { database }) => {
    const found = findEntries(database, search);
    return {
      all: countChangeSets(database),
      sequences: Int32Array.from(found, ([sequence]) => sequence),
      times: Float64Array.from(found, ([, at]) => Date.parse(at)),
    };
  },

  'history.documents': ({ sequence }, { database }) => documentsOfEntry(database, sequence),

  'history.entry': (args, context) => historyDetail(context, args.sequence),

  'history.subjects': (_, { database }) => historySubjects(database),

  'code.biography': (args, { database }) => codeBiography(database, args.id),
};
