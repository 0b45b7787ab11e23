import type { CheckedArgs } from '../../contract/commands';
import type { HistoryEntry } from '../../contract/history';
import { entryInEnglish } from '../../contract/past-labels';
import type { HistoryRow } from '../../formats';
import { revertedEntries } from '../../storage/change-log/history-query';
import { touchedCodes, touchedSources } from '../../storage/change-log/history-subjects';
import { listCoders } from '../../storage/repositories/coders';
import { readProject } from '../../storage/repositories/project';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { PrepareContext, TaskHandlers } from '../context';
import { findEntries, readEntries } from '../queries/history-entries';
import { historySubjects } from '../queries/history-subjects';
import { writeAs } from './exports';

/** Milliseconds for which others wait, and a cancel: an entry may have touched one row or a thousand. */
const longestWait = 40;

export const historyExportTasks: Pick<TaskHandlers, 'export.history'> = {
  'export.history': async (args, context) => {
    const { database, platform } = context;
    const filter = args.filter ?? {};
    context.progress(0, null, '');
    const sequences = findEntries(database, filter).map(([sequence]) => sequence);
    const subjects = subjectNames(database);
    const reverted = revertedEntries(database);
    const rows: HistoryRow[] = [];
    for (let at = 0, step = 10; at < sequences.length; ) {
      context.signal.throwIfAborted();
      context.progress(at, sequences.length, '');
      const began = platform.milliseconds();
      rows.push(...readRows(database, sequences.slice(at, at + step), { subjects, reverted }));
      at += step;
      step = Math.max(1, Math.floor(platform.milliseconds() - began > longestWait ? step / 2 : step * 1.5));
      await new Promise((resolve) => setTimeout(resolve));
    }
    const selection = describeFilter(filter, database, subjects);
    const input = {
      projectName: readProject(database).name,
      rows,
      exportedAt: platform.clock(),
      ...(selection === '' ? {} : { selection }),
      ...(args.timeZone === undefined ? {} : { timeZone: args.timeZone }),
    };
    return writeAs('history', input, args, context);
  },
};

interface SubjectNames {
  readonly codes: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

function subjectNames(database: ReadableDatabase): SubjectNames {
  const { codes, sources } = historySubjects(database);
  return {
    codes: new Map(codes.map(({ id, name }) => [id, name])),
    sources: new Map(sources.map(({ id, name }) => [id, name])),
  };
}

function readRows(
  database: ReadableDatabase,
  sequences: readonly number[],
  known: { readonly subjects: SubjectNames; readonly reverted: ReadonlyMap<number, number> },
): HistoryRow[] {
  const codes = namesBySequence(touchedCodes(database, sequences), known.subjects.codes);
  const sources = namesBySequence(touchedSources(database, sequences), known.subjects.sources);
  return readEntries(database, sequences, known.reverted)
    .reverse()
    .map((entry) => ({
      sequence: entry.sequence,
      at: entry.at,
      coder: entry.coderName,
      action: entry.action,
      what: entryInEnglish(entry),
      state: stateInEnglish(entry),
      why: entry.why,
      document: sources(entry.sequence),
      code: codes(entry.sequence),
    }));
}

/** More names than a cell of a table can carry. */
const mostNames = 20;

function namesBySequence(
  touched: readonly { readonly sequence: number; readonly id: string }[],
  names: ReadonlyMap<string, string>,
): (sequence: number) => string {
  const found = new Map<number, string[]>();
  for (const { sequence, id } of touched) {
    const list = found.get(sequence) ?? [];
    list.push(names.get(id) ?? id);
    found.set(sequence, list);
  }
  return (sequence) => {
    const all = found.get(sequence) ?? [];
    return [...all.slice(0, mostNames), ...(all.length > mostNames ? ['…'] : [])].join('; ');
  };
}

/** What became of an entry since; empty where it is in force. */
function stateInEnglish({ state, takenBackBy }: HistoryEntry): string {
  if (state === 'undone') return 'undone';
  if (state === 'replaced') return 'undone, not redone';
  return takenBackBy === null ? '' : `taken back by ${takenBackBy}`;
}

/** “Only entries by Anna, on the code money.”; empty where all are let through. */
function describeFilter(
  filter: NonNullable<CheckedArgs<'export.history'>['filter']>,
  database: PrepareContext['database'],
  names: SubjectNames,
): string {
  const { coderId, codeId, sourceId, groups, since, until, text, only } = filter;
  const coder = listCoders(database).find(({ id }) => id === coderId)?.name ?? coderId;
  const parts = [
    coderId && `by ${coder}`,
    codeId && `on the code ${names.codes.get(codeId) ?? codeId}`,
    sourceId && `on the document ${names.sources.get(sourceId) ?? sourceId}`,
    groups && `about ${groups.join(', ')}`,
    since && `since ${since}`,
    until && `before ${until}`,
    text && `with “${text}”`,
    only && 'that were picked',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `Only entries ${parts.join(', ')}.`;
}
