import type { TaskHandlers } from '../context';
import { checkTasks } from './check';
import { exportTasks } from './exports';

/** Commands that write another file than the project. */
export const taskHandlers: TaskHandlers = { ...exportTasks, ...checkTasks };
