import { countChangeSets } from '../../storage/change-log/change-sets';
import { initialsOfCoders } from '../../storage/copies/coder-names';
import { estimateCopySizes } from '../../storage/copies/copy-facts';
import { listCoders } from '../../storage/repositories/coders';
import type { QueryHandlers } from '../context';

export const copyQueries: QueryHandlers<'project.copyOutlook'> = {
  'project.copyOutlook': (_, { database }) => {
    const initials = initialsOfCoders(database);
    return {
      ...estimateCopySizes(database),
      entries: countChangeSets(database),
      coders: listCoders(database).map(({ name }) => ({ name, initials: initials.get(name) ?? name })),
    };
  },
};
