import type { CodeMoment } from '../../contract/history';
import type { CodeId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import {
  type CodeChange,
  changesOfCode,
  changesOfMemos,
  entriesNaming,
} from '../../storage/change-log/history-detail';
import { type ListedEntry, listEntries } from '../../storage/change-log/history-query';
import { listCoders } from '../../storage/repositories/coders';
import { codeById } from '../../storage/repositories/codes';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import { labelOf } from '../history/entries';
import { nameFinder } from './history-subjects';

type Happening = Pick<CodeMoment, 'what' | 'before' | 'after' | 'count'>;
type Image = Readonly<Record<string, string | number | null>>;

/** The life of a code as its own row, its memo and the merges into it tell it; oldest first. */
export function codeBiography(database: ReadableDatabase, id: CodeId): CodeMoment[] {
  const code = codeById(database, id);
  if (!code) throw new ExpectedError('notFound', 'This code is not in the project (any more).');
  const naming = entriesNaming(database, id);
  const merges = naming.filter(({ command }) => command === 'code.merge' || command === 'code.split');
  const memos = naming.filter(({ command }) => command === 'memo.write').map(({ sequence }) => sequence);
  const changes = [...changesOfCode(database, id), ...changesOfMemos(database, id, memos)];
  const sequences = [...changes, ...merges].map(({ sequence }) => sequence);
  const entries = new Map(listEntries(database, sequences).map((entry) => [entry.sequence, entry]));
  const nameOf = nameFinder(database);
  const merged = new Set(merges.map(({ sequence }) => sequence));
  const happened = [
    // What a merge brought along (a text, a memo) is part of the merge.
    ...changes
      .filter(({ sequence }) => !merged.has(sequence))
      .flatMap((change) =>
        happenings(change, nameOf).map((what) => ({ sequence: change.sequence, ...what })),
      ),
    ...merges.map(({ sequence, ...row }) => {
      const { from, names, count } = labelOf(row).values;
      return {
        sequence,
        what: row.command === 'code.split' ? ('splitInto' as const) : ('mergedInto' as const),
        before: from === undefined ? '' : String(from),
        after: names === undefined ? '' : String(names),
        count: typeof count === 'number' ? count : null,
      };
    }),
  ].sort((a, b) => a.sequence - b.sequence);
  const moments = happened.map(({ sequence, ...what }) => momentOf(entries.get(sequence), sequence, what));
  const isBornHere = moments.some(({ what }) => what === 'created');
  return isBornHere ? withReturns(moments) : [bornBefore(database, code), ...withReturns(moments)];
}

function momentOf(entry: ListedEntry | undefined, sequence: number, what: Happening): CodeMoment {
  return {
    sequence,
    at: entry?.modified_at ?? '',
    coderName: entry?.coder_name ?? '',
    coderColor: entry?.coder_color ?? null,
    why: entry?.why ?? '',
    ...what,
  };
}

/** A creation that the history does not hold: the project came without it. */
function bornBefore(
  database: ReadableDatabase,
  code: { readonly name: string; readonly createdAt: string; readonly coderId: string },
): CodeMoment {
  const coder = listCoders(database).find(({ id }) => id === code.coderId);
  return {
    sequence: null,
    at: code.createdAt,
    coderName: coder?.name ?? '',
    coderColor: coder?.color ?? null,
    why: '',
    what: 'created',
    before: '',
    after: '',
    count: null,
  };
}

/** A code is made once; when its row comes back later, it was brought back. */
function withReturns(moments: readonly CodeMoment[]): CodeMoment[] {
  const first = moments.findIndex(({ what }) => what === 'created');
  return moments.map((moment, index) =>
    moment.what === 'created' && index !== first ? { ...moment, what: 'broughtBack' } : moment,
  );
}

const textFields = [
  ['definition', 'definition'],
  ['when_to_use', 'whenToUse'],
  ['when_not_to_use', 'whenNotToUse'],
  ['examples', 'examples'],
] as const;

function happenings(change: CodeChange, nameOf: (id: string) => string): Happening[] {
  const from = parse(change.before);
  const to = parse(change.after);
  const text = (image: Image | null, field: string) => String(image?.[field] ?? '');
  const told = (what: Happening['what'], field: string): Happening => ({
    what,
    before: text(from, field),
    after: text(to, field),
    count: null,
  });
  if (change.table_name === 'memo') {
    if (to === null) return [told('memoDeleted', 'text')];
    return from?.text === to.text ? [] : [told('memo', 'text')];
  }
  if (to === null) return [told('deleted', 'name')];
  if (from === null) return [told('created', 'name')];
  const found: Happening[] = [];
  if (from.name !== to.name) found.push(told('renamed', 'name'));
  if (from.color !== to.color) found.push(told('recolored', 'color'));
  for (const [field, what] of textFields) if (from[field] !== to[field]) found.push(told(what, field));
  if (from.is_codable !== to.is_codable)
    found.push({ what: to.is_codable === 1 ? 'codable' : 'folder', before: '', after: '', count: null });
  if (from.parent_id !== to.parent_id)
    found.push({
      what: 'moved',
      before: nameOf(text(from, 'parent_id')),
      after: nameOf(text(to, 'parent_id')),
      count: null,
    });
  return found;
}

function parse(image: string | null): Image | null {
  return image === null ? null : (JSON.parse(image) as Image);
}
