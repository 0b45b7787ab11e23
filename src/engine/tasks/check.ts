import { ExpectedError } from '../../core/result';
import { countChangeSets } from '../../storage/change-log/change-sets';
import { findProblems } from '../../storage/integrity';
import { countAll, readRevision } from '../../storage/repositories/project';
import type { PrepareContext, TaskHandlers } from '../context';

/** After so many beginnings anew the check goes through in one piece: somebody works without a pause. */
const mostBeginnings = 5;

export const checkTasks: Pick<TaskHandlers, 'project.check'> = {
  'project.check': async (_, context) => {
    const { database } = context;
    let problems: readonly string[] | null = null;
    for (let beginning = 1; problems === null; beginning += 1) {
      problems = await problemsOfOneState(context, beginning >= mostBeginnings);
    }
    const { documents, codes, quotations, codings } = countAll(database);
    const changeSets = countChangeSets(database);
    return {
      isSound: problems.length === 0,
      problems,
      checked: { documents, codes, quotations, codings, changeSets },
    };
  },
};

/** Null when the project was changed in between: what was found would be of two states. */
async function problemsOfOneState(
  { database, platform, signal, progress, session }: PrepareContext,
  inOnePiece: boolean,
): Promise<readonly string[] | null> {
  const revision = readRevision(database);
  const { path } = database;
  const problems: string[] = [];
  let steps = 0;
  for (const problem of findProblems(database, platform.sha256)) {
    if (problem !== null) problems.push(problem);
    else {
      steps += 1;
      progress(steps, null, '');
      if (inOnePiece) continue;
      // Between two steps others have their turn, and whoever asked may change their mind.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      const now = session();
      if (now.state !== 'open' || now.path !== path) {
        throw new ExpectedError('cancelled', 'The project was closed while it was checked.');
      }
      if (readRevision(database) !== revision) return null;
    }
  }
  return problems;
}
