import { countChangeSets } from '../../storage/change-log/change-sets';
import { findProblems } from '../../storage/integrity';
import { countAll } from '../../storage/repositories/project';
import type { TaskHandlers } from '../context';

export const checkTasks: Pick<TaskHandlers, 'project.check'> = {
  'project.check': (_, { database, platform }) => {
    const problems = findProblems(database, platform.sha256);
    const { documents, codes, quotations, codings } = countAll(database);
    const changeSets = countChangeSets(database);
    return {
      isSound: problems.length === 0,
      problems,
      checked: { documents, codes, quotations, codings, changeSets },
    };
  },
};
