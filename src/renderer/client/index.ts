export { activityStore } from './activity-store';
export { engine, type Progress, type RunOptions } from './engine-client';
export { askAhead, fetchQuery, heldAnswer, queryClient } from './query-client';
export { run, runOrTell } from './run';
export { runTask } from './run-task';
export {
  currentSession,
  followEngine,
  sessionStore,
  shownProject,
  takeSession,
  useOpenSession,
  useSession,
} from './session-store';
export { shell } from './shell';
export { type RunningTask, taskStore, withTask } from './task-store';
export { noteUsable, usable } from './usable';
export { type EngineAnswer, type EngineQueryOptions, useEngineQuery } from './use-engine-query';
