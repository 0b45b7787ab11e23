import type { ComparedSide, Comparison } from '../../contract/copies';
import { ExpectedError } from '../../core/result';
import type { TableName } from '../../core/tables';
import { type DifferentRow, differences, differentRows } from '../../core/three-way';
import { sideSince } from '../../storage/copies/copy-facts';
import { findParting, type Parting } from '../../storage/copies/parting';
import { versionsSince, versionsWithoutBase } from '../../storage/copies/row-versions';
import { countAll, readProject } from '../../storage/repositories/project';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { PrepareContext } from '../context';
import { isSameFile } from '../same-file';
import { describeRows } from './describe';
import { type OtherCopy, withOtherCopy } from './other-copy';

/** Rows of one list that are told one by one. */
const listedRows = 500;

/** The lists in the order in which a person asks: what was read, what was said of it, who and how it is called. */
const tableOrder: readonly TableName[] = [
  'source',
  'code',
  'coding',
  'memo',
  'quotation',
  'code_set',
  'code_set_code',
  'memo_type',
  'segment',
  'source_folder',
  'coder',
  'project',
];

/**
 * Compares the open project with another copy of it. Neither is changed. Throws ExpectedError where the other file is
 * no copy of this project, or can't be read as a whole.
 */
export async function compareWith(path: string, context: PrepareContext): Promise<Comparison> {
  const { platform, database } = context;
  if (isSameFile(platform.files, path, database.path)) {
    throw new ExpectedError('invalid', 'That is the open project itself. Choose a copy of it.');
  }
  return withOtherCopy(path, context, (other) => {
    const here = readProject(database);
    const there = readProject(other.database);
    if (here.lineage !== there.lineage) {
      throw new ExpectedError(
        'invalid',
        `${other.name} is not a copy of this project, but of “${there.name}”. There is nothing to compare.`,
      );
    }
    return bothAtRest(database, other.database, () => comparison(database, other));
  });
}

/** One unchanging state of each, where another program may write it. */
function bothAtRest<T>(here: ReadableDatabase, there: ReadableDatabase, work: () => T): T {
  return here.read(() => there.read(work));
}

function comparison(here: ReadableDatabase, { path, database: there }: OtherCopy): Comparison {
  const parting = findParting(here, there);
  const rows = differentRows(
    parting ? versionsSince(here, there, parting) : versionsWithoutBase(here, there),
  );
  return {
    path,
    name: readProject(there).name,
    parting: parting && { at: parting.at },
    here: sideOf(here, parting, 'here'),
    there: sideOf(there, parting, 'there'),
    total: rows.length,
    lists: listsOf(rows).map(({ table, difference, all }) => ({
      table,
      difference,
      total: all.length,
      rows: describeRows(all, { here, there, most: listedRows }),
    })),
  };
}

function sideOf(database: ReadableDatabase, parting: Parting | null, side: 'here' | 'there'): ComparedSide {
  const { revision } = readProject(database);
  const since = sideSince(database, parting?.[side] ?? 0);
  return {
    revision,
    ...countAll(database),
    entries: parting ? since.entries : null,
    coders: since.coders,
    lastAt: since.lastAt,
  };
}

/** Rows by table and difference, in a fixed order; only lists that have some. */
function listsOf(rows: readonly DifferentRow[]) {
  const groups = new Map<string, DifferentRow[]>();
  for (const row of rows) {
    const key = `${row.table} ${row.difference}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return tableOrder.flatMap((table) =>
    differences.flatMap((difference) => {
      const all = groups.get(`${table} ${difference}`);
      return all ? [{ table, difference, all }] : [];
    }),
  );
}
