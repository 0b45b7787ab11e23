import { ExpectedError } from '../../core/result';
import { changeSetAt } from '../../storage/change-log/change-sets';
import { type Changed, type ChangePath, rewriteEntry } from './entries';

/** Says, in one line, why an entry of the history was made; an empty line takes the reason off. */
export function explain(
  path: ChangePath,
  args: { readonly sequence: number; readonly why: string },
): Changed<null> {
  const { database } = path;
  return database.transaction(() => {
    const entry = changeSetAt(database, args.sequence);
    if (!entry) throw new ExpectedError('notFound', `The history has no entry ${args.sequence}.`);
    const why = args.why === '' ? null : args.why;
    if (why === entry.why) return { value: null, tables: null, gained: {}, recounted: [] };
    rewriteEntry(path, { ...entry, why });
    return { value: null, tables: {}, gained: {}, recounted: [] };
  });
}
