import type { QueryArgs } from '../contract/queries';
import { type Arguments, type OptionSpec, UsageError } from './arguments';
import { Refusal } from './command';
import { findCode, findDocument } from './lookup';
import type { Project } from './open-project';

export type HistoryFilter = Omit<QueryArgs<'history.list'>, 'limit' | 'before'>;

/** Options that say which entries of the history are meant; `--coder` besides, which every command takes. */
export const historyOptions: readonly OptionSpec[] = [
  { name: '--code', value: 'PATH', help: 'Only what touched this code, its codings or its memo.' },
  { name: '--document', value: 'NAME', help: 'Only what touched this document, its quotations or memos.' },
  { name: '--since', value: 'DAY', help: 'Only from this day on, as 2026-11-22.' },
  { name: '--until', value: 'DAY', help: 'Only up to this day, itself included.' },
  { name: '--text', value: 'WORDS', help: 'Only lines with all these words.' },
];

/** Reads the options; what is looked up in the project comes when it is open. Throws UsageError. */
export function readHistoryFilter(args: Arguments): (project: Project) => Promise<HistoryFilter> {
  const since = dayOf(args, '--since', 0);
  const until = dayOf(args, '--until', 1);
  const text = args.text('--text');
  return async (project) => ({
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(text === undefined ? {} : { text }),
    ...(args.has('--coder') ? { coderId: await coderCalled(project, args.text('--coder') ?? '') } : {}),
    ...(args.has('--code') ? { codeId: await codeCalled(project, args.text('--code') ?? '') } : {}),
    ...(args.has('--document')
      ? { sourceId: await documentCalled(project, args.text('--document') ?? '') }
      : {}),
  });
}

/** The beginning of a day of this machine (or of the one `later`), as an instant. */
function dayOf(args: Arguments, option: '--since' | '--until', later: 0 | 1): string | undefined {
  const typed = args.text(option);
  if (typed === undefined) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed.trim()) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  // The 31st of a shorter month would become the 1st of the next.
  if (year === undefined || date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)) {
    throw new UsageError(`${option} must be a day such as 2026-11-22, not “${typed}”.`);
  }
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

async function coderCalled(project: Project, name: string) {
  const coders = await project.query('coders.list', {});
  const found = coders.find((coder) => isSame(coder.name, name));
  if (!found) throw new Refusal(`There is no coder “${name.trim()}” in this project.`);
  return found.id;
}

/** Also a code that is no longer there: its history is. */
async function codeCalled(project: Project, path: string) {
  const { codes } = await project.query('history.subjects', {});
  const gone = codes.find(({ isGone, name }) => isGone && isSame(name, path));
  return gone?.id ?? (await findCode(project, path)).id;
}

async function documentCalled(project: Project, name: string) {
  const { sources } = await project.query('history.subjects', {});
  const found = sources.find((source) => isSame(source.name, name));
  return found?.id ?? (await findDocument(project, name)).id;
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').trim() === b.normalize('NFC').trim();
}
