import type { CheckedArgs, CommandResult, NoteName } from '../contract/commands';
import type { CoderId, DraftId } from '../core/ids';
import { deleteDraft, writeDraft } from '../storage/repositories/drafts';
import type { Database } from '../storage/sqlite/types';
import { knownSource } from './commands/sources';
import type { Platform } from './platform';
import { type ChangeRun, refuseReadOnly, watched } from './run-change';

interface NoteContext {
  readonly database: Database;
  readonly platform: Platform;
  readonly coderId: CoderId | '';
}

/** What is kept in the project file without being part of the project: no history knows it, no undo takes it back. */
const notes: {
  readonly [K in NoteName]: (args: CheckedArgs<K>, context: NoteContext) => CommandResult<K>;
} = {
  'draft.save': (args, { database, platform, coderId }) => {
    knownSource(database, args.sourceId);
    writeDraft(database, {
      id: platform.newId<DraftId>(),
      sourceId: args.sourceId,
      coderId: coderId as CoderId,
      baseTextSha256: args.baseSha256,
      start: args.start,
      removed: args.removed,
      inserted: args.inserted,
      spans: JSON.stringify(args.changes),
      modifiedAt: platform.clock(),
    });
    return null;
  },
  'draft.discard': ({ sourceId }, { database }) => {
    deleteDraft(database, sourceId);
    return null;
  },
};

/** One note, on disk when its reply arrives. */
export function runNote(run: Omit<ChangeRun, 'prepare' | 'emit' | 'door'>): Promise<unknown> {
  const { session, platform, watch, inTurn, name, args } = run;
  return inTurn(() => {
    session.notice();
    watch.attend();
    const project = session.project();
    refuseReadOnly(project);
    const state = session.state();
    const context = { database: project.database, platform, coderId: state.coder?.id ?? '' } as const;
    const note = notes[name as NoteName] as (args: never, context: NoteContext) => unknown;
    return watched(run, project, () => project.database.transaction(() => note(args, context)));
  });
}
