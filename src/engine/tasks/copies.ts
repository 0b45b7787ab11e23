import type { TaskHandlers } from '../context';
import { compareWith } from '../copies/compare';
import { saveCopy } from '../copies/save-copy';

export const copyTasks: Pick<TaskHandlers, 'project.saveCopy' | 'project.compare'> = {
  'project.saveCopy': ({ replace = false, ...wishes }, context) => saveCopy({ ...wishes, replace }, context),
  'project.compare': ({ path }, context) => compareWith(path, context),
};
