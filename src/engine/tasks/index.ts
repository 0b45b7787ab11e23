import type { FileHandlers, TaskHandlers } from '../context';
import { backupTasks } from './backups';
import { checkTasks } from './check';
import { copyTasks } from './copies';
import { editingTasks } from './editing';
import { exportTasks } from './exports';
import { historyExportTasks } from './history-export';
import { repair } from './repair';

/** Commands that write another file than the project. */
export const taskHandlers: TaskHandlers = {
  ...exportTasks,
  ...historyExportTasks,
  ...checkTasks,
  ...backupTasks,
  ...copyTasks,
  ...editingTasks,
};

/** Commands on files by their paths. */
export const fileHandlers: FileHandlers = { 'project.repair': repair };
