import type { TaskHandlers } from '../context';

export const backupTasks: Pick<TaskHandlers, 'backups.take'> = {
  'backups.take': ({ ifDue = false }, { backups, signal }) => backups.take({ ifDue, signal }),
};
