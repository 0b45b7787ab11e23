import { salvageProject } from '../../storage/salvage';
import type { FileHandlers } from '../context';

/** Saves all that can be read from a damaged project file into a new one; the damaged one is only read. */
export const repair: FileHandlers['project.repair'] = async ({ path, to }, context) => {
  const { platform, signal } = context;
  const { sha256, clock, newId } = platform;
  const salvage = await salvageProject({
    path,
    to,
    files: platform.files,
    runtime: await platform.loadSqlite(),
    tools: { sha256, clock, newId },
    createdWith: `Emic ${platform.appVersion}`,
    pulse: async () => {
      // What waits at the door comes in: a cancel above all.
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
    },
  });
  return { path: to, ...salvage };
};
