import { distinctInitials } from '../../core/initials';
import { type ChangeSetRow, changeSetAt } from '../change-log/change-sets';
import { digestOfSet, type HistoryTools, layBase } from '../change-log/seal';
import type { Database, ReadableDatabase } from '../sqlite/types';

/** Entries whose label names a coder; that of a revert names what it took back. */
const namesCoder = `(label_key GLOB '*coder.*' OR json_extract(label_values, '$.what') GLOB '*coder.*')`;

/** Every name that a coder has or had, with its initials; those of today first, in the order of the coders. */
export function initialsOfCoders(database: ReadableDatabase): ReadonlyMap<string, string> {
  const rows = database.prepare('SELECT name FROM coder ORDER BY created_at, id').values<string>();
  const images = database
    .prepare(
      `SELECT json_extract(before, '$.name'), json_extract(after, '$.name') FROM change
       WHERE table_name = 'coder' ORDER BY id`,
    )
    .allArrays<[string | null, string | null]>();
  const labels = database
    .prepare(`SELECT label_values FROM change_set WHERE ${namesCoder} ORDER BY sequence`)
    .values<string>()
    .flatMap((values) =>
      Object.entries(parse(values))
        .filter(isName)
        .map(([, name]) => name),
    );
  return distinctInitials([...rows, ...images.flat().filter((name) => name !== null), ...labels]);
}

/**
 * Puts initials in the place of coders' names: in their rows, in what the history holds of these, in the labels of
 * entries. Digests follow. Words that people wrote (texts, memos, reasons) stay as they are.
 */
export function putInitials(database: Database, sha256: HistoryTools['sha256']): void {
  const initials = initialsOfCoders(database);
  const of = (name: string) => initials.get(name) ?? name;
  const touched = database
    .prepare(
      `SELECT sequence FROM change_set WHERE ${namesCoder}
       UNION SELECT sequence FROM change WHERE table_name = 'coder'`,
    )
    .values<number>();

  const coders = database.prepare('SELECT id, name FROM coder').allArrays<[string, string]>();
  const rename = database.prepare('UPDATE coder SET name = ? WHERE id = ?');
  // Somebody may be called like another's initials: first all names go, then the new ones come.
  for (const [id] of coders) rename.run([id, id]);
  for (const [id, name] of coders) rename.run([of(name), id]);

  for (const side of ['before', 'after'] as const) {
    const rewrite = database.prepare(
      `UPDATE change SET ${side} = json_set(${side}, '$.name', ?) WHERE id = ?`,
    );
    const images = database
      .prepare(
        `SELECT id, json_extract(${side}, '$.name') FROM change WHERE table_name = 'coder' AND ${side} IS NOT NULL`,
      )
      .allArrays<[number, string]>();
    for (const [id, name] of images) rewrite.run([of(name), id]);
  }

  const relabel = database.prepare('UPDATE change_set SET label_values = ? WHERE sequence = ?');
  const labels = database
    .prepare(`SELECT sequence, label_values FROM change_set WHERE ${namesCoder}`)
    .allArrays<[number, string]>();
  for (const [sequence, values] of labels) {
    const changed = Object.entries(parse(values)).map((entry) =>
      isName(entry) ? [entry[0], of(entry[1])] : entry,
    );
    relabel.run([JSON.stringify(Object.fromEntries(changed)), sequence]);
  }

  for (const sequence of touched) reseal(database, changeSetAt(database, sequence), sha256);
  layBase(database, sha256);
}

function reseal(database: Database, set: ChangeSetRow | undefined, sha256: HistoryTools['sha256']): void {
  if (!set) return;
  database
    .prepare('UPDATE change_set SET digest = ? WHERE sequence = ?')
    .run([digestOfSet(database, set, sha256), set.sequence]);
}

type Values = Readonly<Record<string, string | number | null>>;

function parse(values: string): Values {
  return JSON.parse(values) as Values;
}

/** Of a label's values, those that are names: not the key of another label, not an id. */
function isName(entry: [string, string | number | null]): entry is [string, string] {
  return (entry[0] === 'name' || entry[0] === 'from') && typeof entry[1] === 'string';
}
