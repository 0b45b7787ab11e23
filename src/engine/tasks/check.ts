import { findProblems } from '../../storage/integrity';
import { countAll } from '../../storage/repositories/project';
import type { TaskHandlers } from '../context';

export const checkTasks: Pick<TaskHandlers, 'project.check'> = {
  'project.check': (_, { database, platform }) => {
    const problems = findProblems(database, platform.sha256);
    const { documents, codes, quotations, codings } = countAll(database);
    const changeSets = database.prepare('SELECT count(*) FROM change_set').value<number>() ?? 0;
    return {
      isSound: problems.length === 0,
      problems,
      checked: { documents, codes, quotations, codings, changeSets },
    };
  },
};
